// What Word, Google Docs and web pages put on the clipboard, as the house writes it: headings, lists, tables,
// links, strong and emphasised words. Everything else is dropped; pictures come from the library alone.
import { Extension, Plugin } from "django-prose-editor/editor";
import { mendLists } from "./paste-lists.js";

const KEPT_ATTRIBUTES = {
  a: ["href"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan"],
  figure: ["data-video"],
  img: ["data-file", "src"],
  iframe: ["src"],
};
const BLOCKS = "p, h2, h3, li, blockquote, aside, figure, table";
const RENAMED = { h1: "h2", h4: "h3", h5: "h3", h6: "h3", b: "strong", i: "em" };
// Deleted and commented text, forms, and what Word says to itself.
const SILENT =
  "script, style, meta, link, title, xml, del, button, select, textarea, input, svg, [style*='mso-element:comment' i], [style*='display:none' i], .MsoCommentReference";
const ALLOWED_LINK = /^(https?:|mailto:|tel:|\/(?!\/))/i;

function rename(element, name) {
  const twin = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) twin.setAttribute(attribute, value);
  twin.append(...element.childNodes);
  element.replaceWith(twin);
  return twin;
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function wrapContent(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

// Google Docs writes weight and slant as styles, and wraps the whole text into a <b> that is none.
function wordsOfStyles(page) {
  for (const bold of page.querySelectorAll("b, strong")) {
    if (/^(normal|[1-4]00)$/.test(bold.style.fontWeight)) unwrap(bold);
  }
  for (const italic of page.querySelectorAll("i, em")) {
    if (italic.style.fontStyle === "normal") unwrap(italic);
  }
  for (const span of page.querySelectorAll("span[style], font[style]")) {
    const { fontWeight, fontStyle, verticalAlign } = span.style;
    if (/^(bold(er)?|[6-9]00)$/.test(fontWeight)) wrapContent(span, "strong");
    if (fontStyle === "italic") wrapContent(span, "em");
    if (verticalAlign === "super" || verticalAlign === "sub") wrapContent(span, verticalAlign === "sub" ? "sub" : "sup");
  }
}

// Google Docs sends links through its own counter; anchors within a document lead nowhere here.
function mendLink(link) {
  const given = link.getAttribute("href") ?? "";
  const counted = /^https:\/\/www\.google\.com\/url\?/.test(given) ? new URL(given).searchParams.get("q") : null;
  const address = counted ?? given;
  if (ALLOWED_LINK.test(address)) link.setAttribute("href", address);
  else unwrap(link);
}

function isEmpty(block) {
  return !block.textContent.trim() && !block.querySelector("img[data-file], iframe, figure[data-video]");
}

function drop(elements) {
  for (const element of elements) element.remove();
}

// Says below the text that pictures did not come along, or that all did.
function tellOfPictures(view, count) {
  const note = view.dom.parentElement.querySelector("[data-paste-note]") ?? document.createElement("p");
  note.className = "prose-note";
  note.dataset.pasteNote = "";
  note.setAttribute("role", "status");
  if (!note.isConnected) view.dom.after(note);
  const message = window.ngettext(
    "%s picture was not pasted: add it from the library.",
    "%s pictures were not pasted: add them from the library.",
    count,
  );
  note.textContent = count ? window.interpolate(message, [count]) : "";
}

function cleanPaste(html, view) {
  // What this editor copied itself comes back as it is.
  if (/\sdata-pm-slice=/.test(html)) return html;
  const page = new DOMParser().parseFromString(html.normalize("NFC"), "text/html").body;
  drop(page.querySelectorAll(SILENT));
  mendLists(page);
  for (const title of page.querySelectorAll("p.MsoTitle")) rename(title, "h2");
  wordsOfStyles(page);
  for (const [name, ours] of Object.entries(RENAMED)) {
    for (const element of page.querySelectorAll(name)) rename(element, ours);
  }
  for (const bold of page.querySelectorAll(":is(h2, h3, th) strong")) unwrap(bold);
  page.querySelectorAll("a").forEach(mendLink);
  const foreign = [...page.querySelectorAll("img:not([data-file])")];
  tellOfPictures(view, foreign.length);
  drop(foreign);
  drop([...page.querySelectorAll("p, h2, h3, li")].filter(isEmpty));
  for (const line of page.querySelectorAll("br")) {
    const between = line.parentElement === page || line.parentElement.matches("div, ul, ol");
    const beside = [line.previousElementSibling, line.nextElementSibling].some((one) => one?.matches(BLOCKS));
    if (between && (beside || line.matches(".Apple-interchange-newline"))) line.remove();
  }
  for (const element of page.querySelectorAll("*")) {
    const kept = KEPT_ATTRIBUTES[element.localName] ?? [];
    for (const { name } of [...element.attributes]) {
      const isBlockId = name === "id" && /^b-[a-z0-9]+$/.test(element.id);
      if (!kept.includes(name) && !isBlockId) element.removeAttribute(name);
    }
  }
  return page.innerHTML;
}

export const CleanPaste = Extension.create({
  name: "cleanPaste",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: cleanPaste } })];
  },
});
