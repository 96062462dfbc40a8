// The story's form saves itself. Whatever the server has not confirmed is kept in this browser as well,
// so that a lost network, an ended login or a dead server costs no word.
import { Kept, earlierSitting, holdSitting } from "./sitting/kept.js";
import { LoginDialog, token } from "./sitting/login.js";
import { Notices } from "./sitting/notices.js";
import { differences, offer } from "./sitting/offer.js";

const PAUSE = 2_500;
const LONGEST_WAIT = 20_000;
const KEEP_AFTER = 250;
const HEARTBEAT = 20_000;
const RETRY = [2_000, 4_000, 8_000, 15_000, 30_000];
// Browsers finish at most 64 KB for a page that is gone.
const MOST_WHEN_LEAVING = 60_000;
const OWN = new Set(["csrfmiddlewaretoken", "base", "sitting", "turn"]);

class Autosave {
  constructor(form, settings) {
    this.form = form;
    this.addresses = { autosave: settings.autosave, here: settings.here };
    this.story = settings.story;
    this.sitting = form.elements.sitting.value;
    this.turn = Number(form.elements.turn.value) || 0;
    this.kept = new Kept(settings.person);
    this.notices = new Notices(form);
    this.login = new LoginDialog({ login: settings.login, loggedIn: settings.loggedIn, done: () => this.loggedIn() });
    // What came back with errors is on no server yet.
    this.confirmed = form.querySelector(".errornote") ? null : this.content();
    this.panelAtFirst = this.panelContent();
    this.isKept = true;
    this.failures = 0;
    this.earlier = earlierSitting(this.sitting);
    holdSitting(this.sitting);
    this.listen();
    this.heartbeat({ first: true });
    if (this.confirmed === null) this.typed();
  }

  // What the form holds -----------------------------------------------------------------------------

