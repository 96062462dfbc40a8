// Runs before the first paint: a reader who chose light or dark gets it without a flash.
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be refused; the page then follows the system.
  }
})();
