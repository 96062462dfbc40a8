// The month calendar: what is planned is dragged to another day or taken there with the arrow keys, and
// keeps its time of day; or it is moved in a small form. Without this script the form is a page of its own.
const calendar = document.querySelector("[data-calendar]");
const dialog = document.querySelector("[data-calendar-dialog]");
const said = document.querySelector("[data-calendar-said]");
const form = dialog.querySelector("[data-calendar-form]");
const fault = dialog.querySelector("[data-calendar-fault]");
let dragged = null;
let asked = null;

async function move(entry, at) {
  const body = new FormData(form);
  body.set("at", at);
  try {
    const answer = await fetch(entry.dataset.move, { method: "POST", body, headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (answer.ok) place(entry, told.at);
    return { ok: answer.ok, message: told.message };
  } catch {
    return { ok: false, message: gettext("It was not moved: the desk could not be reached, or you are logged out.") };
  }
}

function place(entry, at) {
  const day = calendar.querySelector(`[data-day="${at.slice(0, 10)}"]`);
  entry.dataset.at = at;
  if (!day) {
    entry.remove();
    return;
  }
  const time = entry.querySelector("[data-entry-time]");
  time.textContent = at.slice(11);
  time.dateTime = at;
  const list = day.querySelector("ul");
  const next = [...list.children].find((one) => one !== entry && one.querySelector("time").textContent > at.slice(11));
  const before = entry.closest("[data-day]");
  list.insertBefore(entry, next ?? null);
  for (const cell of [before, day]) {
    cell.classList.toggle("day--empty", !cell.querySelector(".entry") && !cell.querySelector(".day__more"));
  }
}

function say({ ok, message }) {
  said.textContent = message;
  said.classList.toggle("calendar-said--fault", !ok);
}

calendar.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-move]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.at);
  dragged.classList.add("entry--dragged");
});
calendar.addEventListener("dragover", (event) => {
  const day = event.target.closest("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  for (const other of calendar.querySelectorAll(".day--target")) if (other !== day) other.classList.remove("day--target");
  day.classList.add("day--target");
});
calendar.addEventListener("drop", async (event) => {
  const day = event.target.closest("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  const entry = dragged;
  if (entry.closest("[data-day]") !== day) say(await move(entry, day.dataset.day + entry.dataset.at.slice(10)));
});
calendar.addEventListener("dragend", () => {
  dragged?.classList.remove("entry--dragged");
  dragged = null;
  for (const day of calendar.querySelectorAll(".day--target")) day.classList.remove("day--target");
});

calendar.addEventListener("click", (event) => {
  const link = event.target.closest(".entry__move");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  asked = link.closest("[data-move]");
  fault.hidden = true;
  dialog.querySelector("[data-calendar-what]").textContent = asked.querySelector(".entry__title").textContent;
  form.elements.at.value = asked.dataset.at;
  dialog.showModal();
});
// On its button, an arrow key moves an entry by a day or a week.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

calendar.addEventListener("keydown", async (event) => {
  const link = event.target.closest(".entry__move");
  const days = STEPS[event.key];
  if (!link || !days || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const entry = link.closest("[data-move]");
  if (entry.ariaBusy) return;
  entry.ariaBusy = "true";
  const day = new Date(`${entry.dataset.at.slice(0, 10)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  say(await move(entry, day.toISOString().slice(0, 10) + entry.dataset.at.slice(10)));
  entry.ariaBusy = null;
  link.focus();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const outcome = await move(asked, form.elements.at.value);
  fault.hidden = outcome.ok;
  if (!outcome.ok) {
    fault.textContent = outcome.message;
    return;
  }
  dialog.close();
  say(outcome);
  asked.querySelector(".entry__move").focus();
});
dialog.querySelector("[data-calendar-close]").addEventListener("click", () => dialog.close());
