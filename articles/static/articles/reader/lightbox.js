// Shows a picture of the story large, over the page; without this script its link opens the picture itself.
const links = [...document.querySelectorAll("a.enlarge")];
let dialog, frame, caption, place;

const button = (label, text, action) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `lightbox__button lightbox__button--${action.name}`;
  made.setAttribute("aria-label", label);
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
};

const close = () => dialog.close();
const before = () => show(place - 1);
const after = () => show(place + 1);

function build() {
  dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", "Ảnh lớn");
  frame = document.createElement("div");
  frame.className = "lightbox__frame";
  caption = document.createElement("p");
  caption.className = "lightbox__caption";
  caption.setAttribute("role", "status");
  dialog.append(button("Đóng ảnh lớn", "×", close), frame, caption);
  if (links.length > 1) dialog.append(button("Ảnh trước", "‹", before), button("Ảnh sau", "›", after));
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target === frame) close();
  });
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") before();
    if (key === "ArrowRight") after();
  });
  // Whoever closes the last picture goes on where that one stands.
  dialog.addEventListener("close", () => links[place].focus());
  document.body.append(dialog);
}

function show(wanted) {
  place = (wanted + links.length) % links.length;
  const picture = links[place].querySelector("picture").cloneNode(true);
  for (const source of picture.querySelectorAll("source")) source.sizes = "100vw";
  picture.querySelector("img").removeAttribute("loading");
  frame.replaceChildren(picture);
  const words = links[place].closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
  const number = links.length > 1 ? `Ảnh ${place + 1}/${links.length}. ` : "";
  caption.textContent = number + words;
}

links.forEach((link, number) => {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!dialog) build();
    show(number);
    dialog.showModal();
  });
});
