// Parts of the panel that answer for themselves. Each is fetched anew after a save, and its buttons
// work without leaving the form; without this script they lead back to it.
const form = document.getElementById("part-form");
const says = document.querySelector("[data-parts-say]");
const partOf = (element) => element?.closest("[data-part]");

function say(words) {
  says.textContent = "";
  says.textContent = words;
}

// What a person has opened, typed and reached in a part, to be given back after it was swapped.
function standing(part, done) {
  const isDone = (element) => done && done.contains(element);
  return {
    open: new Map([...part.querySelectorAll("details[id]")].filter((one) => !isDone(one)).map((one) => [one.id, one.open])),
    typed: new Map([...part.querySelectorAll("[id]:is(input, textarea, select)")].filter((one) => !isDone(one)).map((one) => [one.id, [one.value, one.checked]])),
    focus: part.contains(document.activeElement) ? document.activeElement.id : null,
  };
}

function giveBack(part, { open, typed, focus }) {
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id);
    if (details) details.open = isOpen;
  }
  for (const [id, [value, checked]] of typed) {
    const field = document.getElementById(id);
    if (!field || field.readOnly) continue;
    field.value = value;
    field.checked = checked;
  }
  if (focus !== null) (document.getElementById(focus || "") ?? part.querySelector("[tabindex='-1']"))?.focus();
}

function swap(part, html, done) {
  const kept = standing(part, done);
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const fresh = holder.content.querySelector("[data-part]");
  if (!fresh) return;
  part.replaceWith(fresh);
  giveBack(fresh, kept);
  const said = fresh.querySelector("[data-part-said]");
  if (said) say(said.textContent);
}

async function ask(part, address, options = {}, done = null) {
  let answer;
  part.setAttribute("aria-busy", "true");
  try {
    answer = await fetch(address, { ...options, headers: { "X-Part": "1" } });
  } catch {
    return gettext("The server cannot be reached.");
  } finally {
    part.removeAttribute("aria-busy");
  }
  if (answer.redirected) return gettext("Nothing happened: your login has ended.");
  if (!answer.ok) return answer.status === 400 ? answer.text() : gettext("Nothing happened: the server refused it.");
  swap(part, await answer.text(), done);
  return "";
}

function complain(part, words, near) {
  part.querySelector(".part__trouble")?.remove();
  const trouble = document.createElement("p");
  trouble.className = "part__trouble";
  trouble.textContent = words;
  near.before(trouble);
  say(words);
}

// What one part did may concern another, and the preview.
function follow(part) {
  if (part.hasAttribute("data-part-follows-saving")) return;
  refresh();
  document.dispatchEvent(new CustomEvent("story:corrected"));
}

form?.addEventListener("submit", async (event) => {
  const part = partOf(event.submitter);
  if (!part) return;
  event.preventDefault();
  const button = event.submitter;
  const data = new FormData(form, button);
  button.disabled = true;
  const trouble = await ask(part, button.formAction, { method: "POST", body: data }, button.closest("details"));
  button.disabled = false;
  if (!trouble) return follow(part);
  complain(part, trouble, button);
  button.focus();
});

// Enter presses the button beside the field, not the first one of the form.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || field.type !== "text" || field.form !== form) return;
  event.preventDefault();
  const button = field.parentElement.querySelector("button");
  if (button) form.requestSubmit(button);
});

async function refresh() {
  for (const part of document.querySelectorAll("[data-part-follows-saving]")) await ask(part, part.dataset.part);
}

document.addEventListener("story:saved", refresh);

// What is typed here is no change of the story, which listens to everything inside its form.
document.addEventListener("input", (event) => event.target.form === form && event.stopPropagation(), true);
