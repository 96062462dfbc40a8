// What stories add to the body editor. Every name exported here can be switched on as an extension;
// one that the editor has too, such as Figure, replaces it.
import { speakTheEditorsLanguage } from "./labels.js";

export { BlockIds } from "./block-ids.js";
export { Caption, Figure, Image } from "./figure.js";
export { WordPaste } from "./word-paste.js";

document.addEventListener("prose-editor:ready", (event) => {
  speakTheEditorsLanguage(event.detail.editor);
});
