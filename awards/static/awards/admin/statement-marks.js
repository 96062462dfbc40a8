// Marks in the text what its statements say: those that wait and those that are answered. A mark leads to
// its line in the panel and the line back to its words, in the editor as in the preview of who only reads.
import { rangeOf } from "../../articles/desk/words.js";

const EDITOR = ".tiptap.ProseMirror";
const FRAME = ".sheet__preview";
const FIELDS = { tit: "#id_title", sapo: "#id_standfirst", "anh-chinh": "#id_lead_photo" };
const COLOURS = `
::highlight(statements-waiting) { text-decoration: underline 2px light-dark(#7a5c0a, #e6c15a); }
::highlight(statements-answered) { text-decoration: underline 1px light-dark(#2d6a2e, #8fce8a); }
::highlight(statement-now) { background-color: light-dark(#f8ecc8, #4a3f16); }`;

const coloured = new WeakSet();
const heard = new WeakSet();
const ranges = new Map(); // by line
let planned = false;

const lines = () => [...document.querySelectorAll("[data-statement]")];

// Where the text stands: its document and what holds all of it.
function text() {
  const editor = document.querySelector(EDITOR);
  if (editor) return { root: editor, page: document, editor };
  const page = document.querySelector(FRAME)?.contentDocument;
  return page?.body ? { root: page.body, page } : null;
}

function show(line) {
  const holder = line.closest("details");
  if (holder) holder.open = true;
  for (const other of lines()) other.toggleAttribute("data-shown", other === line);
  line.scrollIntoView({ block: "nearest" });
}

function emphasise(range, { page }) {
  const { CSS, Highlight } = page.defaultView;
  if (Highlight) CSS.highlights.set("statement-now", new Highlight(range));
}

function lead(line) {
  show(line);
  const range = ranges.get(line);
  const field = FIELDS[line.dataset.block];
  if (!range) return field && document.querySelector(field)?.focus();
  const place = text();
  emphasise(range, place);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  if (!place.editor) return undefined;
  place.editor.focus({ preventScroll: true });
  return getSelection().collapse(range.startContainer, range.startOffset);
}

function lineAt({ page }, event) {
  const spot = page.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = spot ? null : page.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = spot ? [spot.offsetNode, spot.offset] : [range?.startContainer, range?.startOffset];
  return node && [...ranges].find(([, words]) => words.isPointInRange(node, offset))?.[0];
}

function listen(place) {
  if (heard.has(place.root)) return;
  heard.add(place.root);
  place.root.addEventListener("click", (event) => {
    const line = lineAt(place, event);
    if (line) show(line);
  });
  if (place.editor) {
    new MutationObserver(plan).observe(place.root, { childList: true, characterData: true, subtree: true });
    const sizes = new ResizeObserver(plan);
    sizes.observe(place.root);
    sizes.observe(place.root.parentElement); // its menu may take another line
  }
}

// A number beside each block that says something: the way to the panel for who has no mouse.
function markMargin({ editor }) {
  const holder = editor.parentElement;
  holder.querySelectorAll(".statement-mark").forEach((old) => old.remove());
  const top = holder.getBoundingClientRect().top;
  const byBlock = Map.groupBy([...ranges.keys()], (line) => line.dataset.block);
  for (const [block, found] of byBlock) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "statement-mark";
    button.textContent = found.length;
    button.title = window.ngettext("%s statement of honours here", "%s statements of honours here", found.length).replace("%s", found.length);
    button.setAttribute("aria-label", button.title);
    const element = editor.querySelector(`#${CSS.escape(block)}`);
    button.style.insetBlockStart = `${element.getBoundingClientRect().top - top}px`;
    button.addEventListener("click", () => {
      show(found[0]);
      found[0].focus();
    });
    holder.append(button);
  }
}

function draw() {
  planned = false;
  const place = text();
  if (!place) return;
  listen(place);
  ranges.clear();
  for (const line of lines()) {
    const block = place.root.querySelector(`#${CSS.escape(line.dataset.block)}`);
    const range = block && rangeOf(block, line.dataset.quote);
    if (range) ranges.set(line, range);
  }
  const view = place.page.defaultView;
  if (view.Highlight) {
    for (const kind of ["waiting", "answered"]) {
      const marked = [...ranges].filter(([line]) => line.dataset.statement === kind).map(([, range]) => range);
      view.CSS.highlights.set(`statements-${kind}`, new view.Highlight(...marked));
    }
    if (!coloured.has(place.page)) {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(COLOURS);
      place.page.adoptedStyleSheets.push(sheet);
      coloured.add(place.page);
    }
  }
  if (place.editor) markMargin(place);
}

function plan() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(draw);
}

const panel = document.querySelector("[data-statements]")?.parentElement;
if (panel) {
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-statement-words]");
    if (!link) return;
    event.preventDefault();
    lead(link.closest("[data-statement]"));
  });
  // The part is fetched anew after each save.
  new MutationObserver(plan).observe(panel, { childList: true });
  document.addEventListener("prose-editor:ready", plan);
  document.querySelector(FRAME)?.addEventListener("load", plan);
  plan();
}
