// The size of a story's text, in steps of a percentage; the choice stays on this device.
import { say } from "./say.js";

const SIZES = [90, 100, 115, 130, 150];
const root = document.documentElement;
const buttons = [...document.querySelectorAll("[data-text-step]")];

const place = () => Math.max(SIZES.indexOf(Number(root.dataset.textSize ?? 100)), 0);

function remember(size) {
  try {
    if (size === 100) localStorage.removeItem("text-size");
    else localStorage.setItem("text-size", size);
  } catch {
    // Without storage the choice lasts for this page.
  }
}

function showEnds() {
  for (const button of buttons) {
    button.setAttribute("aria-disabled", !(place() + Number(button.dataset.textStep) in SIZES));
  }
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    const size = SIZES[place() + Number(button.dataset.textStep)];
    if (!size) return;
    if (size === 100) delete root.dataset.textSize;
    else root.dataset.textSize = size;
    remember(size);
    showEnds();
    say(`Cỡ chữ ${size} %`);
  });
}
showEnds();
