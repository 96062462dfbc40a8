"""One thing that a statement asks to be recorded: a total, or one name's honour."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.extraction import Statement
from awards.models import AwardForm, DismissedSuggestion
from awards.models.base import OrderClass
from awards.suggestions.setting_aside import fingerprint

_CLASSES = {
    "Nhất": OrderClass.FIRST,
    "Nhì": OrderClass.SECOND,
    "Ba": OrderClass.THIRD,
    "various": OrderClass.VARIOUS,
}


class State(models.TextChoices):
    """How the registry stands to a suggestion."""

    RECORDED = "recorded", _("recorded")
    ELSEWHERE = "elsewhere", _("recorded from another story")
    CONFLICT = "conflict", _("disagrees with a record")
    NEW = "new", _("new")
    DISMISSED = "dismissed", _("set aside")


@dataclass
class Suggestion:
    """A total (`name` is empty) or one named recipient, as a block of a story states it.

    `candidates` are units or people whose name or alias is the printed one; several are asked about,
    never guessed. `records` are what the registry holds of it, or holds against it.
    """

    statement: Statement
    block: str
    text: str  # of the whole block
    name: str = ""
    form: AwardForm | None = None
    candidates: list = field(default_factory=list)
    records: list = field(default_factory=list)
    state: str = State.NEW
    dismissal: DismissedSuggestion | None = None

    @property
    def is_total(self) -> bool:
        return not self.name

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an editor."""
        return self.state in {State.NEW, State.CONFLICT, State.ELSEWHERE}

    @property
    def order_class(self) -> str:
        return _CLASSES.get(self.statement.order_class or "", "")

    @property
    def state_label(self):
        return State(self.state).label

    @property
    def award(self) -> str:
        said = self.statement
        if said.order_class == "various":
            return f"{said.form} các hạng"
        return f"{said.form} hạng {said.order_class}" if said.order_class else said.form

    @property
    def quote(self) -> str:
        return self.statement.quote

    @property
    def fingerprint(self) -> str:
        said = self.statement
        return fingerprint(
            said.form,
            said.order_class,
            said.recipient_kind,
            said.count,
            said.status,
            self.name,
            said.quote,
        )
