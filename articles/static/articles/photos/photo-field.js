// A field that holds a photo's reference: shows the picture and opens the picker.
// Without this script the reference is typed as text.
function enhance(field) {
  const input = field.querySelector("input");
  const image = field.querySelector("img");
  const caption = field.querySelector("[data-photo-caption]");
  const chooser = field.querySelector("[data-photo-choose]");
  const clearer = field.querySelector("[data-photo-clear]");

  function show(photo) {
    input.value = photo?.ref ?? "";
    image.hidden = clearer.hidden = !photo;
    if (photo) image.src = photo.thumbnail;
    caption.textContent = photo?.caption ?? "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // A reference that is not known stays in sight, with the form's message beside it.
  input.hidden = !input.value || !image.hidden;
  chooser.hidden = false;
  clearer.hidden = !input.value;
  chooser.addEventListener("click", () => {
    const address = `${field.dataset.picker}?field=${encodeURIComponent(input.id)}`;
    window.open(address, "photo-picker", "width=900,height=720");
  });
  clearer.addEventListener("click", () => {
    show(null);
    chooser.focus();
  });
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin || event.data?.field !== input.id) return;
    input.hidden = true;
    show(event.data.photo);
    chooser.focus();
  });
}

for (const field of document.querySelectorAll("[data-photo-field]")) enhance(field);
