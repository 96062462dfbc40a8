"""Where the words of a question stand in a story: marked titles, and passages around the marks.

Found under the keys, printed from the text itself: both keys of a text are as long as the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.search.ladder import Match
from articles.search.query import Query, Words
from articles.search.words import folded
from newsroom.vietnamese import ETH_TO_DJE, fold_per_character, nfc, unify_tone_marks

PASSAGE = 240  # characters
_BEFORE = 60  # of them before the first mark
Span = tuple[int, int]


class Text:
    """A text and its keys, character for character."""

    def __init__(self, text: str):
        self.text = nfc(text)

    @cached_property
    def exact(self) -> str:
        keyed = unify_tone_marks(self.text).translate(ETH_TO_DJE)
        small = keyed.casefold()
        return small if len(small) == len(keyed) else keyed  # ß and its like, which no Vietnamese text has

    @cached_property
    def folded(self) -> str:
        return fold_per_character(self.text)


class Marker:
    """Finds what made a story answer a question on that rung of the ladder."""

    def __init__(self, query: Query, match: Match):
        sequences = [*query.quoted]
        for run in query.runs:
            for units in run.readings:
                sequences += [tuple(word for unit in units for word in unit)] if match.whole else units
        self._exact = match.exact
        self._enough = len(query.quoted) + (len(query.runs) if match.whole else len(query.words))
        self._pattern = _pattern(sequences if self._exact else [tuple(map(folded, one)) for one in sequences])

    def spans(self, text: Text) -> list[Span]:
        keyed = text.exact if self._exact else text.folded
        return [found.span() for found in self._pattern.finditer(keyed)]

    def marked(self, text: str) -> SafeString:
        """The whole text with its marks, as safe HTML."""
        found = Text(text)
        return _html(found.text, self.spans(found))

    def passage(self, texts: Iterable[str]) -> SafeString | None:
        """A passage of the first of these texts that has a mark; None when none has."""
        for text in texts:
            paragraphs = nfc(text).split("\n")
            best: tuple[int, int, Text, list[Span]] | None = None
            for number, paragraph in enumerate(map(Text, paragraphs)):
                if spans := self.spans(paragraph):
                    marks = _most_together(spans)[0]
                    if not best or marks > best[0]:
                        best = marks, number, paragraph, spans
                    if marks >= self._enough:  # folding is what costs: what comes after it is not read
                        break
            if best:
                _, number, paragraph, spans = best
                return _cut_out(paragraph.text, spans, number > 0, number < len(paragraphs) - 1)
        return None


def shortened(text: str) -> SafeString:
    """The beginning of a text without a mark."""
    first, *others = nfc(text).split("\n")
    return _cut_out(first, [(0, 0)], False, bool(others))


def _pattern(sequences: Iterable[Words]) -> re.Pattern[str]:
    longest_first = sorted(set(map(tuple, sequences)), key=len, reverse=True)
    ways = "|".join(r"[\W_]+".join(map(re.escape, words)) for words in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{ways})(?![^\W_])")


def _cut_out(paragraph: str, spans: list[Span], comes_after: bool, goes_on: bool) -> SafeString:
    """The part with the most marks; whether something comes before and after the paragraph is told too."""
    start, end = _frame(paragraph, spans)
    within = [(a - start, b - start) for a, b in spans if start <= a < b <= end]
    before, after = "… " * (comes_after or start > 0), " …" * (goes_on or end < len(paragraph))
    return mark_safe(f"{before}{_html(paragraph[start:end], within)}{after}")  # noqa: S308  escaped


def _most_together(spans: list[Span]) -> tuple[int, Span]:
    """How many marks one passage can have at most, and the first of them."""
    starts = [start for start, _ in spans]
    reach = PASSAGE - _BEFORE
    most, at = max((bisect_left(starts, start + reach) - at, -at) for at, start in enumerate(starts))
    return most, spans[-at]


def _frame(paragraph: str, spans: list[Span]) -> Span:
    """Where to cut: about 240 characters, with as many marks as possible."""
    _, best = _most_together(spans)
    start, closes = max(0, best[0] - _BEFORE), len(paragraph)
    end = max(min(closes, start + PASSAGE), best[1])
    if start > 0:
        start = next((at + 1 for at in range(start, best[0]) if paragraph[at].isspace()), start)
    if end < closes:
        end = next((at for at in range(end, best[1], -1) if paragraph[at].isspace()), end)
    return start, end


def _html(text: str, spans: list[Span]) -> SafeString:
    parts, at = [], 0
    for start, end in _joined(text, spans):
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308  every piece of text is escaped


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Words that stand side by side carry one mark."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
