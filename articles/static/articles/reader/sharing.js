// Copies the address of the story or of a paragraph, and hands the story to other apps where the device can.
import { say } from "./say.js";

const COPIED = "Đã chép liên kết";

async function copy(address, element) {
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    return false;
  }
  say(COPIED);
  element.dataset.copied = COPIED;
  setTimeout(() => delete element.dataset.copied, 2000);
  return true;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    // Where the clipboard is refused, the address is shown to be copied by hand.
    if (!(await copy(button.dataset.copy, button))) prompt("Liên kết của bài", button.dataset.copy);
  });
}

const address = document.querySelector("[data-copy]")?.dataset.copy ?? location.href.split("#")[0];
document.querySelector(".story__body")?.addEventListener("click", (event) => {
  const link = event.target.closest(".paragraph-link");
  // The link still leads to its paragraph: the address stands in the browser's own line, too.
  if (link) copy(address + link.hash, link);
});

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) {
    button.parentElement.remove();
    continue;
  }
  button.addEventListener("click", () => {
    // Turning back from the device's own sheet is no error.
    navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share }).catch(() => {});
  });
}
