// Keys of the desk. Single letters never act while somebody types, and can be turned off in the help (“?”).
const help = document.querySelector("[data-shortcuts]");
const KEPT = "desk.singleKeys";
const TYPING = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable], [role=textbox], [role=combobox]";
const ROWS = "#result_list tbody tr, .desk-list > li";

const singleKeys = help?.querySelector("[data-single-keys]");
if (singleKeys) {
  singleKeys.checked = localStorage.getItem(KEPT) !== "off";
  singleKeys.addEventListener("change", () => localStorage.setItem(KEPT, singleKeys.checked ? "on" : "off"));
}

for (const button of document.querySelectorAll("[data-shortcuts-open]")) {
  button.addEventListener("click", () => {
    button.closest("dialog")?.close();
    help.showModal();
  });
}

function moveTo(step) {
  const links = [...document.querySelectorAll(ROWS)].map((row) => row.querySelector("th a, td a, a")).filter(Boolean);
  const row = document.activeElement?.closest(ROWS);
  const here = row ? links.findIndex((link) => row.contains(link)) : step > 0 ? -1 : links.length;
  links[Math.min(Math.max(here + step, 0), links.length - 1)]?.focus();
}

// What the row at hand asks to be confirmed, where it does.
const confirmRow = () => document.activeElement?.closest(ROWS)?.querySelector("[data-row-confirm]")?.click();

const single = { c: confirmRow, j: () => moveTo(1), k: () => moveTo(-1), "?": () => help.showModal() };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || !help) return;
  if (event.altKey) {
    // By place on the keyboard: with Alt some systems write another letter.
    const link = [...help.querySelectorAll("[data-key]")].find((one) => event.code === `Key${one.dataset.key}`);
    if (link && !event.shiftKey) {
      event.preventDefault();
      const address = new URL(link.href);
      address.searchParams.set("from", location.pathname);
      location.assign(address);
    }
    return;
  }
  const act = single[event.key];
  if (!act || !singleKeys.checked || event.target.closest?.(TYPING) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});
