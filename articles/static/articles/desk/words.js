// The range of the words in the element; white space counts as one space, as the server counts it.
export function rangeOf(element, words) {
  const { ownerDocument } = element; // the text may stand in a frame
  const walker = ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const spots = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let index = 0; index < node.data.length; index += 1) {
      const letter = /\s/u.test(node.data[index]) ? " " : node.data[index];
      if (letter === " " && (text === "" || text.endsWith(" "))) continue;
      text += letter;
      spots.push([node, index]);
    }
  }
  const start = text.indexOf(words);
  if (start < 0 || !words) return null;
  const range = ownerDocument.createRange();
  range.setStart(...spots[start]);
  const [last, index] = spots[start + words.length - 1];
  range.setEnd(last, index + 1);
  return range;
}
