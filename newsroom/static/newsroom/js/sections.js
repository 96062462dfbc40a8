// On a phone the sections row may hide the current place to the right: bring it into view.
const current = document.querySelector(".sections [aria-current]");
const row = current?.closest(".sections__row");
if (row) {
  const frame = row.getBoundingClientRect();
  const place = current.getBoundingClientRect();
  if (place.right > frame.right) row.scrollLeft = place.left - frame.left - (frame.width - place.width) / 2;
}
