// A small chooser of colleagues that opens while a name is typed after an @, accents or not.
const TYPED = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}_.+ -]{0,40})$/u;
const ID = "note-names";

let list = null;
let box = null;
let asked = 0;

function close() {
  list?.remove();
  list = null;
  box?.removeAttribute("aria-activedescendant");
  box?.removeAttribute("aria-controls");
}

const typedBefore = (area) => area.value.slice(0, area.selectionStart).match(TYPED)?.[1];

function choose(option) {
  const end = box.selectionStart;
  const start = end - typedBefore(box).length;
  box.setRangeText(`${option.dataset.write} `, start, end, "end");
  close();
  box.focus();
}

function point(option) {
  for (const one of list.children) one.setAttribute("aria-selected", one === option);
  box.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function open(people) {
  close();
  if (!people.length) return;
  list = document.createElement("ul");
  list.id = ID;
  list.className = "note-names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", window.gettext("Colleagues"));
  for (const [index, person] of people.entries()) {
    const option = document.createElement("li");
    option.id = `${ID}-${index}`;
    option.setAttribute("role", "option");
    option.dataset.write = person.write;
    const login = document.createElement("span");
    login.className = "quiet";
    login.textContent = ` @${person.login}`;
    option.append(person.name, login);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(option);
    });
    list.append(option);
  }
  box.after(list);
  box.setAttribute("aria-controls", ID);
  point(list.firstElementChild);
}

async function ask(area, address) {
  box = area;
  const typed = typedBefore(area);
  if (typed === undefined || typed.split(" ").length > 5) return close();
  asked += 1;
  const question = asked;
  const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`).catch(() => null);
  if (question !== asked || document.activeElement !== area) return undefined;
  return open(answer?.ok && !answer.redirected ? (await answer.json()).people : []);
}

function steer(event) {
  if (!list || event.isComposing) return;
  const options = [...list.children];
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const act = {
    ArrowDown: () => point(options[(at + 1) % options.length]),
    ArrowUp: () => point(options[(at - 1 + options.length) % options.length]),
    Enter: () => choose(options[at]),
    Tab: () => choose(options[at]),
    Escape: close,
  }[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

export function offerNames(section) {
  close();
  for (const area of section.querySelectorAll("[data-mentions]")) {
    area.setAttribute("aria-autocomplete", "list");
    area.addEventListener("input", () => ask(area, section.dataset.people));
    area.addEventListener("keydown", steer);
    area.addEventListener("blur", close);
  }
}
