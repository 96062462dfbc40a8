// Hands the chosen picture to the window that opened the picker, and closes.
// The body editor waits for CKEDITOR.tools.callFunction, a photo field for a message.
const target = new URLSearchParams(location.search);

function choose({ ref, address, thumbnail, alt, caption }) {
  const { opener } = window;
  if (!opener) return;
  const callback = target.get("CKEditorFuncNum");
  if (callback) {
    opener.CKEDITOR?.tools.callFunction(callback, address, { id: ref, alternative_text: alt, caption });
  } else {
    opener.postMessage({ photo: { ref, thumbnail, caption: caption || alt || ref }, field: target.get("field") }, location.origin);
  }
  window.close();
}

for (const button of document.querySelectorAll("[data-pick]")) {
  button.addEventListener("click", () => choose(button.dataset));
}
const added = document.querySelector("[data-chosen]");
if (added) choose(added.dataset);
