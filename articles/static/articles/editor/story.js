// What stories add to the body editor. Every name exported here can be switched on as an extension;
// one that the editor has too, such as Figure, replaces it.
import { countWords } from "./count.js";
import { speakTheEditorsLanguage } from "./labels.js";
import { steerByKeys } from "./toolbar.js";

export { BlockIds } from "./block-ids.js";
export { Caption, Figure, Image } from "./figure.js";
export { Foreign } from "./foreign.js";
export { Link } from "./link.js";
export { CleanPaste } from "./paste.js";
export { PullQuote } from "./pull-quote.js";
export { Video } from "./video.js";

document.addEventListener("prose-editor:ready", (event) => {
  const { editor } = event.detail;
  speakTheEditorsLanguage(editor);
  countWords(editor);
  steerByKeys(editor);
});
