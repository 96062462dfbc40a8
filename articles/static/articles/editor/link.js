// Links: the dialog asks for the address alone, which is all that the house keeps. Without a selection Ctrl-K
// is left to the desk's quick search.
import { Link as BaseLink, gettext, updateAttrsDialog } from "django-prose-editor/editor";

const KEPT = /^(?:(?:https?:\/\/|mailto:|tel:)[^\s<>\x22\x27]+|\/(?![\/\\])[^\s\\<>\x22\x27]*|#b-[a-z0-9]+)$/i;
const WITHOUT_SCHEME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[\/?#]|$)/i;

// The address as it will be stored, or null.
export function whole(typed) {
  const address = typed.trim();
  const complete = WITHOUT_SCHEME.test(address) ? `https://${address}` : address;
  return KEPT.test(complete) ? complete : null;
}

async function askForAddress(editor, typed, refused = "") {
  const href = { title: gettext("URL"), description: refused, required: true };
  const dialog = updateAttrsDialog({ href }, { title: gettext("Edit Link") });
  const answer = await dialog(editor, { href: typed });
  if (!answer) return null;
  const message = gettext("An address begins with https://, with / for a page of this site, or with mailto: or tel:.");
  return whole(answer.href) ?? askForAddress(editor, answer.href, message);
}

export const Link = BaseLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          const isLink = editor.isActive("link");
          if (editor.state.selection.empty && !isLink) return false;
          askForAddress(editor, editor.getAttributes("link").href ?? "").then((href) => {
            if (href) editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
          });
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    return { "Mod-k": ({ editor }) => editor.commands.addLink() };
  },
});
