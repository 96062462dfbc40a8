// Tells once a day that this story was read here. The server keeps a number by the hour and nothing of the reader.
const STAY = 8_000;
const key = "newsroom:read";
const slug = location.pathname.replaceAll("/", "");
const today = new Date().toDateString();

function told() {
  try {
    const kept = JSON.parse(localStorage.getItem(key)) ?? {};
    return kept.day === today ? kept.slugs : [];
  } catch {
    return [];
  }
}

function tell() {
  const before = told();
  if (document.hidden || before.includes(slug)) return;
  navigator.sendBeacon("/luot-doc/", new URLSearchParams({ bai: slug }));
  try {
    localStorage.setItem(key, JSON.stringify({ day: today, slugs: [...before, slug] }));
  } catch {
    // Where nothing may be kept, the story is told of again after the next load.
  }
}

if (document.querySelector("link[rel=canonical]")) setTimeout(tell, STAY);
