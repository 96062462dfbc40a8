"""Numbered tasks of a campaign, and exemplary models (mô hình, sáng kiến) with the unit that has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from awards.extraction.language.phrases import phrases
from awards.extraction.language.tokens import Token, sentences
from awards.extraction.naming.names import Names
from newsroom.vietnamese import nfc

_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_CARDINALS = "một hai ba bốn năm sáu bảy tám chín mười".split()
_TASK = re.compile(
    rf"^\W*((?:Thứ ({'|'.join(_ORDINALS)})|({'|'.join(_CARDINALS)}) là)\b\W*[,:]\W*)(.+)$",
    re.MULTILINE | re.IGNORECASE,
)
_DUE = re.compile(r"(?:đến|vào|trước)(?: hết| cuối| đầu)? năm (\d{4})", re.IGNORECASE)
_MODEL = phrases("mô hình|sáng kiến|cách làm")
_HAVING = phrases("với|có|xây dựng và duy trì|xây dựng|triển khai|áp dụng|duy trì|thực hiện|ra mắt|thành lập")
# What may stand between "triển khai" and "mô hình", and before it.
_MANNER = {"hiệu", "quả", "tốt", "thành", "công", "nhiều", "các", "đã", "đang", "vừa", "cũng"}
_LONGEST_VERB = 8
_MAKING = phrases("xây dựng|lập|thành lập|tổ chức")
_OPENING, _CLOSING = {"“", '"'}, {"”", '"'}
_LONGEST_NAME = 30


@dataclass
class Task:
    """One numbered task: "Thứ ba, phấn đấu đến năm 2025 …"."""

    number: int
    text: str
    due_year: int | None
    quote: str


@dataclass
class Model:
    """An exemplary model; `word` is what the text calls it."""

    name: str
    word: str
    unit: str
    quote: str
    start: int
    end: int


def tasks(text: str) -> list[Task]:
    """Tasks that are numbered from "Thứ nhất" or "Một là" on without a gap, each its own paragraph."""
    found: list[Task] = []
    for match in _TASK.finditer(nfc(text)):
        ordinal, cardinal = match[2], match[3]
        number = 1 + (_ORDINALS.index(ordinal.lower()) if ordinal else _CARDINALS.index(cardinal.lower()))
        if number != len(found) + 1:
            continue
        body = match[4].strip()
        due = _DUE.search(body)
        quote = match.group().strip().lstrip("*-–• ")
        found.append(Task(number, body[:1].upper() + body[1:], int(due[1]) if due else None, quote))
    return found if len(found) > 1 else []


def models(text: str) -> list[Model]:
    """Exemplary models that a text gives to a unit, in reading order."""
    text = nfc(text)
    return [model for tokens in sentences(text) for model in _in_sentence(text, tokens)]


def _in_sentence(text: str, tokens: list[Token]) -> list[Model]:
    names = Names(text, tokens)
    found: list[Model] = []
    for at in range(len(tokens)):
        end = names.phrase(at, _MODEL)
        if end == at:
            continue
        name, after = _name(names, end)
        unit = _unit_before(names, at)
        if unit is None and names.low(after) == "của" and names.low(after - 1) in _CLOSING:
            unit = after + 1, names.body(after + 1)  # "mô hình “A” của Đội B"
        if name and unit and unit[1] > unit[0]:
            span = tokens[min(unit[0], at)].start, tokens[max(after, unit[1]) - 1].end
            found.append(
                Model(name, names.words(at, end).lower(), names.words(*unit), text[slice(*span)], *span)
            )
        elif names.low(end) not in _OPENING:
            found += _listed(names, at, end)
    return found


def _listed(names: Names, at: int, end: int) -> Iterator[Model]:
    """ "nhiều mô hình hay như “A” của Đội B, “C” của Đội D": each with whose it is."""
    for opening in range(end, len(names.tokens)):
        if names.phrase(opening, _MODEL) > opening:
            return
        name, after = _name(names, opening) if names.low(opening) in _OPENING else ("", 0)
        if not name or names.low(after) != "của" or names.body(after + 1) == after + 1:
            continue
        unit = after + 1, names.body(after + 1)
        span = names.tokens[opening].start, names.tokens[unit[1] - 1].end
        yield Model(name, names.words(at, end).lower(), names.words(*unit), names.text[slice(*span)], *span)


def _unit_before(names: Names, at: int) -> tuple[int, int] | None:
    """The unit, from and to, whose name ends right before "với mô hình", "đã triển khai hiệu quả mô hình"."""
    for verb in range(at - 1, max(at - _LONGEST_VERB, 0), -1):
        after = names.phrase(verb, _HAVING)
        if after == verb or not all(names.low(place) in _MANNER for place in range(after, at)):
            continue
        while names.low(verb - 1) in _MANNER:
            verb -= 1
        start = next((place for place in range(verb) if _ends_at(names, place, verb)), None)
        if start is not None:
            return start, verb
    if names.low(at - 1) == ",":  # "Tại Đội A, mô hình “B” được …"
        places = (place for place in range(at - 1) if names.low(place - 1) in {"tại", "ở"})
        return next(((place, at - 1) for place in places if names.body(place) == at - 1), None)
    return None


def _ends_at(names: Names, start: int, verb: int) -> bool:
    """Whether a body that begins here is named whole before the verb."""
    end = names.body(start)
    return end == verb or (end > verb and names.capital(verb - 1))


def _name(names: Names, at: int) -> tuple[str, int]:
    """The quoted name, else the words up to the next mark, place or unit."""
    if names.low(at) in _OPENING:
        for close in range(at + 1, min(at + _LONGEST_NAME, len(names.tokens))):
            if names.low(close) in _CLOSING:
                return names.words(at + 1, close), close + 1
    if names.low(at) == ",":
        return "", at
    at = names.phrase(at, _MAKING) if names.capital(names.phrase(at, _MAKING)) else at
    end = at
    while end < len(names.tokens) and end - at < _LONGEST_NAME:
        low = names.low(end)
        if low in {",", ".", ";", ":", "tại", "ở", "nhằm", "để", "với", "do"} and end > at:
            break
        end += 1
    return names.words(at, end), end
