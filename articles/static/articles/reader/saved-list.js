// The stories put aside on this device. Each is read from the site when it is opened: a story that was
// corrected shows its correction, one that was withdrawn says so.
import { drop, kept } from "./kept-stories.js";

const list = document.querySelector("[data-kept-list]");
const none = document.querySelector("[data-kept-none]");

function show() {
  const stories = kept();
  none.hidden = stories.length > 0;
  list.replaceChildren(
    ...stories.map(({ path, title }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = title;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "kept-stories__drop";
      button.textContent = "Bỏ lưu";
      button.setAttribute("aria-label", `Bỏ lưu bài: ${title}`);
      button.addEventListener("click", () => {
        const next = item.nextElementSibling ?? item.previousElementSibling;
        const place = [...list.children].indexOf(item);
        drop(path);
        show();
        (next ? list.children[Math.min(place, list.children.length - 1)].querySelector("a") : none).focus();
      });
      item.append(link, button);
      return item;
    }),
  );
}

addEventListener("storage", show);
addEventListener("pageshow", show);
