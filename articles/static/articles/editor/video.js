// A video of another site: its address is asked for, only site and id are kept. Nothing is loaded from there.
import { Node, gettext, mergeAttributes, updateAttrsDialog } from "django-prose-editor/editor";

export function videoAt(address, providers) {
  for (const { name, addresses } of providers) {
    const found = new RegExp(addresses).exec(address.trim());
    if (found) return `${name}:${found[1]}`;
  }
  return null;
}

async function askForVideo(editor, providers, typed = "", refused = "") {
  const names = providers.map((provider) => provider.label).join(", ");
  const address = {
    title: gettext("Address of the video"),
    description: refused || window.interpolate(gettext("From %s. Readers load it only when they ask for it."), [names]),
    required: true,
  };
  const dialog = updateAttrsDialog({ address }, { title: gettext("Insert video"), submitText: gettext("Insert") });
  const answer = await dialog(editor, { address: typed });
  if (!answer) return null;
  const video = videoAt(answer.address, providers);
  const message = gettext("This is no address of a video at %s.");
  return video ?? askForVideo(editor, providers, answer.address, window.interpolate(message, [names]));
}

export const Video = Node.create({
  name: "video",
  group: "block",
  content: "caption",
  draggable: true,
  isolating: true,
  priority: 101,

  addOptions() {
    return { providers: [] };
  },

  addAttributes() {
    return { video: { default: null, rendered: false } };
  },

  parseHTML() {
    const ofFigure = (element) => ({ video: element.dataset.video });
    const ofFrame = (element) => {
      const video = videoAt(element.getAttribute("src") ?? "", this.options.providers);
      return video ? { video } : false;
    };
    return [
      { tag: "figure[data-video]", getAttrs: ofFigure, priority: 60 },
      { tag: "iframe[src]", getAttrs: ofFrame },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { video } = node.attrs;
    const [name, id] = video.split(":");
    const label = this.options.providers.find((provider) => provider.name === name)?.label ?? name;
    return ["figure", mergeAttributes(HTMLAttributes, { "data-video": video, "data-label": `${label} · ${id}` }), 0];
  },

  addCommands() {
    return {
      insertVideo:
        () =>
        ({ editor, dispatch }) => {
          if (dispatch) {
            askForVideo(editor, this.options.providers).then((video) => {
              if (!video) return;
              editor.chain().focus().insertContent({ type: this.name, attrs: { video }, content: [{ type: "caption" }] }).run();
            });
          }
          return true;
        },
    };
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "video",
      groups: "nodes",
      button: buttons.material("smart_display", gettext("Insert video")),
      active: (editor) => editor.isActive("video"),
      command: (editor) => editor.commands.insertVideo(),
    });
  },
});
