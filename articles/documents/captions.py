"""Captions and photo credits, and the debris that stands where they should."""

import re
from collections import Counter

from articles.documents.addresses import file_name
from newsroom.vietnamese import fold

MAX_CREDIT_LENGTH = 100

# "Trong ảnh: …" tells who is in the picture, not whose it is.
_CREDIT_START = re.compile(
    r"[(\[]?\s*(?<![Tt]rong )(?<![A-Za-zÀ-ỹ])"
    r"(?:(?:Nguồn ảnh|Nguồn|Ảnh|ẢNH|Photo|(?<=[(\[])ảnh)\s*:|Ảnh do\b|(?<=[(\[])ảnh do\b)\s*"
)
# A full stop within a pen name ("T.Bình", "T. Bình") ends no sentence.
_SENTENCE_END = re.compile(r"(?<!\b\w)(?<!\b\w\w)\.\s+(?=\w)")
_PLACEHOLDER = re.compile(r"(?:undefined|null|none|nan|image|img|photo|picture|hinh|anh)?[\d ]*")
_FILE_EXTENSION = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)\b", re.IGNORECASE)
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\d+(?:[./,]\d+)*")


def split_credit(text: str) -> tuple[str, str]:
    """Part "… quốc tế. Ảnh: Hồng Nụ" into ("… quốc tế.", "Hồng Nụ"), the credit as printed.

    The credit is empty when there is none; a full stop or bracket around it is left out.
    """
    starts = list(_CREDIT_START.finditer(text))
    if not starts:
        return text.strip(), ""
    start = starts[-1]
    credit, remainder = text[start.end() :].strip(), ""
    if end := _SENTENCE_END.search(credit):
        credit, remainder = credit[: end.start()], credit[end.end() :]
    credit = credit.strip(" .,;)]")
    if not credit or len(credit) > MAX_CREDIT_LENGTH:
        return text.strip(), ""
    caption = f"{text[: start.start()].strip()} {remainder.strip()}".strip()
    return caption, credit


def description(text: str, url: str, title: str) -> str:
    """`text` of a picture's alt or title when somebody wrote it, an empty text when it is debris.

    Debris: placeholders ("undefined"), the file's name, the story's own title, with or without
    accents, and unaccented small letters, which these sites make out of titles.
    """
    words = _words(text)
    debris = (
        _PLACEHOLDER.fullmatch(" ".join(words))
        or (text.isascii() and text == text.lower())
        or _FILE_EXTENSION.search(text)
        or set(words) <= set(_words(file_name(url)))
        or "".join(words) == "".join(_words(title))
    )
    return "" if debris else text


def resembles(one: str, other: str) -> bool:
    """Whether two texts share half their words, accents aside: two versions of one caption do."""
    ones, others = set(_words(one)), set(_words(other))
    return bool(ones and others) and len(ones & others) * 2 >= len(ones | others)


def disagreeing_numbers(one: str, other: str) -> tuple[str, str] | None:
    """The dates and numbers in which two versions of one text differ, or None.

    A number that only one of them states is no disagreement.
    """
    ones, others = Counter(_NUMBER.findall(one)), Counter(_NUMBER.findall(other))
    only_one, only_other = list((ones - others).elements()), list((others - ones).elements())
    if not only_one or not only_other:
        return None
    return ", ".join(only_one), ", ".join(only_other)


def _words(text: str) -> list[str]:
    return _NOT_ALPHANUMERIC.sub(" ", fold(text)).split()
