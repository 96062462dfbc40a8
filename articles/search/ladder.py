"""The rungs on which a story may answer a question, best first.

A phrase before all the words, all before any; on each the accents as typed before any accents. Where
no accents were typed they do not count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from articles.search.query import Query, Run, Words
from articles.search.words import folded

# Words that say little by themselves: a story that has only these of a question does not answer it.
_LITTLE = frozenset(
    "va cua cac la cho voi trong duoc co da nhung mot nay tu den ve tai theo o thi ma boi do de khi".split()
)


class Match(IntEnum):
    """How well a story answers."""

    EXACT_PHRASE = 0
    PHRASE = 1
    EXACT_WORDS = 2
    WORDS = 3
    ANY = 4

    @property
    def exact(self) -> bool:
        return self in (Match.EXACT_PHRASE, Match.EXACT_WORDS)

    @property
    def whole(self) -> bool:
        """Whether the words stand together."""
        return self in (Match.EXACT_PHRASE, Match.PHRASE)


@dataclass(frozen=True)
class Phrase:
    """Words one after the other."""

    words: Words


@dataclass(frozen=True)
class Every:
    """A story has all of these."""

    parts: tuple


@dataclass(frozen=True)
class Either:
    """A story has one of these."""

    parts: tuple


Expression = Phrase | Every | Either
Key = Callable[[str], str]


@dataclass(frozen=True)
class Rung:
    """An expression under one of the two keys."""

    match: Match
    expression: Expression


def rungs(query: Query) -> list[Rung]:
    """What to look for, best first, without the last resort of `single_words`."""
    found = []
    if query.has_marks:
        found.append(Rung(Match.EXACT_PHRASE, as_phrase(query, _as_typed)))
    found.append(Rung(Match.PHRASE, as_phrase(query, folded)))
    if as_words(query, folded) != as_phrase(query, folded):
        if query.has_marks:
            found.append(Rung(Match.EXACT_WORDS, as_words(query, _as_typed)))
        found.append(Rung(Match.WORDS, as_words(query, folded)))
    return found


def single_words(query: Query) -> list[Phrase]:
    """The last resort: words of which a story may have any, under the folded key.

    None for one word alone, and none beside a quotation, which a story must have.
    """
    words = list(dict.fromkeys(map(folded, query.words)))
    telling = [word for word in words if word not in _LITTLE]
    return [] if query.quoted or len(words) < 2 else [Phrase((word,)) for word in telling or words]


def as_phrase(query: Query, key: Key) -> Expression:
    """Each run of free words as a phrase, and each quotation."""
    return _expression(query, key, lambda units: _keyed([word for unit in units for word in unit], key))


def as_words(query: Query, key: Key) -> Expression:
    """All free words, wherever they stand, and each quotation as it is."""
    return _expression(query, key, lambda units: _every([_keyed(unit, key) for unit in units]))


def _expression(query: Query, key: Key, of_reading: Callable) -> Expression:
    quotations = [_keyed(words, key) for words in query.quoted]
    return _every([*quotations, *(_of_run(run, of_reading) for run in query.runs)])


def _of_run(run: Run, of_reading: Callable) -> Expression:
    return _alone_or(Either, [of_reading(units) for units in run.readings])


def _keyed(words, key: Key) -> Phrase:
    return Phrase(tuple(map(key, words)))


def _as_typed(word: str) -> str:
    return word


def _every(parts: list) -> Expression:
    return _alone_or(Every, parts)


def _alone_or(kind: type, parts: list) -> Expression:
    parts = tuple(dict.fromkeys(parts))
    return parts[0] if len(parts) == 1 else kind(parts)
