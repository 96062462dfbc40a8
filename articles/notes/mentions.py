"""Names in a note: “@thuky” and “@Nguyễn Văn Mẫu”, the latter also without accents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsroom.vietnamese import collapse_spaces, fold_per_character

Whom = TypeVar("Whom")


@dataclass(frozen=True)
class Mention(Generic[Whom]):
    """`text[start:end]` names `whom`; the sign @ is part of it."""

    start: int
    end: int
    whom: Whom


def key_of(name: str) -> str:
    """The key under which `find_mentions` knows a name."""
    return fold_per_character(collapse_spaces(name))


def find_mentions(text: str, names: Mapping[str, Whom]) -> list[Mention[Whom]]:
    """Names after an @ in `text`, which is in NFC, in order; of two that fit the longer one.

    `names` maps keys as of `key_of` to whom they name. An @ within a word, as in an address for mail,
    names nobody, and neither does a longer word that only begins like a name.
    """
    folded = fold_per_character(text)
    longest_first = sorted((key for key in names if key), key=len, reverse=True)
    found: list[Mention[Whom]] = []
    at = folded.find("@")
    while at >= 0:
        start = at + 1
        key = next((key for key in longest_first if _stands(folded, key, start)), None)
        if key is not None and (at == 0 or not _is_of_a_word(folded[at - 1])):
            found.append(Mention(at, start + len(key), names[key]))
            start += len(key)
        at = folded.find("@", start)
    return found


def _stands(folded: str, key: str, start: int) -> bool:
    end = start + len(key)
    return folded.startswith(key, start) and (end == len(folded) or not _is_of_a_word(folded[end]))


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"
