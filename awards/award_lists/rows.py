"""The rows of a list as printed: what each says in its cells, and under which heading it stands."""

import re
from dataclasses import dataclass

from awards.award_lists.headings import FIELDS
from awards.extraction.language.nouns import ORGANISATION_HEADS
from awards.models.base import OrderClass, RecipientKind
from newsroom.vietnamese import fold

_KINDS = {
    "tap the": RecipientKind.COLLECTIVE,
    "don vi": RecipientKind.COLLECTIVE,
    "ca nhan": RecipientKind.INDIVIDUAL,
    "ho gia dinh": RecipientKind.HOUSEHOLD,
    "gia dinh": RecipientKind.HOUSEHOLD,
    **{kind.value: kind for kind in RecipientKind},
}
_CLASSES = {
    **dict.fromkeys(("nhat", "i", "1", "first"), OrderClass.FIRST),
    **dict.fromkeys(("nhi", "ii", "2", "second"), OrderClass.SECOND),
    **dict.fromkeys(("ba", "iii", "3", "third"), OrderClass.THIRD),
}
# “I. Tập thể”, “B) Cá nhân (35 người)”: a line of its own above those it speaks of.
_SECTION = re.compile(r"([a-z]|[ivx]+|\d+)?[.)\-–:\s]*(tap the|ca nhan|ho gia dinh)\b(?P<rest>.*)")
_SECTION_REST = re.compile(r"[\s:.(\d)-]*(don vi|nguoi|tap the|ca nhan|ho|gom)?[\s:.)]*")
_TOTAL = re.compile(r"(tong (so|cong)|cong|danh sach (nay )?(gom|co))\b")
_FORM_WITH_CLASS = re.compile(r"^(?P<form>.*\S)\s*,?\s+hạng\s+(?P<order_class>\w+)$", re.IGNORECASE)
_LEAD = re.compile(r"^(tặng\s+)?(danh hiệu\s+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"^(ông|bà|đồng chí|đ/c)\s*:?\s+(?=\S)", re.IGNORECASE)
_ALSO_A_SURNAME = {"đoàn"}


@dataclass
class Row:
    """One recipient as the list prints it; `number` is that of the spreadsheet, from 1."""

    number: int
    name: str
    title: str = ""
    unit: str = ""
    form: str = ""
    order_class: str = ""
    kind: str = ""
    section: str = ""


def rows_of(sheet: list[list[str]], head: int, columns: dict[str, int]) -> list[Row]:
    """The rows below the headings; empty lines, section lines and the line of the total are left out."""
    rows = []
    section = ""
    for place, cells in enumerate(sheet[head + 1 :], head + 2):
        said = {field: _cell(cells, columns.get(field)) for field in FIELDS}
        text = section_text(cells, said)
        if text is not None:
            section = _kind_of_section(text) or section
        elif any(said.values()):
            rows.append(Row(place, **said, section=section))
    return rows


def section_text(cells: list[str], said: dict[str, str]) -> str | None:
    """The folded words of a line that stands above or below rows and is none itself."""
    words = [fold(cell) for cell in cells if cell]
    if not words:
        return ""
    line = max(words, key=len)
    alone = len([text for text in said.values() if text]) <= 1 and len(words) <= 2
    if alone and (_kind_of_section(" ".join(words)) or _kind_of_section(line) or _TOTAL.match(line)):
        return line
    return None


def _kind_of_section(words: str) -> str:
    found = _SECTION.fullmatch(words)
    return _KINDS[found[2]].value if found and _SECTION_REST.fullmatch(found["rest"]) else ""


def _cell(cells: list[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


# What a cell says ---------------------------------------------------------------------------------------


def kind_in(text: str) -> str | None:
    """The kind of recipient that the cell names; None when it names none."""
    return _KINDS.get(fold(text))


def class_in(text: str) -> str | None:
    """The class that the cell names: “Nhất”, “hạng II”, “3”; None when it names none."""
    return _CLASSES.get(fold(text).removeprefix("hang").strip())


def form_and_class(text: str) -> tuple[str, str]:
    """“Huân chương Lao động hạng Nhất” is a form and a class; quotation marks and “danh hiệu” go."""
    bare = _LEAD.sub("", text.strip("“”\"' ")).strip("“”\"' ")
    found = _FORM_WITH_CLASS.match(bare)
    return (found["form"], found["order_class"]) if found else (bare, "")


def kind_by_words(row: Row) -> str | None:
    """What the row's own words say of its kind: the head of a body's name, a title, “Ông”; else None."""
    words = row.name.casefold().split()
    if words[:1] == ["hộ"] or words[:2] == ["gia", "đình"]:
        return RecipientKind.HOUSEHOLD
    head, _value = ORGANISATION_HEADS.match(words, 0) if words else (0, None)
    if head and words[0] not in _ALSO_A_SURNAME:
        return RecipientKind.COLLECTIVE
    if row.title or row.unit or _ADDRESS.match(row.name):
        return RecipientKind.INDIVIDUAL
    return None


def person_name(text: str) -> str:
    """The name without a form of address; one printed in capitals alone gets small letters."""
    bare = _ADDRESS.sub("", text)
    return bare.title() if bare.isupper() else bare
