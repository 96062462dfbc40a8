"""Vietnamese text: normal form, folding, tone placement, alphabet order, names and dates.

Pure functions over strings. None of them changes the words of a text; what loses information
(`fold`, the keys) is for comparing, never for showing.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

READERS_TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

# Eth looks like đ and stands for it on many Vietnamese pages ("NÐ-CP", "Ðộc lập").
ETH_TO_DJE = str.maketrans("Ðð", "Đđ")

# What XML 1.0 accepts (section 2.2), less the C1 controls and noncharacters that it discourages.
_ACCEPTED_RANGES = "\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd" + "".join(
    f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17)
)
_ALL_ACCEPTED = re.compile(f"[{_ACCEPTED_RANGES}]*")
_DROPPED = re.compile(f"[^{_ACCEPTED_RANGES}]+")

LONGEST_RUN_OF_MARKS = 30  # the stream-safe text format of Unicode, UAX 15
_COMPOSED = re.compile("[\0-\u02ff\u1e00-\u206f]*")  # all that composed Vietnamese has, and no mark
_AS_IT_SHOULD_BE = re.compile("[\t\n -~\xa0-\u02ff\u1e00-\u206f]*")  # of these what XML accepts


class _CharacterTable(dict[int, str]):
    """A table for `str.translate` that works out a character when it first meets it."""

    def __init__(self, translate_character: Callable[[str], str]) -> None:
        super().__init__()
        self._translate_character = translate_character

    def __missing__(self, code: int) -> str:
        translated = self._translate_character(chr(code))
        if code < 0x10000:  # the rest is rare, and remembering a million of them costs memory
            self[code] = translated
        return translated


# --- Normal form ---------------------------------------------------------------------------


def nfc(text: str) -> str:
    r"""Return `text` in NFC, with only characters that XML 1.0 accepts.

    Control characters except \n and \t, lone surrogates and noncharacters are dropped; every line
    end becomes \n. Of a run of combining marks the first 30 stay.
    """
    if _AS_IT_SHOULD_BE.fullmatch(text):  # nearly every text, and a third of the work
        return unicodedata.normalize("NFC", text)
    if not _ALL_ACCEPTED.fullmatch(text):  # much faster than the substitution it mostly saves
        text = _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Cut again at the end: some characters are taken apart into further marks.
    return cut_runs_of_marks(unicodedata.normalize("NFC", cut_runs_of_marks(text)))


@cache
def _long_run_of_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}][{marks}]{{{LONGEST_RUN_OF_MARKS - 1}}})[{marks}]+")


def cut_runs_of_marks(text: str) -> str:
    """Cut runs of more than 30 combining marks, which no language writes.

    Normalising takes the square of a run's length: hours for an accent repeated a million times.
    """
    if _COMPOSED.fullmatch(text):  # much faster than the substitution
        return text
    return _long_run_of_marks().sub(r"\1", text)


def collapse_spaces(text: str) -> str:
    """Return `nfc(text)` on one line: any run of white space, NBSP too, is one space."""
    return " ".join(nfc(text).split())


# --- Folding: search without accents or case -------------------------------------------------


def _fold_character(char: str) -> str:
    if char.isspace() and char not in "\n\t":
        return " "
    decomposed = unicodedata.normalize("NFD", char.translate(ETH_TO_DJE))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.casefold().replace("đ", "d"))


def _fold_to_one_character(char: str) -> str:
    folded = _fold_character(char)
    return folded if len(folded) == 1 else char


_FOLDED = _CharacterTable(_fold_character)
_FOLDED_TO_ONE = _CharacterTable(_fold_to_one_character)


def fold(text: str) -> str:
    """Return the key under which accents, đ/d and case make no difference: "Hải" → "hai".

    The one rule for search columns, admin look-ups and tag names. Spaces of any kind become plain
    ones but are not collapsed.
    """
    return nfc(text).translate(_FOLDED)


def fold_per_character(text: str) -> str:
    """Fold `text` so that `len(fold_per_character(text)) == len(nfc(text))`, for highlighting.

    Character i of the result stands for character i of `nfc(text)`: what is found at [a:b] here is
    printed from `nfc(text)[a:b]`. The few characters that `fold` turns into none or several (a
    mark without a composed form, ß, ligatures) stand as themselves; all else is as in `fold`.
    """
    return nfc(text).translate(_FOLDED_TO_ONE)


# --- Tone placement -------------------------------------------------------------------------

_TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, in alphabet order
_TONED = {
    vowel: "".join(unicodedata.normalize("NFC", vowel + mark) for mark in _TONE_MARKS) for vowel in "oOuU"
}
_OLD_STYLE = re.compile(
    rf"([{_TONED['o']}{_TONED['O']}])([aeAE])(?![^\W\d_])"
    rf"|(?<![qQ])([{_TONED['u']}{_TONED['U']}])([yY])(?![^\W\d_])"
)


def _move_tone(match: re.Match[str]) -> str:
    toned, vowel = match[1] or match[3], match[2] or match[4]
    bare, mark = unicodedata.normalize("NFD", toned)
    return bare + unicodedata.normalize("NFC", vowel + mark)


def unify_tone_marks(text: str) -> str:
    """Return `nfc(text)` with old-style open syllables in the new style: hòa → hoà, thủy → thuỷ.

    For keys only: both styles are right and printed text keeps its own. Closed syllables (hoàn,
    khuỷu) and `qu` + y (quý) have one placement and stay. The length does not change.
    """
    return _OLD_STYLE.sub(_move_tone, nfc(text))


_OTHER_SPACE = re.compile(r"[^\S \n\t]")


def exact_key(text: str) -> str:
    """Return the key under which only case, normal form, eth and tone placement make no difference.

    "HẢI QUAN" equals "hải quan"; "hải quân" does not. Spaces of any kind become plain ones.
    """
    folded_case = unify_tone_marks(text).casefold().replace("ð", "đ")
    return nfc(_OTHER_SPACE.sub(" ", folded_case))


# --- Alphabet order --------------------------------------------------------------------------

# A sort key holds digits and small ASCII letters only, so that SQLite's BINARY, PostgreSQL's "C"
# and the usual locale collations agree on it. It has three levels: the letters of the whole text,
# its tones, its capitals. Between them stands "0", with which no code begins, so a shorter level
# comes first; no code begins another. Trailing codes that say nothing (no tone, small) are left out.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_CODES = dict(zip(ALPHABET, [*"456789abcdefghijklmnopqrstuvwxy", "z0", "z1"], strict=True))
_SPACE_CODE, _PUNCTUATION_CODE = "1", "2"
_DIGIT_PREFIX, _OTHER_LETTER_PREFIX = "3", "z2"
_LEVEL_END = "0"
_NO_TONE, _OTHER_MARK, _SMALL, _CAPITAL = "1", "7", "1", "2"
_TONE_CODES = {mark: str(place) for place, mark in enumerate(_TONE_MARKS, start=2)}


def _letter_code(char: str) -> str:
    if char in _LETTER_CODES:
        return _LETTER_CODES[char]
    if char.isspace():
        return _SPACE_CODE
    if char.isdecimal():
        return _DIGIT_PREFIX + str(unicodedata.decimal(char))
    if char.isalnum():
        return f"{_OTHER_LETTER_PREFIX}{ord(char):06x}"
    return _PUNCTUATION_CODE


def _letters_and_tones(char: str) -> tuple[list[str], list[str]]:
    """Split one character into the letters of the alphabet it stands for and the tone on each."""
    letters: list[str] = []
    tones: list[str] = []
    for part in unicodedata.normalize("NFD", char.translate(ETH_TO_DJE).casefold()):
        if not unicodedata.combining(part):
            letters.append(part)
            tones.append(_NO_TONE)
            continue
        tone = _TONE_CODES.get(part, _OTHER_MARK)
        if not letters:  # a mark that does not compose with the character before it
            tones.append(tone)
        elif (own := unicodedata.normalize("NFC", letters[-1] + part)) in _LETTER_CODES:
            letters[-1] = own  # a + breve is the letter ă, not an a with a tone
        else:
            tones[-1] = max(tones[-1], tone)
    return letters, tones


def _letters_of(char: str) -> str:
    return "".join(map(_letter_code, _letters_and_tones(char)[0]))


def _tones_of(char: str) -> str:
    return "".join(_letters_and_tones(char)[1])


def _capital_of(char: str) -> str:
    return _CAPITAL if char.isupper() or char.istitle() else _SMALL


_LETTERS, _TONES, _CAPITALS = map(_CharacterTable, (_letters_of, _tones_of, _capital_of))


def _levels(text: str) -> tuple[str, str, str]:
    text = unify_tone_marks(collapse_spaces(text))
    return (
        text.translate(_LETTERS),
        text.translate(_TONES).rstrip(_NO_TONE),
        text.translate(_CAPITALS),
    )


def _join_levels(*levels: str, capitals: str) -> str:
    return _LEVEL_END.join([*levels, capitals.rstrip(_SMALL)])


def sort_key(text: str) -> str:
    """Return an ASCII string whose plain order is Vietnamese alphabet order.

    Whole texts are compared by letters first (spaces and punctuation, digits, a ă â b c d đ …,
    other scripts), then by tones (ngang huyền hỏi ngã sắc nặng), then small before capital. Both
    tone placements and all punctuation marks sort alike. Source: CLDR `vi`.
    About two characters a letter for Vietnamese, at most eighteen for any text.
    """
    letters, tones, capitals = _levels(text)
    return _join_levels(letters, tones, capitals=capitals)


# --- Names of persons ------------------------------------------------------------------------


def _split_name(full_name: str, given: str | None) -> tuple[str, str]:
    """Return (given name, rest of the name); an initial with a dot is a syllable of its own."""
    syllables = full_name.replace(".", ". ").split()
    stated = (given or "").split()
    if not stated:
        return " ".join(syllables[-1:]), " ".join(syllables[:-1])
    wanted = [exact_key(syllable) for syllable in stated]
    keys = [exact_key(syllable) for syllable in syllables]
    for start in range(len(keys) - len(wanted), -1, -1):
        end = start + len(wanted)
        if keys[start:end] == wanted:
            return " ".join(stated), " ".join(syllables[:start] + syllables[end:])
    return " ".join(stated), " ".join(syllables)


def person_sort_key(full_name: str, given: str | None = None) -> str:
    """Return the `sort_key` by which lists of Vietnamese persons are ordered.

    The given name counts first, with its tones, then family and middle names; capitals last.
    `given` states a given name of several syllables, or one that does not stand at the end.
    """
    own, rest = map(_levels, _split_name(full_name, given))
    return _join_levels(own[0], own[1], rest[0], rest[1], capitals=own[2] + rest[2])


# --- Dates ----------------------------------------------------------------------------------

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def vietnamese_date(day: date, *, weekday: bool = False) -> str:
    """Return "8/9/2020", or "Thứ Ba, 8/9/2020" with the weekday.

    An aware datetime is shown as the day it falls on in Vietnam.
    """
    if isinstance(day, datetime) and day.tzinfo is not None:
        day = day.astimezone(READERS_TIME_ZONE)
    plain = f"{day.day}/{day.month}/{day.year}"
    return f"{_WEEKDAYS[day.weekday()]}, {plain}" if weekday else plain
