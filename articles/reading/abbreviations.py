"""Abbreviations explained where they first stand in a story: `<abbr title="ngân sách nhà nước">NSNN</abbr>`."""

import re
from collections.abc import Iterator, Mapping

from newsroom.vietnamese import fold

# Neither in links, headings and other languages, nor in what somebody else said or made.
_UNTOUCHED = {"a", "abbr", "blockquote", "figure", "h2", "h3", "span", "sub", "sup", "table"}


def explain(root, meanings: Mapping[str, str]) -> None:
    """Mark the first use of each short form in the running text.

    Capitals count, and only whole words do: BTC is not explained inside “382/QĐ-BTC”. Where the
    story itself gives the long form beside the short one, it stays as written.
    """
    if not meanings:
        return
    found = _pattern(meanings)
    unexplained = set(meanings)
    for holder, place in _texts(root):
        _explain_in(holder, place, found, meanings, unexplained)


def _pattern(meanings: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(meanings, key=len, reverse=True)
    return re.compile(rf"(?<![\w/.\-–])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/\-–]|\.\w)")


def _texts(element) -> Iterator[tuple]:
    """Where running text stands, in reading order: (element, "text" or "tail")."""
    yield element, "text"
    for child in list(element):
        if child.tag not in _UNTOUCHED:
            yield from _texts(child)
        yield child, "tail"


def _explain_in(holder, place: str, found, meanings, unexplained: set[str]) -> None:
    text = getattr(holder, place) or ""
    start = 0
    for match in found.finditer(text):
        short = match.group()
        if short not in unexplained:
            continue
        unexplained.discard(short)
        if _explains_itself(text, match, meanings[short]):
            continue
        mark = holder.makeelement("abbr", {"title": meanings[short]})
        mark.text = short
        setattr(holder, place, text[start : match.start()])
        if place == "text":
            holder.insert(0, mark)
        else:
            parent = holder.getparent()
            parent.insert(parent.index(holder) + 1, mark)
        mark.tail = text[match.end() :]
        holder, place, start = mark, "tail", match.end()


def _explains_itself(text: str, match: re.Match, meaning: str) -> bool:
    before, after, words = fold(text[: match.start()]), fold(text[match.end() :]), fold(meaning)
    return before.endswith(f"{words} (") or after.startswith(f" ({words}")
