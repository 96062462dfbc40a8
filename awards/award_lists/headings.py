"""Which column of a list holds what: its headings, in any order, with or without accents."""

import re
from dataclasses import dataclass

from newsroom.vietnamese import fold

FIELDS = ("name", "title", "unit", "form", "order_class", "kind")
# Folded. Of several that begin a heading the longest counts.
_HEADINGS = {
    "name": "ho va ten|ho ten|ten|ten ca nhan|ten tap the|ten don vi|tap the|ca nhan|ho gia dinh|ten ho gia dinh"
    "|ten tap the ca nhan|tap the ca nhan|nguoi duoc khen thuong|doi tuong khen thuong|name|recipient",
    "title": "chuc vu|chuc danh|cap bac|cap bac chuc vu|nghe nghiep|title|position",
    "unit": "don vi|don vi cong tac|noi cong tac|co quan|co quan don vi|noi lam viec|phong ban|dia chi|unit",
    "form": "hinh thuc|hinh thuc khen thuong|danh hieu|danh hieu thi dua|hinh thuc khen|form|award",
    "order_class": "hang|class",
    "kind": "doi tuong|loai|loai doi tuong|kind",
}
_BY_HEADING = {words: field for field, all_words in _HEADINGS.items() for words in all_words.split("|")}
_BRACKETS = re.compile(r"\([^)]*\)")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_LOOKED_AT = 25  # rows: above the headings stand the decision's own words
_MIN_KNOWN = 2


@dataclass(frozen=True)
class Layout:
    """The row of the headings (-1: none) and the column of each field that was recognised."""

    head: int
    columns: dict[str, int]


def layout_of(rows: list[list[str]]) -> Layout:
    """The row among the first ones whose cells are headings more than those of any other."""
    best = Layout(-1, {})
    for place, row in enumerate(rows[:_LOOKED_AT]):
        columns = _columns(row)
        alone = len([cell for cell in row if cell]) == len(columns)  # a list of names alone
        if len(columns) > len(best.columns) and (len(columns) >= _MIN_KNOWN or alone):
            best = Layout(place, columns)
    return best


def _columns(row: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = _field_of(cell)
        if field and field not in columns:
            columns[field] = place
    if "name" not in columns and "unit" in columns:  # “Đơn vị · Hình thức”: the units are honoured
        columns["name"] = columns.pop("unit")
    return columns


def _field_of(heading: str) -> str | None:
    words = _NO_LETTERS.sub(" ", fold(_BRACKETS.sub(" ", heading))).strip()
    known = [one for one in _BY_HEADING if words == one or words.startswith(f"{one} ")]
    longest = max(known, key=len, default="")
    return _BY_HEADING.get(longest) if len(words) <= 2 * len(longest) + 12 else None
