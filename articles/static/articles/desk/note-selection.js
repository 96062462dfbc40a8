// Takes the selected words of the story, and the block or field they stand in, into a new note.
const BLOCKS = "p, h2, h3, li, figure, blockquote, aside, table, h1";
const EDITOR = ".tiptap.ProseMirror";
// The blocks that the page of a story names itself.
const FIELD_OF = { tit: "title", sapo: "standfirst" };

let chosen = null;
let section = null;
let watched = false;

const oneLine = (text) => text.replace(/\s+/gu, " ").trim();

// The innermost block around the node that has an id of its own.
function blockOf(node, root) {
  let element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  while (element && element !== root) {
    if (element.id && element.matches(BLOCKS)) return element;
    element = element.parentElement;
  }
  return null;
}

// The words selected inside `root`, no further than the end of the block where they begin.
function wordsIn(root) {
  const selection = root?.ownerDocument.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!root.contains(range.startContainer)) return null;
  const block = blockOf(range.startContainer, root);
  if (block && !block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  const quote = oneLine(range.toString());
  if (!quote) return null;
  return { place: FIELD_OF[block?.id] ?? (block ? `#${block.id}` : "body"), quote, top: range.getBoundingClientRect().top };
}

function wordsInField() {
  const field = document.activeElement;
  const known = field?.matches?.("#article_form textarea, #article_form input[type=text]");
  if (!known || !section.querySelector(`option[value="${field.name}"]`)) return null;
  return { place: field.name, quote: oneLine(field.value.slice(field.selectionStart, field.selectionEnd)) };
}

function preview() {
  try {
    return document.querySelector("iframe.sheet__preview")?.contentDocument?.body;
  } catch {
    return null;
  }
}

function take() {
  const words = chosen;
  const add = section.querySelector("[data-note-add]");
  const place = add.querySelector("select");
  add.open = true;
  if (words) {
    place.value = words.place;
    if (place.selectedIndex < 0) place.value = "body";
    add.querySelector("[name=quote]").value = words.quote;
    const quote = add.querySelector("[data-note-quote]");
    quote.textContent = words.quote;
    quote.hidden = !words.quote;
  }
  add.querySelector("textarea").focus();
}

function offer() {
  const inEditor = wordsIn(document.querySelector(EDITOR));
  const words = inEditor ?? wordsIn(preview()) ?? wordsInField();
  if (words) chosen = words;
  const button = section.querySelector("[data-note-selected]");
  button.disabled = !chosen?.quote;
  const mark = document.querySelector("[data-note-here]");
  const holder = document.querySelector(EDITOR)?.parentElement;
  if (!holder) return;
  if (!inEditor) {
    mark?.remove();
    return;
  }
  const here = mark ?? marker(holder);
  here.style.insetBlockStart = `${inEditor.top - holder.getBoundingClientRect().top}px`;
}

function marker(holder) {
  const here = document.createElement("button");
  here.type = "button";
  here.className = "note-mark note-mark--new";
  here.dataset.noteHere = "";
  here.textContent = "+";
  here.title = window.gettext("Note on the selected words");
  here.setAttribute("aria-label", here.title);
  here.addEventListener("mousedown", (event) => event.preventDefault());
  here.addEventListener("click", take);
  holder.append(here);
  return here;
}

function watch() {
  if (watched) return;
  watched = true;
  document.addEventListener("selectionchange", offer);
  document.addEventListener("select", offer, true);
  document.addEventListener("keydown", (event) => {
    if (event.code === "KeyM" && event.altKey && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      offer();
      take();
    }
  });
  const frame = document.querySelector("iframe.sheet__preview");
  const listen = () => preview()?.ownerDocument.addEventListener("selectionchange", offer);
  frame?.addEventListener("load", listen);
  listen();
}

export function watchSelection(notes) {
  section = notes;
  chosen = null;
  const button = section.querySelector("[data-note-selected]");
  button.hidden = !document.querySelector("#article_form, iframe.sheet__preview");
  button.disabled = true;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", take);
  // A place chosen by hand is a place without words.
  const add = section.querySelector("[data-note-add]");
  add.querySelector("select").addEventListener("change", () => {
    add.querySelector("[name=quote]").value = "";
    add.querySelector("[data-note-quote]").hidden = true;
  });
  watch();
}
