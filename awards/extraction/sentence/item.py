"""What a sentence is made of, as far as honours go: one letter for each kind of thing."""

from dataclasses import dataclass, field

from awards.extraction.award_forms.form import Form
from awards.extraction.naming.name import Name

FORMS, COUNTED, NAMED, OFFICE, MANDATE, DECIDED = "F", "C", "N", "O", "T", "E"
GIVE, RECEIVE, PASSIVE, SUFFER, TO = "G", "R", "D", "B", "L"
PROPOSE, REVOKE, AIM, HOPE, NOT, LIST, YEAR, DATE, WORD = "P", "X", "A", "H", "Z", "Q", "Y", "d", "w"

ADDRESSED = "các …:"  # forms of address before a list of names, which a sentence can do without


@dataclass
class Counted:
    """A number of recipients: (kind, count) for each; the kind is None where one number covers several."""

    groups: list[tuple[str | None, int | str | None]]
    plural: bool = False  # "các", "những": no number at all once names follow


@dataclass
class Item:
    """Something recognised in tokens[start:end]."""

    code: str
    start: int
    end: int
    forms: list[Form] = field(default_factory=list)
    counted: Counted | None = None
    name: Name | None = None
    text: str = ""
    year: int | None = None
