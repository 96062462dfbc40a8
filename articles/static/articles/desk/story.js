// The story's form: a warning before unsaved words are left, Ctrl/⌘-S, and addresses easy to copy.
const form = document.querySelector("[data-story-form]");

if (form) {
  let changed = Boolean(form.querySelector(".errornote"));
  form.addEventListener("input", () => {
    changed = true;
  });
  form.addEventListener("submit", () => {
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
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
