// Words, characters and reading time below the text. A Vietnamese word is counted by its syllables, which
// stand apart, as every newsroom here counts.
import { gettext } from "django-prose-editor/editor";

const SYLLABLES_A_MINUTE = 250;
const language = () => document.documentElement.lang || "vi";
const written = (number) => new Intl.NumberFormat(language()).format(number);
const plain = (text) => text.replace(/\s+/gu, " ").trim();

// The words that readers read: no captions, and no pull quote that repeats the text.
function wordsOf(doc) {
  const text = [];
  const quotes = [];
  doc.forEach((node) => {
    const words = plain(node.textBetween(0, node.content.size, " ", " "));
    if (node.type.name === "pullQuote") quotes.push(words);
    else if (!["figure", "video"].includes(node.type.name)) text.push(words);
  });
  const whole = text.join(" ").toLowerCase();
  const own = quotes.filter((quote) => !whole.includes(quote.toLowerCase().replace(/^[\s“"…]+|[\s”".…]+$/gu, "")));
  return plain([...text, ...own].join(" "));
}

function measure(text) {
  const words = text ? text.split(" ").length : 0;
  const characters = [...new Intl.Segmenter("vi").segment(text)].length;
  return { words, characters, minutes: words ? Math.max(1, Math.round(words / SYLLABLES_A_MINUTE)) : 0 };
}

function inWords({ words, characters, minutes }) {
  const parts = [
    window.interpolate(window.ngettext("%s word", "%s words", words), [written(words)]),
    window.interpolate(window.ngettext("%s character", "%s characters", characters), [written(characters)]),
  ];
  if (minutes) parts.push(window.interpolate(gettext("about %s min to read"), [written(minutes)]));
  return parts.join(" · ");
}

export function countWords(editor) {
  const line = document.createElement("p");
  line.className = "prose-count";
  line.id = "prose-count";
  editor.view.dom.setAttribute("aria-describedby", line.id);
  editor.view.dom.after(line);
  let waiting = null;
  const count = () => {
    waiting = null;
    line.textContent = inWords(measure(wordsOf(editor.state.doc)));
  };
  // Long texts are not counted at every letter.
  editor.on("update", () => {
    waiting ??= setTimeout(count, 300);
  });
  count();
}
