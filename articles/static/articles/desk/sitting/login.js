// Logging in again without leaving the story: the login page in a dialog, then a new token for every form.
export function token() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="));
  return cookie?.split("=")[1] ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

function renewTokens() {
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token();
}

export class LoginDialog {
  constructor({ login, loggedIn, done }) {
    this.loggedIn = loggedIn;
    this.done = done;
    this.dialog = document.createElement("dialog");
    this.dialog.className = "login-again";
    this.dialog.setAttribute("aria-label", gettext("Log in again"));
    const said = document.createElement("p");
    said.textContent = gettext("Your login has ended. Log in again here: what you wrote is kept, and is saved as soon as you are in.");
    this.frame = document.createElement("iframe");
    this.frame.title = gettext("Log in again");
    this.frame.addEventListener("load", () => this.look());
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button";
    close.textContent = gettext("Later");
    close.addEventListener("click", () => this.dialog.close());
    this.address = `${login}?next=${encodeURIComponent(loggedIn)}`;
    this.dialog.append(said, this.frame, close);
    document.body.append(this.dialog);
  }

  open() {
    if (this.dialog.open) return;
    this.frame.src = this.address;
    this.dialog.showModal();
  }

  look() {
    let path = "";
    try {
      path = this.frame.contentWindow.location.pathname;
    } catch {
      return; // A page of another site, such as an identity provider's.
    }
    if (path !== this.loggedIn) return;
    renewTokens();
    this.dialog.close();
    this.frame.removeAttribute("src");
    this.done();
  }
}
