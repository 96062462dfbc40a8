// Shows beside the text where open notes stand: a number at the block or field, the quoted words tinted.
import { rangeOf } from "./words.js";

const EDITOR = ".tiptap.ProseMirror";

let section = null;
let watching = null;
let planned = false;

const threads = () => [...section.querySelectorAll("[data-thread]:not(.thread--settled)")];

function grouped(name) {
  const groups = new Map();
  for (const thread of threads()) {
    const key = thread.dataset[name];
    if (key) groups.set(key, [...(groups.get(key) ?? []), thread]);
  }
  return groups;
}

function mark(found) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "note-mark";
  button.textContent = found.length;
  const words = window.ngettext("%s open note here", "%s open notes here", found.length);
  button.title = words.replace("%s", found.length);
  button.setAttribute("aria-label", button.title);
  button.addEventListener("click", () => {
    found[0].scrollIntoView({ block: "nearest" });
    found[0].focus();
  });
  return button;
}

function markBlocks(editor) {
  const holder = editor.parentElement;
  holder.querySelectorAll(".note-mark:not([data-note-here])").forEach((old) => old.remove());
  const top = holder.getBoundingClientRect().top;
  const ranges = [];
  for (const [id, found] of grouped("block")) {
    const block = editor.querySelector(`#${CSS.escape(id)}`);
    if (!block) continue;
    const button = mark(found);
    button.style.insetBlockStart = `${block.getBoundingClientRect().top - top}px`;
    holder.append(button);
    ranges.push(...found.map((thread) => rangeOf(block, thread.dataset.quote)).filter(Boolean));
  }
  if (window.Highlight) CSS.highlights.set("notes", new Highlight(...ranges));
}

function markFields() {
  document.querySelectorAll("#article_form .note-mark--field").forEach((old) => old.remove());
  for (const [name, found] of grouped("field")) {
    const label = document.querySelector(`#article_form .field--${CSS.escape(name)} > label`);
    if (!label || found.every((thread) => thread.dataset.block)) continue;
    const button = mark(found.filter((thread) => !thread.dataset.block));
    button.classList.add("note-mark--field");
    label.parentElement.append(button);
  }
}

function draw() {
  planned = false;
  markFields();
  const editor = document.querySelector(EDITOR);
  if (editor) markBlocks(editor);
}

function plan() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(draw);
}

function watch(editor) {
  if (watching || !editor) return;
  watching = new MutationObserver(plan);
  watching.observe(editor, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["id"] });
  const sizes = new ResizeObserver(plan);
  sizes.observe(editor);
  sizes.observe(editor.parentElement); // its menu may take another line
}

export function markNotes(notes) {
  section = notes;
  watch(document.querySelector(EDITOR));
  plan();
}

document.addEventListener("prose-editor:ready", () => section && markNotes(section));
