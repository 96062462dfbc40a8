"""Numbered tasks of a campaign, and exemplary models (mô hình, sáng kiến) with the unit that has them."""

import re
from dataclasses import dataclass

from awards.extraction.names import Names
from awards.extraction.phrases import phrases
from awards.extraction.tokens import Token, sentences
from newsroom.vietnamese import nfc

_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_TASK = re.compile(rf"^\W*(Thứ ({'|'.join(_ORDINALS)})\b\W*[,:]\W*)(.+)$", re.MULTILINE | re.IGNORECASE)
_DUE = re.compile(r"(?:đến|vào|trước) năm (\d{4})", re.IGNORECASE)
_MODEL = phrases("mô hình|sáng kiến|cách làm")
_HAVING = phrases("với|có|xây dựng|triển khai|áp dụng")
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
    """Tasks that are numbered from "Thứ nhất" on without a gap, each its own paragraph."""
    found: list[Task] = []
    for match in _TASK.finditer(nfc(text)):
        number = _ORDINALS.index(match[2].lower()) + 1
        if number != len(found) + 1:
            continue
        body = match[3].strip()
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
    for at in range(1, len(tokens)):
        end = names.phrase(at, _MODEL)
        unit = _unit_before(names, at) if end > at else None
        if unit is None or names.phrase(at - 1, _HAVING) != at:
            continue
        name, after = _name(names, end)
        if name and unit[1]:
            span = tokens[unit[0]].start, tokens[after - 1].end
            found.append(Model(name, names.words(at, end), unit[1], text[slice(*span)], *span))
    return found


def _unit_before(names: Names, at: int) -> tuple[int, str] | None:
    """The unit whose name ends right before "với mô hình", with its place."""
    for place in range(at - 1):
        if names.body(place) == at - 1:
            return place, names.words(place, at - 1)
    return None


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
