// Whoever begins to search gets suggestions; their script is fetched only then.
for (const frame of document.querySelectorAll("[data-suggest]")) {
  const begin = async () => (await import("./search-box.js")).dress(frame);
  if (frame.contains(document.activeElement)) begin();
  else frame.addEventListener("focusin", begin, { once: true });
}
