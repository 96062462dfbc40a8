// The story's form: Ctrl/⌘-S, and addresses easy to copy. `autosave.js` sees to it that no word is lost.
const form = document.querySelector("[data-story-form]");

if (form) {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=_save]"));
    }
  });
  form.addEventListener("focusin", ({ target }) => target.matches("[data-select-on-focus]") && target.select());
  const firstError = form.querySelector(".errors input:not([type=hidden]), .errors textarea, .errors select");
  firstError?.focus();
}
