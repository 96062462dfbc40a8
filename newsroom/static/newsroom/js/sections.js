// On a phone the sections row may hide the current place to the right: bring it into view.
const current = document.querySelector(".sections [aria-current]");
const row = current?.closest(".sections__row");
if (row) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
