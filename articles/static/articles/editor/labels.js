// The editor writes most of its own labels in English: bring them to the editor's language.
import { gettext } from "django-prose-editor/editor";

const inWords = (label) => gettext(label.charAt(0).toUpperCase() + label.slice(1));

// The menu is made when the editor tells that it stands, by a listener before ours.
export function speakTheEditorsLanguage(editor) {
  editor.on("create", () => label(editor));
}

// Its dialogs, which it puts beside the text, offer choices in English; what one sends back stays.
function labelDialogs(changes) {
  for (const dialog of changes.flatMap((change) => [...change.addedNodes])) {
    for (const option of dialog.querySelectorAll?.("option") ?? []) {
      option.value = option.textContent;
      option.textContent = gettext(option.value);
    }
  }
}

function label(editor) {
  new MutationObserver(labelDialogs).observe(editor.view.dom.parentElement, { childList: true });
  const menu = editor.view.dom.parentElement.querySelector(".prose-menubar");
  for (const button of menu.querySelectorAll("button[title]")) {
    if (!button.title) continue;
    button.title = inWords(button.title);
    button.setAttribute("aria-label", button.title);
  }
  for (const option of menu.querySelectorAll(".prose-menubar__option > *")) {
    option.textContent = inWords(option.textContent);
  }
  menu.setAttribute("role", "toolbar");
  menu.setAttribute("aria-label", gettext("Formatting"));
  editor.view.dom.setAttribute("aria-label", gettext("Body of the story"));
  editor.view.dom.setAttribute("lang", "vi");
  editor.view.dispatch(editor.state.tr);
}
