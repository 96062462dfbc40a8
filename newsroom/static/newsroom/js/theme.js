// The switch between light and dark. Choosing what the system has anyway forgets the choice.
const button = document.querySelector("[data-theme-switch]");
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function label() {
  button.textContent = isDark() ? "Nền sáng" : "Nền tối";
}

function remember(theme) {
  try {
    if (theme) localStorage.setItem("theme", theme);
    else localStorage.removeItem("theme");
  } catch {
    // Without storage the choice lasts for this page.
  }
}

if (button) {
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const followsSystem = (wanted === "dark") === system.matches;
    if (followsSystem) delete root.dataset.theme;
    else root.dataset.theme = wanted;
    remember(followsSystem ? "" : wanted);
    label();
  });
  system.addEventListener("change", label);
  label();
}
