// What a story's page has to gain from JavaScript; nothing needs it.
import "./text-size.js";
import "./sharing.js";
import "./lightbox.js";
import "./saved.js";
import "./count.js";

document.querySelector("[data-print]")?.addEventListener("click", () => print());
