// Words in another language, marked so that they are read aloud as they should be. A page of Vietnamese that
// comes from the clipboard marks nothing: only an editor does, and text copied inside the editor keeps it.
import { Mark, gettext, updateAttrsDialog } from "django-prose-editor/editor";

async function askForLanguage(editor, languages) {
  const names = languages.map(([, name]) => name);
  const dialog = updateAttrsDialog(
    { language: { title: gettext("Language"), enum: names } },
    { title: gettext("Words in another language") },
  );
  const answer = await dialog(editor, { language: names[0] });
  return answer && languages[names.indexOf(answer.language)]?.[0];
}

export const Foreign = Mark.create({
  name: "foreign",
  inclusive: false,

  addOptions() {
    return { languages: [] };
  },

  addAttributes() {
    return { lang: { default: null } };
  },

  parseHTML() {
    const isKnown = (element) => this.options.languages.some(([code]) => code === element.getAttribute("lang"));
    return [{ tag: "span[lang]", getAttrs: (element) => (isKnown(element) ? null : false) }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes, 0];
  },

  addCommands() {
    return {
      markForeign:
        () =>
        ({ editor, commands }) => {
          if (editor.isActive(this.name)) return commands.unsetMark(this.name, { extendEmptyMarkRange: true });
          if (editor.state.selection.empty) return false;
          askForLanguage(editor, this.options.languages).then((lang) => {
            // Behind the words, so that what is typed next does not take their place.
            if (lang) editor.chain().setMark(this.name, { lang }).setTextSelection(editor.state.selection.to).focus().run();
          });
          return true;
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "foreign",
      groups: "marks",
      button: buttons.material("translate", gettext("Words in another language")),
      active: (editor) => editor.isActive("foreign"),
      command: (editor) => editor.chain().focus().markForeign().run(),
    });
  },
});
