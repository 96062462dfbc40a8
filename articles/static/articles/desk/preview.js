// The reader's page beside the form, at the width of a phone, a tablet or a desktop. It shows what
// was saved last, and remembers whether it was open and how wide.
const KEPT = "desk.preview";
const pane = document.getElementById("preview-pane");
const toggle = document.querySelector("[data-preview-toggle]");

if (pane && toggle) {
  const frame = pane.querySelector("[data-preview-frame]");
  const stage = frame.parentElement;
  const widths = [...pane.querySelectorAll("[data-preview-width]")];
  const kept = remembered();
  let width = Number(widths.find((one) => Number(one.dataset.previewWidth) === kept.width)?.dataset.previewWidth ?? 390);

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) ?? {};
    } catch {
      return {};
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEPT, JSON.stringify({ open: !pane.hidden, width }));
    } catch {
      // A browser that keeps nothing forgets this too.
    }
  }

  function fit() {
    const scale = Math.min(1, stage.clientWidth / width);
    frame.style.width = `${width}px`;
    frame.style.height = `${stage.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
    frame.style.marginInlineStart = `${Math.max(0, (stage.clientWidth - width * scale) / 2)}px`;
    for (const one of widths) one.setAttribute("aria-pressed", String(Number(one.dataset.previewWidth) === width));
  }

  // Anew, at the place where one was reading.
  function refresh() {
    if (pane.hidden) return;
    const place = frame.contentWindow.scrollY;
    const back = () => frame.contentWindow.scrollTo({ top: place, behavior: "instant" });
    frame.addEventListener("load", back, { once: true });
    frame.contentWindow.location.replace(pane.dataset.preview);
  }

  const covers = () => !window.matchMedia("(min-width: 60rem)").matches;

  function show(open) {
    pane.hidden = !open;
    document.body.classList.toggle("previewing", open);
    toggle.setAttribute("aria-expanded", String(open));
    remember();
    if (!open) return;
    fit();
    refresh();
    if (covers()) widths.find((one) => one.ariaPressed === "true").focus();
  }

  toggle.hidden = false;
  toggle.addEventListener("click", () => show(pane.hidden));
  function close() {
    show(false);
    toggle.focus();
  }

  pane.querySelector("[data-preview-close]").addEventListener("click", close);
  pane.addEventListener("keydown", (event) => event.key === "Escape" && close());
  for (const one of widths) {
    one.addEventListener("click", () => {
      width = Number(one.dataset.previewWidth);
      fit();
      remember();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.code === "KeyP" && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      show(pane.hidden);
    }
  });
  for (const event of ["story:saved", "story:corrected"]) document.addEventListener(event, refresh);
  new ResizeObserver(() => pane.hidden || fit()).observe(stage);
  if (kept.open && !covers()) show(true);
}
