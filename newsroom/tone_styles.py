"""Where a Vietnamese text puts its tone marks: hòa, thủy (old style) or hoà, thuỷ (new style).

Both are right; one story keeps to one of them.
"""

import re
import unicodedata

from newsroom.vietnamese import nfc, unify_tone_marks

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONED = {vowel: "".join(unicodedata.normalize("NFC", vowel + tone) for tone in _TONES) for vowel in "aAeEyY"}
_A_E = "".join(_TONED[vowel] for vowel in "aAeE")
_Y = "".join(_TONED[vowel] for vowel in "yY")
# An open syllable in oa, oe or uy; `qu` + y has one placement only.
_NEW_STYLE = re.compile(rf"[oO][{_A_E}](?![^\W\d_])|(?<![qQ])[uU][{_Y}](?![^\W\d_])")
_ENDS = frozenset("aAeEyY" + _A_E + _Y)
_SYLLABLE = re.compile(r"[^\W\d_]+")


def tone_styles(text: str) -> tuple[list[str], list[str]]:
    """The syllables of the text in the old style and those in the new one, in order, as printed."""
    old, new = [], []
    for syllable in _SYLLABLE.findall(nfc(text)):
        if syllable[-1] not in _ENDS:
            continue
        if unify_tone_marks(syllable) != syllable:
            old.append(syllable)
        elif _NEW_STYLE.search(syllable):
            new.append(syllable)
    return old, new
