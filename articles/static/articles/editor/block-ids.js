// Carries the id of each block through typing, so that evidence and links stay with their paragraph.
// The server has the last word when the story is saved: it drops unknown ids and gives new ones.
import { Extension, Plugin } from "django-prose-editor/editor";

const BLOCKS = ["paragraph", "heading", "listItem", "figure", "video", "blockquote", "pullQuote", "table"];

function idsOf(doc) {
  const ids = new Set();
  doc.descendants((node) => {
    if (node.attrs.id) ids.add(node.attrs.id);
  });
  return ids;
}

// The same nodes, with the id only where `keep(id)` says so.
function withIds(fragment, keep) {
  const nodes = [];
  fragment.forEach((node) => {
    const content = node.content.size ? withIds(node.content, keep) : node.content;
    if (node.isText) return nodes.push(node);
    const id = node.attrs.id && keep(node.attrs.id) ? node.attrs.id : null;
    const attrs = "id" in node.attrs ? { ...node.attrs, id } : node.attrs;
    return nodes.push(node.type.create(attrs, content, node.marks));
  });
  return fragment.constructor.fromArray(nodes);
}

export const BlockIds = Extension.create({
  name: "blockIds",

  addGlobalAttributes() {
    const id = {
      default: null,
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute("id"),
      renderHTML: (attributes) => (attributes.id ? { id: attributes.id } : {}),
    };
    return [{ types: BLOCKS, attributes: { id } }];
  },

  addProseMirrorPlugins() {
    let known = null;
    return [
      new Plugin({
        view(view) {
          known = idsOf(view.state.doc);
          return {};
        },

        // The first block keeps an id that stands twice.
        appendTransaction(transactions, before, state) {
          if (!transactions.some((transaction) => transaction.docChanged)) return null;
          const seen = new Set();
          const change = state.tr;
          state.doc.descendants((node, position) => {
            const { id } = node.attrs;
            if (!id) return;
            if (seen.has(id)) change.setNodeAttribute(position, "id", null);
            seen.add(id);
          });
          return change.docChanged ? change.setMeta("addToHistory", false) : null;
        },

        props: {
          // An id comes in with what was cut from this story, or is being dragged in it: never with
          // a copy, and never from elsewhere.
          transformPasted(slice, view) {
            const moved = view.dragging?.move;
            const present = idsOf(view.state.doc);
            const keep = (id) => known?.has(id) && (moved || !present.has(id));
            return new slice.constructor(withIds(slice.content, keep), slice.openStart, slice.openEnd);
          },
        },
      }),
    ];
  },
});
