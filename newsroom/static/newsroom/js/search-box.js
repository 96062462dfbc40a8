// Suggestions below a search field, as a combobox with a list (ARIA authoring practices). Without them
// the field is a plain form. The arrows walk through the list, Enter goes there, Escape puts it away.
const PAUSE = 150; // milliseconds after the last key
const FEWEST = 2; // letters

export function dress(frame) {
  const field = frame.querySelector("input");
  const list = document.createElement("ul");
  list.id = `${field.id}-goi-y`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Gợi ý");
  frame.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) field.setAttribute(name, value);

  let timer = 0;
  let asking = null;
  let chosen = -1;

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    choose(-1);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  };

  const choose = (place) => {
    list.children[chosen]?.removeAttribute("aria-selected");
    chosen = place;
    const option = list.children[chosen];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };

  const show = (suggestions) => {
    choose(-1);
    list.replaceChildren(...suggestions.map(({ label, kind, address }, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.dataset.address = address;
      const what = document.createElement("span");
      what.className = "suggestions__kind";
      what.textContent = kind;
      option.append(`${label} `, what);
      return option;
    }));
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const address = `${frame.dataset.suggest}?${new URLSearchParams({ q: field.value })}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Put away, or no connection: the form is there.
    }
  };

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (field.value.trim().length < FEWEST) return close();
    if (!event.isComposing) timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("compositionend", () => {
    clearTimeout(timer);
    if (field.value.trim().length >= FEWEST) timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // A press would take the focus away, and the list with it, before it became a click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
  // What was typed while this script was fetched.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
