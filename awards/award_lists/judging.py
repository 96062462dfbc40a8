"""A list tried against the registry: what each row would record, and what the editor has to say first."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.award_lists.names import Directory, Named
from awards.award_lists.rows import Row, class_in, form_and_class, kind_by_words, kind_in, rows_of
from awards.models import AwardForm, AwardList, Decision, Honour, Organisation, Person
from awards.models.base import OrderClass, RecipientKind
from newsroom.batches import in_batches
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import fold

OUT, IN = "out", "in"
LONGEST = {"name": 200, "title": 200, "unit": 200}
LONGEST_PERSON = 120


class State(models.TextChoices):
    """What becomes of a row."""

    WRONG = "wrong", gettext_lazy("to be put right")
    ASKED = "asked", gettext_lazy("question open")
    TWICE = "twice", gettext_lazy("twice in the list")
    RECORDED = "recorded", gettext_lazy("recorded already")
    NEW = "new", gettext_lazy("new recipient")
    KNOWN = "known", gettext_lazy("known recipient")
    OUT = "out", gettext_lazy("left out")


@dataclass
class Judged:
    """One row: `errors` by the field whose cell they are of, `same` the number or record it repeats."""

    row: Row
    kind: str = ""
    form: AwardForm | None = None
    order_class: str = ""
    named: Named | None = None  # a household is only a name
    unit: Named | None = None
    errors: dict[str, str] = field(default_factory=dict)
    state: str = State.NEW
    same: int | Honour | None = None
    answer: str = ""

    @property
    def is_recorded(self) -> bool:
        """Whether recording the list makes an honour of this row."""
        return self.state in {State.NEW, State.KNOWN}

    @property
    def state_label(self):
        return State(self.state).label

    @property
    def class_label(self):
        return OrderClass(self.order_class).label if self.order_class else ""

    @property
    def kind_label(self):
        return RecipientKind(self.kind).label if self.kind else ""

    @property
    def open_names(self) -> list[Named]:
        return [one for one in (self.named, self.unit) if one is not None and one.is_asked]


@dataclass
class UnknownForm:
    """A form as the list prints it that no form of award is called."""

    name: str
    numbers: list[int] = field(default_factory=list)

    @property
    def key(self) -> str:
        return form_key(self.name)


def form_key(name: str) -> str:
    return f"awardform|{fold(name)}|"


class Judgement:
    """The list as it would be recorded now."""

    def __init__(self, award_list: AwardList):
        self.list = award_list
        self.answers: dict[str, str] = award_list.answers
        self.decision = decision_of(award_list)
        self.names = Directory(self.answers, _as_of(award_list))
        self.forms = list(AwardForm.objects.all())
        self._forms = {fold(name): form for form in self.forms for name in (*form.aliases, form.name)}
        self._forms_by_key = {str(form.pk): form for form in self.forms}
        self.unknown_forms: dict[str, UnknownForm] = {}
        self.rows = [
            self._read(row) for row in rows_of(award_list.sheet, award_list.head, award_list.columns)
        ]
        self.names.settle()
        for judged in self.rows:
            self._place(judged)
        self._find_doubles()

    @cached_property
    def counts(self) -> Counter:
        return Counter(judged.state for judged in self.rows)

    @property
    def to_record(self) -> list[Judged]:
        return [judged for judged in self.rows if judged.is_recorded]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is wrong or asked, and something would be recorded."""
        return not self.counts[State.WRONG] and not self.counts[State.ASKED] and bool(self.to_record)

    @cached_property
    def questions(self) -> list[Named | UnknownForm]:
        """Everything that is asked, each once, in the order of the rows."""
        asked: dict[str, Named | UnknownForm] = dict(self.unknown_forms)
        for judged in self.rows:
            if judged.answer != OUT:
                asked |= {one.key: one for one in judged.open_names}
        return list(asked.values())

    # One row --------------------------------------------------------------------------------------------

    def _read(self, row: Row) -> Judged:
        judged = Judged(row, answer=self.answers.get(f"row|{row.number}", ""))
        judged.kind = self._kind(judged)
        self._read_form(judged)
        for column, most in LONGEST.items():
            if len(getattr(row, column)) > most:
                judged.errors[column] = _("At most %(most)d characters.") % {"most": most}
        if not row.name:
            judged.errors["name"] = _("The name is missing.")
        elif judged.kind == RecipientKind.INDIVIDUAL and len(row.name) > LONGEST_PERSON:
            judged.errors["name"] = _("At most %(most)d characters.") % {"most": LONGEST_PERSON}
        if judged.answer != OUT and not judged.errors:
            self._read_names(judged)
        return judged

    def _read_names(self, judged: Judged) -> None:
        row = judged.row
        if judged.kind == RecipientKind.HOUSEHOLD:
            return
        judged.unit = self.names.unit(row.unit, row.number) if row.unit else None
        if judged.kind == RecipientKind.COLLECTIVE:
            judged.named = self.names.unit(row.name, row.number, judged.unit)
        else:
            judged.named = self.names.person(row.name, row.number, judged.unit, row.title)

    def _kind(self, judged: Judged) -> str:
        row = judged.row
        if row.kind:
            said = kind_in(row.kind)
            if said is None:
                judged.errors["kind"] = _("Write “tập thể”, “cá nhân” or “hộ gia đình”.")
            return said or ""
        said = row.section or self.list.kind or kind_by_words(row)
        if said is None and row.name:
            judged.errors["kind"] = _("Is this a collective, an individual or a household?")
        return said or ""

    def _read_form(self, judged: Judged) -> None:
        row = judged.row
        name, class_words = form_and_class(row.form)
        class_words = row.order_class or class_words
        judged.form = self._form(name, row.number) if name else self.list.form
        if not name and judged.form is None:
            judged.errors["form"] = _("The form is missing. Choose one for the whole list above.")
        judged.order_class = class_in(class_words) or "" if class_words else ""
        if class_words and not judged.order_class:
            judged.errors["order_class"] = _("This is not a class. Write “Nhất”, “Nhì” or “Ba”.")
        elif not class_words and not name:
            judged.order_class = self.list.order_class
        if judged.form and judged.order_class and not judged.form.has_classes:
            judged.errors["order_class"] = _("“%(form)s” has no classes.") % {"form": judged.form}

    def _form(self, name: str, number: int) -> AwardForm | None:
        form = self._forms.get(fold(name)) or self._forms_by_key.get(self.answers.get(form_key(name), ""))
        if form is None and self.answers.get(f"row|{number}") != OUT:
            self.unknown_forms.setdefault(form_key(name), UnknownForm(name)).numbers.append(number)
        return form

    def _place(self, judged: Judged) -> None:
        if judged.answer == OUT:
            judged.state = State.OUT
        elif judged.errors:
            judged.state = State.WRONG
        elif judged.form is None or judged.open_names:
            judged.state = State.ASKED
        elif judged.named is not None and judged.named.record is not None:
            judged.state = State.KNOWN

    # Against each other and the registry ------------------------------------------------------------------

    def _find_doubles(self) -> None:
        seen: dict[tuple, int] = {}
        recorded = self._recorded()
        for judged in self.to_record:
            award = (_recipient(judged), judged.form.pk, judged.order_class)
            honour = next((one for one in recorded[award] if self._is_same(one)), None)
            if award in seen:
                judged.state, judged.same = State.TWICE, seen[award]
            elif honour:
                judged.state, judged.same = State.RECORDED, honour
            if judged.answer == IN and judged.same:
                judged.state = State.KNOWN if judged.named and judged.named.record else State.NEW
            seen.setdefault(award, judged.row.number)

    def _recorded(self) -> dict[tuple, list[Honour]]:
        """Honours that recipients of the list hold already, by recipient, form and class."""
        held: dict[tuple, list[Honour]] = defaultdict(list)
        known = [judged.named.record for judged in self.to_record if judged.named and judged.named.record]
        asked = {
            "organisation": {one.pk for one in known if isinstance(one, Organisation)},
            "person": {one.pk for one in known if isinstance(one, Person)},
            "household": {judged.row.name for judged in self.to_record if judged.named is None},
        }
        for column, keys in asked.items():
            for batch in in_batches(sorted(keys)):
                rows = Honour.objects.filter(**{f"{column}__in": batch})
                for honour in rows.select_related("form", "organisation", "person", "decision"):
                    held[_recipient_of(honour), honour.form_id, honour.order_class].append(honour)
        return held

    def _is_same(self, honour: Honour) -> bool:
        """The same award: by this decision, or of no other decision and of the year as far as both are known."""
        if self.decision and honour.decision_id:
            return honour.decision_id == self.decision.pk
        if honour.decision_id and honour.decision.reference != self.list.reference != "":
            return False
        return not self.list.year or not honour.year or honour.year == self.list.year


def decision_of(award_list: AwardList) -> Decision | None:
    """The decision as recorded: by number, symbol and date; without a date the only one of the number."""
    if not (award_list.number and award_list.symbol):
        return None
    same = Decision.objects.filter(number=award_list.number, symbol=award_list.symbol)
    if award_list.date:
        return same.filter(date=award_list.date).first()
    found = list(same[:2])
    return found[0] if len(found) == 1 else None


def _as_of(award_list: AwardList) -> PartialDate | None:
    return award_list.date or (PartialDate(award_list.year) if award_list.year else None)


def _recipient(judged: Judged) -> tuple:
    """The same for rows that mean the same recipient."""
    if judged.named is None:
        return "household", fold(judged.row.name)
    if judged.named.record is None:
        return "new", (judged.named.twin or judged.named).key
    return judged.named.model._meta.model_name, judged.named.record.pk


def _recipient_of(honour: Honour) -> tuple:
    if honour.household:
        return "household", fold(honour.household)
    return (
        ("organisation", honour.organisation_id) if honour.organisation_id else ("person", honour.person_id)
    )
