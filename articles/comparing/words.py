"""What changed between two texts, syllable by syllable, and in their formatting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from articles.comparing.sequences import Hunk, hunks

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_WORD = re.compile(r"\w")
# A single word that stayed between two changes of more than these many pieces is no help to the reader.
PIECES_AROUND = 4


class Token(NamedTuple):
    """A syllable, a sign or a space, and how it is set: “strong”, “em”, “a https://…”."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """A stretch of text: "same", "deleted", "inserted", or "reformatted" (equal words, other marks)."""

    kind: str
    old: tuple[Token, ...]
    new: tuple[Token, ...]


def tokens_of(text: str, marks: tuple[str, ...] = ()) -> list[Token]:
    """The text in pieces that together are the text."""
    return [Token(piece, marks) for piece in _PIECES.findall(text)]


def compare_words(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """Runs whose old sides together are `old` and whose new sides together are `new`."""
    runs: list[Run] = []
    old_texts, new_texts = [token.text for token in old], [token.text for token in new]
    at_old = at_new = 0
    for hunk in _readable(hunks(old_texts, new_texts), old_texts):
        runs += _kept(old[at_old : hunk.old_start], new[at_new : hunk.new_start])
        if hunk.old_end > hunk.old_start:
            runs.append(Run("deleted", tuple(old[hunk.old_start : hunk.old_end]), ()))
        if hunk.new_end > hunk.new_start:
            runs.append(Run("inserted", (), tuple(new[hunk.new_start : hunk.new_end])))
        at_old, at_new = hunk.old_end, hunk.new_end
    return runs + _kept(old[at_old:], new[at_new:])


def compare_texts(old: str, new: str) -> list[Run]:
    return compare_words(tokens_of(old), tokens_of(new))


def is_changed(runs: Sequence[Run]) -> bool:
    return any(run.kind != "same" for run in runs)


def alike(old: Sequence[Token], new: Sequence[Token]) -> float:
    """0 to 1: how many words the two texts share, in whatever order."""
    ours, theirs = _word_counts(old), _word_counts(new)
    total = sum(ours.values()) + sum(theirs.values())
    if not total:
        return 0.0
    return 2 * sum(min(times, theirs.get(word, 0)) for word, times in ours.items()) / total


def _word_counts(tokens: Sequence[Token]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for token in tokens:
        if _WORD.match(token.text):
            counts[token.text] = counts.get(token.text, 0) + 1
    return counts


def _kept(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """Runs of equal words, parted where the formatting begins or ceases to differ."""
    runs = []
    for (kind, *_marks), pairs in groupby(zip(old, new, strict=True), key=_formatting):
        before, after = zip(*pairs, strict=True)
        runs.append(Run(kind, before, after))
    return runs


def _formatting(pair: tuple[Token, Token]) -> tuple:
    """Equal for neighbours that belong into one run: all that stayed, or all that changed in one way."""
    before, after = pair
    return ("same",) if before.marks == after.marks else ("reformatted", before.marks, after.marks)


def _readable(found: list[Hunk], old: list[str]) -> list[Hunk]:
    """Hunks joined over what stayed between them: first over spaces, then over one word among many."""
    return _joined(_joined(found, old, _is_no_word), old, _is_lost_word)


def _joined(found: list[Hunk], old: list[str], is_in_the_way) -> list[Hunk]:
    joined: list[Hunk] = []
    for hunk in found:
        last = joined[-1] if joined else None
        if last and is_in_the_way(last, old[last.old_end : hunk.old_start], hunk):
            joined[-1] = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        else:
            joined.append(hunk)
    return joined


def _is_no_word(before: Hunk, stayed: list[str], after: Hunk) -> bool:
    return not any(text == "\n" or _WORD.match(text) for text in stayed)


def _is_lost_word(before: Hunk, stayed: list[str], after: Hunk) -> bool:
    words = sum(1 for text in stayed if _WORD.match(text))
    return words == 1 and min(_size(before), _size(after)) > PIECES_AROUND


def _size(hunk: Hunk) -> int:
    return max(hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start)
