// The toolbar by keyboard, as toolbars are everywhere: one stop for Tab, arrows within; Alt-F10 leads there
// from the text and Escape back.
import { gettext } from "django-prose-editor/editor";

const seen = (button) => !button.classList.contains("hidden") && button.offsetParent !== null;

export function steerByKeys(editor) {
  editor.on("create", () => steer(editor));
}

function steer(editor) {
  const menu = editor.view.dom.parentElement.querySelector(".prose-menubar");
  const buttons = () => [...menu.querySelectorAll("button:not(.prose-menubar__option)")].filter(seen);
  let stop = null;

  // The list of block types draws its button anew; whichever stands there now is part of the row.
  const settle = () => {
    const row = buttons();
    const kind = menu.querySelector(".prose-menubar__selected button");
    if (kind) kind.title = kind.ariaLabel = gettext("Kind of paragraph");
    if (!row.includes(stop)) stop = row[0];
    for (const button of row) {
      button.tabIndex = button === stop ? 0 : -1;
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
      if (button.dataset.name) button.setAttribute("aria-pressed", button.classList.contains("active"));
    }
  };
  const go = (button) => {
    stop = button;
    settle();
    button.focus();
  };

  menu.addEventListener("keydown", (event) => {
    if (event.target.closest(".prose-menubar__picker")) return;
    const row = buttons();
    const at = row.indexOf(event.target.closest("button"));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined && at >= 0) go(row.at(to % row.length));
    else if (event.key === "Escape") editor.commands.focus();
    else return;
    event.preventDefault();
  });
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.key !== "F10" || !event.altKey) return;
    event.preventDefault();
    settle();
    go(stop);
  });
  editor.on("transaction", settle);
  settle();
}
