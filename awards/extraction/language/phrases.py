"""Phrases of the language: lists of them, and the longest that begins at a place."""

from collections.abc import Iterable


class Phrases:
    """Phrases of lower-case syllables, each with a value; the longest that fits is found by its first one."""

    def __init__(self, entries: Iterable[tuple[str, object]]):
        self._values: dict[tuple[str, ...], object] = {}
        for phrase, value in entries:
            self._values.setdefault(tuple(phrase.split()), value)
        lengths: dict[str, set[int]] = {}
        for syllables in self._values:
            lengths.setdefault(syllables[0], set()).add(len(syllables))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}
        self.openings = frozenset(self._lengths)  # the first syllables

    def match(self, lows: list[str], at: int) -> tuple[int, object]:
        """The place after the longest phrase at `at` and its value; (at, None) where none begins."""
        if 0 <= at < len(lows):
            for length in self._lengths.get(lows[at], ()):
                said = tuple(lows[at : at + length])  # shorter at the end of a sentence
                value = self._values.get(said)
                if value is not None:
                    return at + len(said), value
        return at, None


def phrases(text: str) -> Phrases:
    """Phrases parted by bars."""
    return Phrases((phrase, True) for phrase in text.split("|"))


def valued(*entries: tuple[str, object]) -> Phrases:
    return Phrases((phrase, value) for text, value in entries for phrase in text.split("|"))
