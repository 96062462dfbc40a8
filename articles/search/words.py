"""Words as search knows them: runs of letters and digits, under two keys.

The exact key tells “hải quan” from “hải quân”; the folded one does not.
"""

import re

from newsroom.vietnamese import exact_key, fold

LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")


def exact_words(text: str) -> list[str]:
    """The words of a text under their exact key, in order; a longer word is cut to 40 characters."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(exact_key(text))]


def folded(word: str) -> str:
    """The folded key of an exact one."""
    return fold(word)


def has_marks(word: str) -> bool:
    """Whether a word says something that its folded key does not."""
    return fold(word) != word
