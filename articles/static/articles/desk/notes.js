// Notes on a story: sent and answered without leaving the page, so nothing typed in the story is lost.
import { markNotes } from "./note-marks.js";
import { offerNames } from "./note-names.js";
import { watchSelection } from "./note-selection.js";

const section = () => document.querySelector("[data-notes]");
const forms = () => document.querySelector("[data-note-forms]");
const boxes = () => [...section().querySelectorAll("textarea")];
const isTyped = (box) => box.value !== box.defaultValue;

// Filled after it stands in the page: that is what screen readers tell.
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");

function prepare() {
  // What is typed here is no change of the story, whose form may stand around it.
  for (const kind of ["input", "change"]) section().addEventListener(kind, (event) => event.stopPropagation());
  offerNames(section());
  watchSelection(section());
  markNotes(section());
}

function complain(form, words) {
  const box = boxes().find((one) => one.form === form) ?? section();
  let complaint = document.getElementById(`complaint-${form.id}`);
  if (!complaint) {
    complaint = document.createElement("p");
    complaint.id = `complaint-${form.id}`;
    complaint.className = "notes__complaint";
    complaint.setAttribute("role", "alert");
    box.after(complaint);
  }
  complaint.textContent = words;
}

// The new state of the notes, with what is still being typed in other boxes.
function show(html, sent, anchor) {
  const typed = boxes().filter((box) => isTyped(box) && box.form !== sent);
  const opened = [...section().querySelectorAll("details[open]")].map((one) => one.className);
  const page = new DOMParser().parseFromString(html, "text/html");
  section().replaceWith(page.querySelector("[data-notes]"));
  forms().replaceWith(page.querySelector("[data-note-forms]"));
  for (const box of typed) {
    const same = document.getElementById(box.id);
    if (!same) continue;
    same.value = box.value;
    for (let holder = same.closest("details"); holder; holder = holder.parentElement.closest("details")) holder.open = true;
  }
  const settled = section().querySelector(".notes__settled");
  if (settled && opened.includes("notes__settled")) settled.open = true;
  prepare();
  reach(anchor);
}

function reach(anchor) {
  const place = anchor && document.getElementById(anchor);
  if (!place || !section().contains(place)) return;
  const holder = place.closest("details");
  if (holder) holder.open = true;
  place.focus();
  place.scrollIntoView({ block: "nearest" });
}

async function send(form, button) {
  const data = new FormData(form, button);
  data.set("part", "1");
  // A login in another tab changes the key that the page was made with.
  const key = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  if (key) data.set("csrfmiddlewaretoken", key[1]);
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const answer = await fetch(address, { method: "POST", body: data, redirect: "manual" });
  if (answer.ok) {
    show(await answer.text(), form, answer.headers.get("X-Anchor"));
    status.textContent = answer.headers.has("X-Said") ? decodeURIComponent(answer.headers.get("X-Said")) : "";
  } else if (answer.headers.get("Content-Type")?.startsWith("text/plain")) {
    complain(form, await answer.text());
  } else {
    complain(form, window.gettext("Not sent: log in again in another tab, then send once more. Your words stay here."));
  }
}

if (section()) {
  document.body.append(status);
  prepare();
  reach(window.location.hash.slice(1));
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-note-form]")) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    try {
      await send(form, event.submitter);
    } catch {
      complain(form, window.gettext("Not sent: there is no connection. Your words stay here."));
    } finally {
      delete form.dataset.busy;
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (boxes().some(isTyped)) event.preventDefault();
  });
  window.addEventListener("hashchange", () => reach(window.location.hash.slice(1)));
}
