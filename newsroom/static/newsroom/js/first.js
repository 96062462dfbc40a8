// Runs before the first paint: what a reader chose (light or dark, the size of the text) is there without a
// flash, and what a script will serve takes its place at once.
(() => {
  const { dataset } = document.documentElement;
  dataset.script = "";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
    const size = localStorage.getItem("text-size");
    if (size) dataset.textSize = size;
  } catch {
    // Storage may be refused; the page then follows the system.
  }
})();
