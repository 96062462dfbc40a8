// What the form says about itself: a line beside the Save button, what could not be saved, who else is here.
export class Notices {
  constructor(form) {
    this.form = form;
    this.line = form.querySelector("[data-saved]");
    this.aloud = form.querySelector("[data-saved-aloud]");
    this.faults = form.querySelector("[data-saved-faults]");
    this.people = form.querySelector("[data-others]");
    this.marked = new Map([...form.querySelectorAll(".errorlist[id]")].map((list) => [list, this.valuesBeside(list)]));
  }

  // What stands in the fields that a list of faults speaks of.
  valuesBeside(list) {
    return [...list.parentElement.querySelectorAll("input, select, textarea")].map(({ value }) => value).join("\n");
  }

  // Trouble is also said to those who do not see the line; the daily round of saving is not.
  say(text, { trouble = false } = {}) {
    this.line.textContent = text;
    this.line.classList.toggle("panel__saved--trouble", trouble);
    if (trouble && this.aloud.textContent !== text) this.aloud.textContent = text;
    if (!trouble) this.aloud.textContent = "";
  }

  showFaults(errors) {
    const items = Object.entries(errors).map(([name, said]) => {
      const item = document.createElement("li");
      const label = this.form.querySelector(`label[for="id_${name}"], #${name}-heading`)?.textContent.trim().replace(/:$/, "") ?? name;
      const link = document.createElement("a");
      link.href = `#${document.getElementById(`id_${name}`) ? `id_${name}` : `${name}-heading`}`;
      link.textContent = label;
      item.append(link, `: ${said.join(" ")}`);
      return item;
    });
    this.faults.replaceChildren(...items);
    this.faults.hidden = !items.length;
  }

  // The text is saved now. A fault that the page came with goes once its field was changed and is right.
  forgetMarks(wrong) {
    this.form.querySelector(".errornote")?.remove();
    for (const [list, before] of this.marked) {
      const name = list.id.replace(/^id_/, "").replace(/_error$/, "");
      if (wrong.includes(name) || this.valuesBeside(list) === before) continue;
      const field = list.parentElement;
      for (const input of field.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
      list.remove();
      field.classList.remove("errors");
      this.marked.delete(list);
    }
  }

  // A story that has just got its address: the page was made before there was anything to preview or note on.
  offerTools(address) {
    const tools = this.form.querySelector("[data-new-story]");
    if (!tools) return;
    tools.querySelector("a").href = address;
    tools.hidden = false;
  }

  showPeople(others) {
    this.people.hidden = !others.length;
    this.people.querySelector("ul").replaceChildren(
      ...others.map(({ name, since }) => {
        const item = document.createElement("li");
        const when = document.createElement("span");
        when.className = "quiet";
        when.textContent = since;
        item.append(`${name} `, when);
        return item;
      }),
    );
  }

  // One notice above the sheet, with the way on.
  lead(text, address, words) {
    this.notice ??= document.createElement("p");
    this.notice.className = "sitting-notice";
    this.notice.setAttribute("role", "alert");
    const link = document.createElement("a");
    link.href = address;
    link.className = "button button--main";
    link.textContent = words;
    if (this.notice.dataset.said === text + address) return;
    this.notice.dataset.said = text + address;
    this.notice.replaceChildren(`${text} `, link);
    this.form.querySelector(".sheet").prepend(this.notice);
  }
}
