// Puts the story aside on this device, or takes it back.
import { drop, isKept, keep } from "./kept-stories.js";
import { say } from "./say.js";

for (const button of document.querySelectorAll("[data-keep]")) {
  const { pathname: path } = new URL(button.dataset.keep, location.href);
  const show = () => {
    const isThere = isKept(path);
    button.setAttribute("aria-pressed", String(isThere));
    button.textContent = isThere ? "Đã lưu" : "Lưu bài";
  };
  button.addEventListener("click", () => {
    const done = isKept(path) ? drop(path) : keep(path, button.dataset.keepTitle);
    show();
    say(done ? `${button.textContent}.` : "Trình duyệt này không cho lưu.");
  });
  addEventListener("pageshow", show);
  show();
}
