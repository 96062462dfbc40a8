"""Finding a quote again whose words were lightly edited: punctuation, case, spelling of tones, dashes, words that add nothing.

Everything else may change what was given, to whom and when: a number, a name, a class, “được”, “không”.
The list of words that add nothing is closed; any other word more or less makes another sentence.
"""

import re
from typing import NamedTuple

from newsroom.vietnamese import exact_key

ADDING_NOTHING = frozenset("đã vừa vinh dự và cùng với tại ở trong vào này đó ấy rất cũng thì là".split())
_WORD = re.compile(r"[^\s‐-―-]+")  # dashes only part words: “2016-2020”, “2016 – 2020”
_MARKS = ".,;:!?…()[]“”‘’\"'«»"


class _Word(NamedTuple):
    key: str
    start: int
    end: int


def lightly_edited(text: str, quote: str) -> str:
    """The passage of the text that says what the quote says, as it stands there; nothing when there is none."""
    wanted = [word.key for word in _words_of_weight(quote)]
    words = _words_of_weight(text)
    for first in range(len(words) - len(wanted) + 1) if wanted else ():
        last = first + len(wanted) - 1
        if [word.key for word in words[first : last + 1]] == wanted:
            return _with_marks(text, words[first].start, words[last].end, quote)
    return ""


def _words_of_weight(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        bare = match[0].strip(_MARKS)
        key = exact_key(bare)
        if key and key not in ADDING_NOTHING:
            start = match.start() + match[0].index(bare)
            found.append(_Word(key, start, start + len(bare)))
    return found


def _with_marks(text: str, start: int, end: int, quote: str) -> str:
    """The passage with the marks at its ends, where the quote has marks there too."""
    while quote[0] in _MARKS and start and text[start - 1] in _MARKS:
        start -= 1
    while quote[-1] in _MARKS and end < len(text) and text[end] in _MARKS:
        end += 1
    return text[start:end]
