// From a finding of the gate to its place: the field gets the focus, the block the cursor.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-place]");
  if (!link) return;
  // A block that is gone leads to the body.
  const place = document.getElementById(link.hash.slice(1)) ?? document.getElementById("id_body");
  if (!place) return;
  event.preventDefault();
  // Through the address, so that the place is marked and Back leads to where one was.
  window.location.hash = link.hash;
  const editor = place.closest(".ProseMirror") ?? place.closest(".field")?.querySelector(".ProseMirror");
  const quietly = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  (editor && !editor.contains(place) ? editor : place).scrollIntoView({ block: "center", behavior: quietly ? "auto" : "smooth" });
  if (!editor) return (place.matches("input:not([type=hidden]), textarea, select, [tabindex]") ? place : place.closest(".field")?.querySelector("a, button, input:not([type=hidden])"))?.focus({ preventScroll: true });
  editor.focus({ preventScroll: true });
  if (editor.contains(place)) document.getSelection().collapse(place, 0);
});
