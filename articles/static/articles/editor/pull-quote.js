// A pull quote: words of the story set large. Stored as an <aside> of one paragraph; a last line that begins
// with a dash names who says them.
import { Node, gettext, mergeAttributes } from "django-prose-editor/editor";

const INDENTED_QUOTE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M3 3h18M3 21h18" /><path d="M6 16c3 0 4-2 4-8H5v5h5M15 16c3 0 4-2 4-8h-5v5h5" /></svg>';

// What is selected inside one block goes along as the words of the quote; the text itself stays.
function selectedWords({ doc, selection: { from, to, $from, $to } }) {
  return $from.sameParent($to) ? doc.textBetween(from, to, " ").trim() : "";
}

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "inline*",
  marks: "bold italic",
  defining: true,

  parseHTML() {
    return [{ tag: "aside" }];
  },

  renderHTML({ HTMLAttributes }) {
    const placeholder = gettext("Words of the story, set large. Shift-Enter and a dash: who says them.");
    return ["aside", mergeAttributes(HTMLAttributes, { "data-placeholder": placeholder }), 0];
  },

  addCommands() {
    return {
      pullQuote:
        () =>
        ({ editor, state, chain }) => {
          if (editor.isActive(this.name)) return chain().setNode("paragraph").run();
          const words = selectedWords(state);
          if (!words && state.selection.$from.parent.content.size === 0) return chain().setNode(this.name).run();
          const { $from, $to } = state.selection;
          const behind = $to.depth ? $to.after(1) : $from.pos;
          const content = words ? [{ type: "text", text: words }] : [];
          return chain()
            .insertContentAt(behind, { type: this.name, content })
            .setTextSelection(behind + 1 + words.length)
            .run();
        },
    };
  },

  addKeyboardShortcuts() {
    // At the end of the quote Enter goes on with the story, not with another quote.
    return {
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if (!empty || $from.parent.type.name !== this.name || $from.parentOffset < $from.parent.content.size) return false;
        return editor.chain().insertContentAt($from.after(), { type: "paragraph" }).setTextSelection($from.after() + 1).run();
      },
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "nodes",
      button: buttons.svg(INDENTED_QUOTE, gettext("Pull quote")),
      active: (editor) => editor.isActive("pullQuote"),
      command: (editor) => editor.chain().focus().pullQuote().run(),
    });
  },
});
