// Words, characters and reading time below the text. A Vietnamese word is counted by its syllables, which
// stand apart, as every newsroom here counts.
import { gettext } from "django-prose-editor/editor";

const SYLLABLES_A_MINUTE = 250;
const language = () => document.documentElement.lang || "vi";
const written = (number) => new Intl.NumberFormat(language()).format(number);

export function measure(text) {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,'’/-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
  const characters = [...new Intl.Segmenter("vi").segment(text.replace(/\s+/gu, " ").trim())].length;
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
    const { doc } = editor.state;
    line.textContent = inWords(measure(doc.textBetween(0, doc.content.size, "\n", " ")));
  };
  // Long texts are not counted at every letter.
  editor.on("update", () => {
    waiting ??= setTimeout(count, 300);
  });
  count();
}