  entries() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !OWN.has(name));
  }

  isPanel(name) {
    return Boolean(this.form.querySelector(`.panel [name="${CSS.escape(name)}"]`));
  }

  content() {
    return JSON.stringify(this.entries().filter(([name]) => !this.isPanel(name)));
  }

  panelContent() {
    return JSON.stringify(this.entries().filter(([name]) => this.isPanel(name)));
  }

  get isSaved() {
    return this.content() === this.confirmed;
  }

  // What is kept here -------------------------------------------------------------------------------

  keep() {
    clearTimeout(this.keeping);
    this.keeping = null;
    if (this.isSaved && this.panelContent() === this.panelAtFirst && !this.hasFaults) {
      this.kept.drop(this.sitting);
      this.isKept = true;
      return;
    }
    this.isKept = this.kept.put({
      sitting: this.sitting,
      story: this.story,
      base: this.form.elements.base.value,
      turn: this.turn + 1,
      entries: this.entries(),
    });
  }

  // Events ------------------------------------------------------------------------------------------

  listen() {
    const typed = () => this.typed();
    this.form.addEventListener("input", typed);
    this.form.addEventListener("change", typed);
    // Choosers tell jQuery alone.
    window.django?.jQuery?.(this.form).on("change", "select", typed);
    this.form.addEventListener("compositionstart", () => {
      this.composing = true;
    });
    this.form.addEventListener("compositionend", () => {
      this.composing = false;
      this.typed();
    });
    this.form.addEventListener("submit", (event) => this.submitted(event));
    window.addEventListener("online", () => this.save());
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.submitting = false;
      this.heartbeat();
    });
    window.addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.save({ leaving: true });
      else this.heartbeat();
    });
    window.addEventListener("beforeunload", (event) => {
      // What is being sent is kept already, under the turn that the server will name.
      if (!this.submitting) this.keep();
      if (!this.submitting && !this.isSaved && !this.isKept) event.preventDefault();
    });
    setInterval(() => document.hidden || this.heartbeat(), HEARTBEAT);
  }

  typed() {
    this.keeping ??= setTimeout(() => this.keep(), KEEP_AFTER);
    this.waitingSince ??= Date.now();
    clearTimeout(this.waiting);
    const left = Math.max(0, this.waitingSince + LONGEST_WAIT - Date.now());
    this.waiting = setTimeout(() => this.save(), Math.min(PAUSE, left));
  }

  submitted(event) {
    this.keep();
    if (!navigator.onLine) {
      event.preventDefault();
      this.troubled();
      return;
    }
    this.submitting = true;
    this.turn += 1;
    this.form.elements.turn.value = this.turn;
    clearTimeout(this.waiting);
  }

  leave() {
    if (!this.submitting) this.save({ leaving: true });
    if (this.addresses.here) navigator.sendBeacon(this.addresses.here, this.letter({ leaving: "1" }));
  }

  // Saving ------------------------------------------------------------------------------------------

  letter(more = {}) {
    const data = new FormData();
    const { base, sitting } = this.form.elements;
    const own = { base: base.value, sitting: sitting.value, csrfmiddlewaretoken: token(), ...more };
    for (const [name, value] of Object.entries(own)) data.append(name, value);
    return data;
  }

  async save({ leaving = false } = {}) {
    clearTimeout(this.waiting);
    if (this.submitting || this.refused) return;
    if (!leaving && (this.composing || this.sending)) {
      this.waiting = setTimeout(() => this.save(), PAUSE);
      return;
    }
    this.keep();
    const content = this.content();
    if (content === this.confirmed || (leaving && content === this.underWay)) return;
    this.waitingSince = null;
    this.turn += 1;
    const data = this.letter({ turn: this.turn });
    for (const [name, value] of this.entries()) data.append(name, value);
    const keepalive = leaving && new Blob([content]).size < MOST_WHEN_LEAVING;
    this.sending = true;
    this.underWay = content;
    if (!this.failures) this.notices.say(gettext("Saving…"));
    let response;
    let answer = null;
    try {
      response = await fetch(this.addresses.autosave, {
        method: "POST",
        body: data,
        headers: { "X-CSRFToken": token() },
        redirect: "manual",
        keepalive,
      });
      answer = await response.json();
    } catch {
      // No network, no server, or a page where an answer was due.
    }
    this.sending = false;
    this.underWay = null;
    if (this.submitting) return;
    this.received(response, answer, content);
  }

  received(response, answer, content) {
    if (!answer?.code) {
      // A page instead of an answer, with 403: the token of the form is no longer that of the login.
      if (response?.status === 403) this.login.open();
      this.troubled();
      return;
    }
    this.failures = 0;
    if (response.ok) this.saved(answer, content);
    else if (response.status === 401) this.loggedOut(answer.message);
    else if (response.status === 409) this.late(answer, content);
    else this.refuse(answer.message, response.status);
    this.keep();
    // What was typed meanwhile follows.
    if (!this.isSaved && (response.ok || response.status === 409)) this.typed();
  }

  saved(answer, content) {
    if (answer.code === "stale") return; // a later state of this form has arrived already
    this.confirmed = content;
    this.hasFaults = Object.keys(answer.errors).length > 0;
    if (answer.base) this.form.elements.base.value = answer.base;
    if (answer.addresses) this.settle(answer.addresses);
    if (answer.others) this.notices.showPeople(answer.others);
    this.notices.showFaults(answer.errors);
    this.notices.forgetMarks(answer.wrong);
    this.notices.say(answer.message);
    if (answer.code === "saved") document.dispatchEvent(new CustomEvent("story:saved"));
  }

  // A new story has got its address: the page carries on as the page of that story.
  settle(addresses) {
    this.addresses = addresses;
    if (this.story !== "new") return;
    this.story = addresses.change.match(/(\d+)\/change\/$/)[1];
    history.replaceState(history.state, "", addresses.change);
    this.notices.offerTools(addresses.change);
  }

  late(answer, content) {
    this.confirmed = content;
    this.hasFaults = false;
    this.isUndecided = true; // the way to the two texts stays on the page until somebody has chosen
    this.notices.say(answer.message, { trouble: true });
    const words = answer.code === "conflict" ? gettext("Compare the two texts") : gettext("Load it again");
    this.notices.lead(answer.message, answer.url, words);
  }

  loggedOut(message) {
    this.notices.say(message, { trouble: true });
    this.login.open();
  }

  loggedIn() {
    this.refused = false;
    this.failures = 0;
    this.notices.say("");
    this.save();
  }

  // The server understood and does not take it. It stays kept here; a new login or page may change that.
  refuse(message, status) {
    this.refused = status === 403 || status === 404;
    const kept = this.isKept ? gettext("Your text is kept on this computer.") : "";
    this.notices.say(`${message} ${kept}`, { trouble: true });
  }

  troubled() {
    const wait = RETRY[Math.min(this.failures, RETRY.length - 1)];
    this.failures += 1;
    this.keep();
    this.notices.say(
      this.isKept
        ? gettext("No connection: your text is kept on this computer and is saved when it is back.")
        : gettext("No connection, and this browser keeps nothing: leave this page open."),
      { trouble: true },
    );
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.save(), wait);
  }

  // Being here --------------------------------------------------------------------------------------

  async heartbeat({ first = false } = {}) {
    const left = first ? await this.kept.left(this.story, this.sitting) : [];
    let arrived = {};
    if (this.addresses.here) {
      const data = this.letter();
      for (const record of left) data.append("kept", record.sitting);
      if (first && this.earlier) data.append("instead", this.earlier);
      try {
        const response = await fetch(this.addresses.here, { method: "POST", body: data, headers: { "X-CSRFToken": token() } });
        const answer = await response.json();
        if (response.status === 401) this.loggedOut(answer.message);
        if (response.ok) {
          if (this.refused) this.loggedIn();
          arrived = answer.arrived;
          this.notices.showPeople(answer.others);
          if (answer.overtaken && this.isSaved && !this.isUndecided) this.notices.lead(answer.overtaken, location.pathname, gettext("Load it again"));
        }
      } catch {
        // The next one may get through; what is typed is kept meanwhile.
      }
    }
    for (const record of left) this.offer(record, arrived[record.sitting]);
  }

  offer(record, arrivedTurn) {
    const drop = () => this.kept.drop(record.sitting);
    const changed = differences(record.entries, this.entries());
    if (arrivedTurn >= record.turn || !changed.length) drop();
    else offer({ form: this.form, record, changed, drop });
  }
}

const form = document.querySelector("[data-story-form]");
const settings = form?.querySelector("[data-sittings]")?.dataset;
if (settings) new Autosave(form, settings);
