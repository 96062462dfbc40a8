// Word sends the items of a list as paragraphs with drawn bullets: make them a list again.
import { Extension, Plugin } from "django-prose-editor/editor";

const BULLET = /^\s*(?:[·•▪◦o§–-]|[0-9]{1,3}[.)]|[a-z][.)])[\s\u00a0]+/u;
const NUMBER = /^\s*[0-9]{1,3}[.)]/u;

function isItem(element) {
  const style = element.getAttribute("style") || "";
  return element.localName === "p" && (/mso-list:/.test(style) || /MsoListParagraph/.test(element.className));
}

function dropBullet(item) {
  for (const drawn of item.querySelectorAll("[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]")) {
    drawn.remove();
  }
  const first = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  if (first) first.data = first.data.replace(BULLET, "");
}

export function listsOfWord(html) {
  if (!/mso-list|MsoListParagraph/.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const item of page.querySelectorAll("p")) {
    if (!isItem(item)) continue;
    const kind = NUMBER.test(item.textContent) ? "ol" : "ul";
    dropBullet(item);
    const entry = page.createElement("li");
    entry.append(...item.childNodes);
    const before = item.previousElementSibling;
    if (before?.localName === kind && before.dataset.word) {
      before.append(entry);
      item.remove();
    } else {
      const list = page.createElement(kind);
      list.dataset.word = "1";
      list.append(entry);
      item.replaceWith(list);
    }
  }
  return page.body.innerHTML;
}

export const WordPaste = Extension.create({
  name: "wordPaste",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: listsOfWord } })];
  },
});
