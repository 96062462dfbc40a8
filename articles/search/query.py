"""What a reader asked for: `hải quan "thi đua" -hội thảo` read into runs, quotations and exclusions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.search.words import exact_words, folded, has_marks
from newsroom.vietnamese import collapse_spaces

LONGEST = 200  # characters of a question that are read
MOST_WORDS = 24
MOST_READINGS = 4  # of one run: as typed, and with abbreviations written out or put in

Words = tuple[str, ...]
# A quotation, closed or running on to the end, or whatever stands between spaces; before either a minus.
_PIECE = re.compile(r'(-?)(?:["“”„«]([^"“”„«»]*)(?:["“”»]|$)|([^\s"“”„«»]+))')


@dataclass(frozen=True)
class Short:
    """An abbreviation as it is printed, and what it stands for."""

    short: str
    long: str
    ambiguous: bool  # means several things: taken for an abbreviation only in its own capitals


@dataclass(frozen=True)
class Run:
    """Words that stand together, and the ways to write them: each a list of units that stay together."""

    words: Words
    readings: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True)
class Query:
    """A question. `text` is as typed, on one line; `runs` are free words, `quoted` must stand as they are."""

    text: str = ""
    runs: tuple[Run, ...] = ()
    quoted: tuple[Words, ...] = ()
    excluded: tuple[Words, ...] = ()

    def __bool__(self):
        return bool(self.runs or self.quoted)

    @property
    def words(self) -> Words:
        """Every word that a story is to have."""
        free = [word for run in self.runs for word in run.words]
        return (*free, *(word for quote in self.quoted for word in quote))

    @property
    def wordings(self) -> list[Words]:
        """The words of the question in each way to write it, for those who look for words alone."""
        if len(self.runs) != 1:
            return [self.words]
        quoted = [word for quote in self.quoted for word in quote]
        return [(*(word for unit in units for word in unit), *quoted) for units in self.runs[0].readings]

    @property
    def has_marks(self) -> bool:
        """Whether accents were typed, so that they count."""
        return any(map(has_marks, self.words))


def read(text: str, shorts: Iterable[Short] = ()) -> Query:
    """The question that a text asks; without words it is false."""
    text = collapse_spaces(text)[:LONGEST]
    shorts = list(shorts)
    runs: list[list] = [[]]
    quoted: list[Words] = []
    excluded: list[Words] = []
    left = MOST_WORDS
    for minus, quotation, plain in _PIECE.findall(text):
        words = tuple(exact_words(quotation or plain))[:left]
        left -= len(words)
        if not words:
            continue
        if minus:
            excluded.append(words)
        elif quotation:
            quoted.append(words)
            runs.append([])
        else:
            runs[-1].append((plain, words))
    return Query(
        text,
        tuple(_run(pieces, shorts) for pieces in runs if pieces),
        tuple(dict.fromkeys(quoted)),
        tuple(dict.fromkeys(excluded)),
    )


def _run(pieces: list[tuple[str, Words]], shorts: list[Short]) -> Run:
    words = tuple(word for _, of_piece in pieces for word in of_piece)
    printed = {plain for plain, _ in pieces}
    as_typed = tuple((word,) for word in words)
    readings = [as_typed]
    for short in shorts:
        long_words, short_words = tuple(exact_words(short.long)), tuple(exact_words(short.short))
        if not short.ambiguous or short.short in printed:
            readings += [
                _replaced(as_typed, place, short_words, long_words) for place in _places(words, short_words)
            ]
        readings += [
            _replaced(as_typed, place, long_words, short_words) for place in _places(words, long_words)
        ]
    return Run(words, tuple(dict.fromkeys(readings))[:MOST_READINGS])


def _places(words: Words, wanted: Words) -> list[int]:
    """Where `wanted` stands in `words`; without accents where none were typed."""
    if not any(map(has_marks, words)):
        wanted = tuple(map(folded, wanted))
    size = len(wanted)
    return [at for at in range(len(words) - size + 1) if words[at : at + size] == wanted] if size else []


def _replaced(units: tuple[Words, ...], place: int, old: Words, new: Words) -> tuple[Words, ...]:
    return (*units[:place], new, *units[place + len(old) :])
