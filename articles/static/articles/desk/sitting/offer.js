// A text that this browser kept when its tab went before the server had it: shown beside what the form
// holds now, to be taken back or thrown away.
import { token } from "./login.js";

const BLOCKS = "p, h2, h3, li, blockquote, aside, figcaption, td, th";

function lines(name, value) {
  if (name !== "body") return value.split("\n");
  const parsed = new DOMParser().parseFromString(value, "text/html");
  return [...parsed.querySelectorAll(BLOCKS)]
    .filter((one) => !one.querySelector(BLOCKS))
    .map((one) => one.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

// How many places two lists have in common at the start, and how many at the end.
function common(one, other) {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [start, end];
}

function cell(shown, other) {
  const box = document.createElement("div");
  const [start, end] = common(shown, other);
  for (const [place, line] of shown.slice(start, shown.length - end).entries()) {
    const words = line.split(" ");
    const [before, behind] = common(words, (other[start + place] ?? "").split(" "));
    const mark = document.createElement("mark");
    mark.textContent = words.slice(before, words.length - behind).join(" ");
    const paragraph = document.createElement("p");
    paragraph.append(words.slice(0, before).join(" "), " ", mark, " ", words.slice(words.length - behind).join(" "));
    box.append(paragraph);
  }
  return box;
}

function wording(form, name, value) {
  const control = form.elements[name];
  if (control?.tagName !== "SELECT") return value;
  return [...control.options].find((option) => option.value === value)?.text ?? value;
}

function labelOf(form, name) {
  const control = form.elements[name];
  return control?.labels?.[0]?.textContent.trim() || document.querySelector(`label[for="id_${name}"]`)?.textContent.trim() || name;
}

export function differences(entries, present) {
  const kept = new Map(entries);
  const now = new Map(present);
  return [...new Set([...kept.keys(), ...now.keys()])]
    .filter((name) => !/^initial-|-initial-|-(TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|ORDER)$/.test(name))
    .map((name) => [name, kept.get(name) ?? "", now.get(name) ?? ""])
    .filter(([name, mine, other]) => lines(name, mine).join("\n").trim() !== lines(name, other).join("\n").trim());
}

export function offer({ form, record, changed, drop }) {
  const box = document.createElement("section");
  box.className = "kept-text";
  box.setAttribute("role", "region");
  const parts = { hour: "2-digit", minute: "2-digit", day: "numeric", month: "numeric", timeZone: "Asia/Ho_Chi_Minh" };
  const when = new Intl.DateTimeFormat(document.documentElement.lang, parts).format(record.at);
  const title = document.createElement("h2");
  title.id = `kept-${record.sitting}`;
  title.textContent = interpolate(gettext("A text of %s that was not saved is kept on this computer"), [when]);
  box.setAttribute("aria-labelledby", title.id);
  const table = document.createElement("div");
  table.className = "kept-text__sides";
  for (const head of [gettext("Kept here"), gettext("In the form now")]) {
    const heading = document.createElement("strong");
    heading.textContent = head;
    table.append(heading);
  }
  for (const [name, mine, now] of changed) {
    const label = document.createElement("span");
    label.className = "kept-text__label quiet";
    label.textContent = labelOf(form, name);
    const texts = [mine, now].map((value) => lines(name, wording(form, name, value)));
    table.append(label, cell(texts[0], texts[1]), cell(texts[1], texts[0]));
  }
  const buttons = document.createElement("p");
  buttons.className = "kept-text__buttons";
  const button = (words, act, main) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = main ? "button button--main" : "button";
    one.textContent = words;
    one.addEventListener("click", act);
    buttons.append(one);
  };
  button(gettext("Take this text back"), () => take(record), true);
  button(gettext("Throw it away"), () => {
    if (!confirm(gettext("Throw the kept text away for good?"))) return;
    drop();
    box.remove();
  });
  box.append(title, table, buttons);
  form.querySelector(".sheet").prepend(box);
}

// Sent as the form itself would have sent it, so that the server compares it with what others saved meanwhile.
function take(record) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.hidden = true;
  const { base, sitting, turn } = record;
  const own = Object.entries({ base, sitting, turn, csrfmiddlewaretoken: token(), _save: "1" });
  for (const [name, value] of [...record.entries, ...own]) {
    const input = document.createElement("textarea");
    input.name = name;
    input.value = value;
    sent.append(input);
  }
  document.body.append(sent);
  sent.submit();
}
