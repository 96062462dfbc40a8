"""Slips that a reader sees and a writer does not: tone marks, letters in pieces, spaces."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading, Text
from newsroom.tone_styles import tone_styles
from newsroom.vietnamese import nfc

_LOOSE_MARK = re.compile(r"\w?[\u0300-\u036f]+")
_DOUBLE_SPACE = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(r"(?<=\w)[^\S\n]+[,;:!?](?=\s|$)|(?<=\w)[^\S\n]+\.(?=\s|$)")
_NAMED = 4


def check(reading: Reading) -> Iterator[Finding]:
    texts = list(reading.texts())
    yield from _mixed_tone_marks(texts)
    for text in texts:
        yield from _slips(text)


def _mixed_tone_marks(texts: list[Text]) -> Iterator[Finding]:
    """The rarer style is the odd one; it is shown where it first stands."""
    old, new, first_old, first_new = Counter(), Counter(), None, None
    for text in texts:
        in_old, in_new = tone_styles(text.words)
        old.update(map(str.lower, in_old))
        new.update(map(str.lower, in_new))
        first_old = first_old or (text if in_old else None)
        first_new = first_new or (text if in_new else None)
    if not old or not new:
        return
    rarer, usual = sorted((old, new), key=Counter.total)
    first = first_old if rarer is old else first_new
    says = _("Tone marks are placed in two ways: %(rarer)s beside %(usual)s. One story keeps to one way.")
    yield Finding(
        "tone_marks",
        says % {"rarer": _examples(rarer), "usual": _examples(usual)},
        field=first.field,
        block=first.block,
        subject=" ".join(sorted(rarer)),
    )


def _examples(words: Counter) -> str:
    return ", ".join(f"“{word}”" for word, _number in words.most_common(_NAMED))


def _slips(text: Text) -> Iterator[Finding]:
    place = {"field": text.field, "block": text.block}
    loose = [match.group() for match in _LOOSE_MARK.finditer(nfc(text.words))]
    if loose or nfc(text.words) != text.words:
        says = _("Letters stand in pieces here (decomposed Unicode): type the words again.")
        yield Finding("decomposed", says, **place, subject=text.words)
    if doubled := _DOUBLE_SPACE.search(text.words):
        says = _("Two spaces in a row: “%(words)s”.") % {"words": _around(text.words, doubled)}
        yield Finding("double_space", says, **place, subject=_around(text.words, doubled))
    if loose_sign := _SPACE_BEFORE.search(text.words):
        says = _("A space before a punctuation mark: “%(words)s”.")
        words = _around(text.words, loose_sign)
        yield Finding("space_before", says % {"words": words}, **place, subject=words)


def _around(words: str, match: re.Match) -> str:
    """The match with a word or so on each side."""
    return words[max(0, match.start() - 15) : match.end() + 15].strip()
