"""Phrases of the language: lists of them, and the longest that begins at a place."""

from collections.abc import Iterable


class Phrases:
    """Phrases of lower-case syllables, each with a value; the longest that fits is found by its first one."""

    def __init__(self, entries: Iterable[tuple[str, object]]):
        self._by_first: dict[str, list[tuple[tuple[str, ...], object]]] = {}
        for phrase, value in entries:
            syllables = tuple(phrase.split())
            self._by_first.setdefault(syllables[0], []).append((syllables, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: len(entry[0]), reverse=True)

    def match(self, lows: list[str], at: int) -> tuple[int, object]:
        """The place after the longest phrase at `at` and its value; (at, None) where none begins."""
        if at < len(lows):
            for syllables, value in self._by_first.get(lows[at], ()):
                if tuple(lows[at : at + len(syllables)]) == syllables:
                    return at + len(syllables), value
        return at, None


def phrases(text: str) -> Phrases:
    """Phrases parted by bars."""
    return Phrases((phrase, True) for phrase in text.split("|"))


def valued(*entries: tuple[str, object]) -> Phrases:
    return Phrases((phrase, value) for text, value in entries for phrase in text.split("|"))
