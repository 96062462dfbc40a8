// Rows of a form that can be added, removed and put in order. Without this script each row has a
// number and a tick box instead, and one empty row waits at the end.
function number(list) {
  [...list.children].filter((row) => !row.hidden).forEach((row, index) => {
    row.querySelector("[name$='-ORDER']").value = index + 1;
  });
}

function move(row, step) {
  const rows = [...row.parentElement.children].filter((one) => !one.hidden);
  const other = rows[rows.indexOf(row) + step];
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
}

function prepare(row, list) {
  row.querySelector(".row__plain").hidden = true;
  row.querySelector(".row__buttons").hidden = false;
  const change = (selector, act) => {
    const button = row.querySelector(selector);
    button.addEventListener("click", () => {
      act();
      number(list);
      list.dispatchEvent(new Event("input", { bubbles: true }));
      if (!row.hidden) button.focus();
    });
  };
  change("[data-row-up]", () => move(row, -1));
  change("[data-row-down]", () => move(row, 1));
  change("[data-row-remove]", () => {
    row.querySelector("[name$='-DELETE']").checked = true;
    row.hidden = true;
  });
}

for (const section of document.querySelectorAll("[data-rows]")) {
  const list = section.querySelector(".rows__list");
  const empty = section.querySelector("[data-rows-empty]");
  const total = section.querySelector("[name$='-TOTAL_FORMS']");
  const add = section.querySelector("[data-rows-add]");
  for (const row of list.children) prepare(row, list);
  add.hidden = false;
  add.addEventListener("click", () => {
    const holder = document.createElement("ol");
    holder.innerHTML = empty.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    list.append(row);
    total.value = Number(total.value) + 1;
    prepare(row, list);
    number(list);
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: section.dataset.rows } }));
    row.querySelector("select, input:not([type=hidden])").focus();
  });
  number(list);
}
