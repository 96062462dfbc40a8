// A picture in the body: chosen in the picker, never by an address, with its caption always at hand.
import {
  Caption as BaseCaption,
  Figure as BaseFigure,
  Image as BaseImage,
  canInsertNode,
  gettext,
} from "django-prose-editor/editor";

// The picker page answers through this name, with the number of the question.
const answers = new Map();
let lastNumber = 0;

window.CKEDITOR ??= {};
window.CKEDITOR.tools ??= {};
window.CKEDITOR.tools.callFunction = (number, address, photo) => {
  answers.get(Number(number))?.(address, photo);
  answers.delete(Number(number));
};

function askForPhoto(pickerUrl, answer) {
  lastNumber += 1;
  answers.set(lastNumber, answer);
  window.open(`${pickerUrl}?CKEditorFuncNum=${lastNumber}`, "picker", "width=980,height=760");
}

// The position of the picture that is selected or whose caption holds the cursor, or null.
function pictureAt({ selection }) {
  if (selection.node?.type.name === "image") return selection.from;
  if (selection.node?.type.name === "figure") return selection.from + 1;
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "figure") return $from.start(depth);
  }
  return null;
}

function putPhoto(editor, address, photo) {
  const attrs = { src: address, alt: photo.alternative_text || "", file: String(photo.id) };
  const position = pictureAt(editor.state);
  if (position === null) {
    const caption = photo.caption ? [{ type: "text", text: photo.caption }] : [];
    const content = [
      { type: "image", attrs },
      { type: "caption", content: caption },
    ];
    editor.chain().focus().insertContent({ type: "figure", content }).run();
  } else {
    editor.chain().focus().setNodeSelection(position).updateAttributes("image", attrs).run();
  }
}

export const Figure = BaseFigure.extend({
  content: "image caption",
  addNodeView: null,

  parseHTML() {
    const holdsPhoto = (element) => (element.querySelector("img[data-file]") ? null : false);
    return [{ tag: "figure", getAttrs: holdsPhoto }];
  },

  addCommands() {
    const choose =
      () =>
      ({ editor, state, dispatch }) => {
        const possible = pictureAt(state) !== null || canInsertNode(state, state.schema.nodes.figure);
        if (dispatch && possible) {
          askForPhoto(this.options.pickerUrl, (address, photo) => putPhoto(editor, address, photo));
        }
        return possible;
      };
    return { insertFigure: choose, editImage: choose };
  },

  addExtensions() {
    return [];
  },
});

export const Caption = BaseCaption.extend({
  group: "",

  renderHTML({ HTMLAttributes }) {
    const placeholder = gettext("Caption; left empty, the photo's own is shown");
    const ofVideo = gettext("What the video shows, and whose it is");
    const hints = { "data-placeholder": placeholder, "data-video-placeholder": ofVideo };
    return ["figcaption", { ...HTMLAttributes, ...hints }, 0];
  },
});

export const Image = BaseImage.extend({
  group: "",

  // A stored picture comes without its words, which stand with the photo; the caption below names it.
  addAttributes() {
    return { ...this.parent?.(), alt: { default: "" } };
  },

  parseHTML() {
    return [{ tag: "img[data-file]" }];
  },
});
