"""Whether a paragraph goes on in the next one: sites break them in mid-sentence."""

import re
from enum import Enum


class Continuation(Enum):
    NONE = "none"
    LIKELY = "likely"
    CERTAIN = "certain"


TAIL_LENGTH = 400  # as much of the first text as the rule looks at

_MAX_FRAGMENT_WORDS = 8
_MIN_PROSE_LENGTH = 80

_ENDED = re.compile(r"[.!?…:;][”’»\"')\]]*$")
_CLOSED = re.compile(r"[”’»\")\]]$")
_SENTENCE_END = re.compile(r"[.!?…][”’»\"')\]]*\s+(?=[“‘\"(]?\w)")
# Words that no Vietnamese sentence or heading ends with.
_OPEN_WORD = re.compile(
    r"(?:^|\s)(?:và|hoặc|hay|của|với|tại|bởi|các|những|là|do|ông|bà|TP\.?|Thành phố|tỉnh)$"
)
_ORDINALS = "nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười"
_ITEM = re.compile(
    r"[-–—•+*▪►◦]|\(?(?:\d{1,3}|[a-zđ]|[IVX]+)[.)/]\s"
    r"|(?:Phiên|Phần|Mục|Điều|Khoản|Điểm|Bước|Giai đoạn|Câu|Bài|Chương|Nhóm)\s+(?:\d+|[IVX]+)\b"
    rf"|Thứ\s+(?:{_ORDINALS})\b|(?:Một|{_ORDINALS.title()})\s+là\b"
)
# A capital begins a sentence; two begin a name, which these words make the subject of a sentence.
_SUBJECT = re.compile(r"(?:Cục|Chi|Tổng|Bộ|Sở|Vụ|Ban|Báo|Đoàn|Đội|Phó|Ông|Bà|UBND|CBCC)\b")


def continuation(before: str, after: str, *, in_list: bool) -> Continuation:
    """Whether the text `after` is the rest of the sentence that `before` begins.

    Both are the plain texts of neighbouring paragraphs; of `before` the last TAIL_LENGTH characters
    are enough. `in_list`: `before` stands under a line that ended in a colon, so it may be an item,
    and items need no full stop. Headings without one must not be glued to what follows either.

    Certain: an open bracket, quotation, comma or a word that ends no sentence before the break, or
    a small letter after it. Likely, before a capital: prose that stops in mid-sentence. That is a
    few words after the last full stop ("… công sở. Cục Hải quan" | "TP Hồ Chí Minh …"), or a long
    text without one, and a name that follows.
    """
    before, after = before[-TAIL_LENGTH:].rstrip(), after.lstrip()
    if not before or not after or is_ended(before) or _ITEM.match(after):
        return Continuation.NONE
    if _is_open(before) or before.endswith(",") or _OPEN_WORD.search(before):
        return Continuation.CERTAIN
    if in_list or _ITEM.match(before):
        return Continuation.NONE
    if after[0].islower():
        return Continuation.CERTAIN
    if _CLOSED.search(before) or not after[0].isupper():
        return Continuation.NONE
    is_likely = _ends_in_fragment(before) or (len(before) >= _MIN_PROSE_LENGTH and _begins_with_name(after))
    return Continuation.LIKELY if is_likely else Continuation.NONE


def is_ended(text: str) -> bool:
    """Whether `text` closes with a mark that ends a sentence, an item or an introduction."""
    return bool(_ENDED.search(text))


def _is_open(text: str) -> bool:
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in ("()", "“”"))


def _ends_in_fragment(text: str) -> bool:
    sentence_ends = list(_SENTENCE_END.finditer(text))
    return bool(sentence_ends) and (len(text[sentence_ends[-1].end() :].split()) <= _MAX_FRAGMENT_WORDS)


def _begins_with_name(text: str) -> bool:
    words = text.split()[:2]
    return len(words) == 2 and all(word[0].isupper() for word in words) and not _SUBJECT.match(text)
