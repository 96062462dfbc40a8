// Lists as other programs paste them, made lists of the house: items in items.
//   Word: paragraphs with drawn bullets and "mso-list:l0 level2 lfo1" in their style.
//   Google Docs: a list beside the item that it belongs to, or one flat list with aria-level on each item.
//   Word on the web: a list of its own for each item, with data-aria-level.

const DRAWN = "[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]";
const BULLET = /^\s*(?:[·•▪◦§o–-]|\(?[0-9]{1,3}[.)]|[a-zđ][.)]|[ivxlc]{1,6}[.)])[\s\u00a0]+/iu;
const COUNTS = /^\s*\(?(?:[0-9]{1,3}|[a-zđ]|[ivxlc]{1,6})[.)]/iu;

function isWordItem(element) {
  const style = element?.getAttribute?.("style") || "";
  const drawn = element?.localName === "p" && (/mso-list:/i.test(style) || /MsoListParagraph/.test(element.className));
  // "List paragraph" is also a style without a bullet.
  return drawn && (Boolean(element.querySelector(DRAWN)) || BULLET.test(element.textContent));
}

function wordLevel(item) {
  return Number(/level([1-9])/.exec(item.getAttribute("style") || "")?.[1] ?? 1);
}

function dropBullet(item) {
  const drawn = [...item.querySelectorAll(DRAWN)];
  for (const bullet of drawn) bullet.remove();
  if (drawn.length) return;
  const first = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  if (first) first.data = first.data.replace(BULLET, "");
}

// Nested lists from a row of { level, kind, nodes }: a deeper item goes into the one before it.
function nested(page, rows) {
  const lists = [];
  const open = [];
  for (const { level, kind, nodes } of rows) {
    while (open.length && open.at(-1).level > level && open.length > 1) open.pop();
    if (open.length && open.at(-1).level > level) open.at(-1).level = level;
    let current = open.at(-1);
    if (!current || current.level < level) {
      const list = page.createElement(kind);
      if (current) current.list.lastElementChild.append(list);
      else lists.push(list);
      current = { level, list };
      open.push(current);
    } else if (current.list.localName !== kind) {
      const list = page.createElement(kind);
      current.list.after(list);
      if (open.length === 1) lists.push(list);
      current.list = list;
    }
    const item = page.createElement("li");
    item.append(...nodes);
    current.list.append(item);
  }
  return lists;
}

function mendWord(body) {
  for (const first of body.querySelectorAll("p")) {
    if (!first.isConnected || !isWordItem(first)) continue;
    const items = [first];
    while (isWordItem(items.at(-1).nextElementSibling)) items.push(items.at(-1).nextElementSibling);
    const rows = items.map((item) => {
      const kind = COUNTS.test(item.textContent) ? "ol" : "ul";
      const level = wordLevel(item);
      dropBullet(item);
      return { level, kind, nodes: [...item.childNodes] };
    });
    first.before(...nested(body.ownerDocument, rows));
    for (const item of items) item.remove();
  }
}

// <ul><li>one</li><ul><li>two</li></ul></ul>
function moveListsIntoItems(body) {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const before = list.previousElementSibling;
    if (before?.localName === "li") before.append(list);
  }
}

const levelOf = (item) => item.getAttribute("aria-level") ?? item.dataset.ariaLevel;
const isLevelled = (list) => list?.matches("ul, ol") && [...list.children].every(levelOf);

// <ul><li aria-level="1">one</li><li aria-level="2">two</li></ul>, and Word on the web: a list for each item.
function mendLevels(body) {
  for (const wrapper of body.querySelectorAll("div.ListContainerWrapper")) wrapper.replaceWith(...wrapper.childNodes);
  for (const first of body.querySelectorAll("ul, ol")) {
    if (!first.isConnected || first.parentElement.closest("ul, ol") || !isLevelled(first)) continue;
    const lists = [first];
    while (isLevelled(lists.at(-1).nextElementSibling)) lists.push(lists.at(-1).nextElementSibling);
    const items = lists.flatMap((list) => [...list.children]);
    const isFlat = lists.length > 1 || new Set(items.map(levelOf)).size > 1;
    if (!isFlat || items.some((item) => item.querySelector("ul, ol"))) continue;
    const rows = items.map((item) => ({
      level: Number(levelOf(item)),
      kind: item.parentElement.localName,
      nodes: [...item.childNodes],
    }));
    first.before(...nested(body.ownerDocument, rows));
    for (const list of lists) list.remove();
  }
}

export function mendLists(body) {
  mendWord(body);
  moveListsIntoItems(body);
  mendLevels(body);
}
