// Tells people who listen to the page what just happened.
const place = document.querySelector("[data-said]");

export function say(words) {
  if (place) place.textContent = words;
}
