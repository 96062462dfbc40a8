// Quick search (Ctrl/⌘-K): a combobox over the answers of one address. Without this script its link leads to a page.
const dialog = document.querySelector("[data-palette]");
const PAUSE = 120;

if (dialog) {
  const box = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[data-palette-status]");
  let waiting = 0;
  let asking = null;
  let answered = null; // the words that the list belongs to
  let options = [];
  let chosen = -1;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const choose = (index) => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length ? (index + options.length) % options.length : -1;
    const option = options[chosen];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", option.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };

  const show = (groups) => {
    let count = 0;
    list.replaceChildren(
      ...groups.map((group, place) => {
        const heading = element("p", { class: "palette__kind", id: `palette-kind-${place}`, role: "presentation" }, group.name);
        const entries = group.entries.map((entry) => {
          const attributes = { role: "option", id: `palette-option-${count++}`, "aria-selected": "false", tabindex: "-1", href: entry.address };
          const words = [element("span", { class: "palette__label" }, entry.label)];
          if (entry.detail) words.push(" ", element("span", { class: "palette__detail" }, entry.detail));
          return element("a", attributes, ...words);
        });
        return element("div", { role: "group", "aria-labelledby": heading.id }, heading, ...entries);
      }),
    );
    options = [...list.querySelectorAll("[role=option]")];
    list.scrollTop = 0;
    box.setAttribute("aria-expanded", String(options.length > 0));
    chosen = -1;
    choose(0);
    status.textContent = options.length ? `${dialog.dataset.some}: ${options.length}` : dialog.dataset.none;
  };

  const ask = async () => {
    clearTimeout(waiting);
    asking?.abort();
    asking = new AbortController();
    const words = box.value;
    try {
      const address = `${dialog.dataset.palette}?${new URLSearchParams({ q: words })}`;
      const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: asking.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      show((await answer.json()).groups);
      answered = words;
    } catch (error) {
      if (error.name === "AbortError") return;
      show([]);
      status.textContent = dialog.dataset.failed;
    }
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    box.select();
    ask();
  };

  document.addEventListener("keydown", (event) => {
    const asked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked || event.defaultPrevented || document.querySelector("dialog[open]:not([data-palette])")) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
  for (const link of document.querySelectorAll("[data-palette-open]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(chosen + step);
    }
  });
  box.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (answered !== box.value) await ask(); // who types fast and presses Enter means what was typed
    options[chosen]?.click();
  });
  // A click beside the dialog closes it: only there is the dialog itself the target.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
