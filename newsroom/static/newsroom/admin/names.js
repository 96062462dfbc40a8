// Names for controls that libraries draw without one: a chooser takes the label of its field,
// a control in a table the heading of its column.
function nameChooser(select) {
  const chooser = select.nextElementSibling?.querySelector(".select2-selection");
  const shown = chooser?.querySelector(".select2-selection__rendered");
  const label = document.querySelector(`label[for="${select.id}"]`);
  if (!shown) return;
  if (label) {
    label.id ||= `${select.id}_label`;
    chooser.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    shown.setAttribute("aria-labelledby", label.id);
  } else if (select.hasAttribute("aria-label")) {
    chooser.removeAttribute("aria-labelledby");
    for (const part of [chooser, shown]) part.setAttribute("aria-label", select.getAttribute("aria-label"));
  }
}

function nameCell(cell) {
  const heading = cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
  for (const control of cell.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (heading && !control.labels?.length) control.setAttribute("aria-label", heading.textContent.trim());
  }
}

function nameAll(part) {
  for (const cell of part.querySelectorAll(".tabular td")) nameCell(cell);
  for (const select of part.querySelectorAll("select.admin-autocomplete")) nameChooser(select);
}

// Django draws the choosers when its jQuery says that the page is ready, and those of a new row when the row is announced.
const whenReady = window.django?.jQuery ?? ((act) => act());
whenReady(() => nameAll(document));
document.addEventListener("formset:added", (event) => setTimeout(() => nameAll(event.target)));
