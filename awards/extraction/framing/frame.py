"""A verb of giving or receiving and the groups that stand around it."""

from dataclasses import dataclass, field

from awards.extraction.award_forms.form import Form
from awards.extraction.naming.name import Name
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

RECIPIENTS = {codes.COUNTED, codes.NAMED}
HEADS = {codes.GIVE, codes.RECEIVE, codes.REVOKE}


@dataclass
class Group:
    """Forms that the same recipients were given."""

    forms: list[Form] = field(default_factory=list)
    counted: list[Item] = field(default_factory=list)
    named: list[Name] = field(default_factory=list)  # recipients in their own right
    listed: list[Name] = field(default_factory=list)  # names under an announced number
    year: int | None = None
    start: int = 0  # items
    end: int = 0

    @property
    def has_recipients(self) -> bool:
        return bool(self.counted or self.named or self.listed)


@dataclass
class Frame:
    """One verb: items by their places in the sentence."""

    head: int
    start: int  # first item that belongs to it
    passive: int | None  # the place of "được" or "bị"
    subject: list[int]  # recipients, or forms, before the verb
    agent: int | None
    governors: list[int]  # aims, proposals, negations on the way to the subject
    end: int = 0
    groups: list[Group] = field(default_factory=list)
