// From a finding of the gate to its place: the field gets the focus, the block the cursor.
const FOCUSABLE = "a, button, input:not([type=hidden]), textarea, select, [tabindex]";
const calmly = window.matchMedia("(prefers-reduced-motion: reduce)");

function goTo(place) {
  // The body's own input is hidden behind the editor.
  const editor = place.closest(".ProseMirror") ?? place.closest(".field--body")?.querySelector(".ProseMirror");
  const block = editor?.contains(place) ? place : null;
  const shown = block ?? editor ?? place;
  shown.scrollIntoView({ block: "center", behavior: calmly.matches ? "auto" : "smooth" });
  const target = editor ?? (place.matches(FOCUSABLE) ? place : place.parentElement.querySelector(FOCUSABLE));
  target?.focus({ preventScroll: true });
  if (block) document.getSelection().collapse(block, 0);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-place]");
  if (!link) return;
  // A block that is gone leads to the body.
  const place = document.getElementById(link.hash.slice(1)) ?? document.getElementById("id_body");
  if (!place) return;
  event.preventDefault();
  // Through the address, so that the place is marked and Back leads to where one was.
  window.location.hash = link.hash;
  goTo(place);
});
