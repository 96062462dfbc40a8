"""The filters of the roll of honour, read from an address and written back into one."""

import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from urllib.parse import urlencode

from django.db.models import BigIntegerField, F, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from awards.models import AwardForm, Campaign, Organisation
from awards.models.base import (
    CLASS_PRINTED,
    CLASSES_OF_A_FORM,
    KIND_SLUGS,
    KIND_WORDS,
    class_words,
    form_standing,
)
from awards.models.honour import BY_ALPHABET, BY_GIVEN_NAME, LAST_YEAR, PRECEDENCE
from newsroom.slug_field import valid_slug

SORT = "sort"
PARAMETERS = ("form", "class", "year", "kind", "unit", "campaign")
_KINDS = {slug: kind for kind, slug in KIND_SLUGS.items()}
FIRST_YEAR = 1900
YEAR = re.compile(r"[0-9]{4}")
NAMED = {"form": AwardForm, "unit": Organisation, "campaign": Campaign}
_COLUMNS_OF_FORMS = SimpleNamespace(
    family_rank=Cast("family_rank", BigIntegerField()), rank=F("rank"), pk=F("pk")
)


@dataclass(frozen=True)
class Order:
    """In which order the honours of one form and class stand: as in the address, for readers, in the database."""

    value: str
    label: str
    columns: tuple[str, ...]


ORDERS = {
    order.value: order
    for order in (
        Order("", "mới trước", PRECEDENCE),
        Order("ten-goi", "theo tên gọi", BY_GIVEN_NAME),
        Order("bang-chu-cai", "theo bảng chữ cái", BY_ALPHABET),
    )
}


@dataclass(frozen=True)
class Choice:
    """A value that a filter was set to: as in the address, for readers, and in the database.

    `standing` is that of a form.
    """

    value: str
    label: str
    stored: object
    standing: int = 0


@dataclass(frozen=True)
class Filters:
    """What the address asks for: choices by parameter, and values that mean nothing here."""

    chosen: dict[str, Choice] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    order: Order = ORDERS[""]

    def honours(self, rows):
        """Those of the honours that are asked for."""
        for parameter, choice in self.chosen.items():
            rows = rows.filter(
                _of_honours(parameter, choice, of_few=bool({"unit", "campaign"} & {*self.chosen}))
            )
        return rows

    def totals(self, totals):
        """Those of the announced totals that belong to what is asked for."""
        for parameter, choice in self.chosen.items():
            totals = totals.filter(_of_totals(parameter, choice.stored))
        return totals

    def query(self, **changes: str) -> str:
        """The query of an address with these filters and this order, some changed (empty: taken away)."""
        values = {parameter: choice.value for parameter, choice in self.chosen.items()}
        values |= {SORT: self.order.value} | changes
        kept = [(name, values[name]) for name in (*PARAMETERS, SORT, *changes) if values.get(name)]
        return urlencode(list(dict.fromkeys(kept)))


def read_filters(query) -> Filters:
    """The filters of a request's query. At most one look into the database."""
    asked = {name: query.get(name, "").strip() for name in PARAMETERS}
    named = _look_up({name: asked[name] for name in NAMED if asked[name]})
    sort = query.get(SORT, "").strip()
    filters = Filters(order=ORDERS.get(sort, ORDERS[""]))
    if sort not in ORDERS:
        filters.unknown[SORT] = sort
    for name, value in asked.items():
        if not value:
            continue
        choice = named.get((name, value)) if name in NAMED else _plain_choice(name, value)
        if choice:
            filters.chosen[name] = choice
        else:
            filters.unknown[name] = value
    return filters


def _plain_choice(name: str, value: str) -> Choice | None:
    if name == "class" and value in CLASS_PRINTED:
        return Choice(value, class_words(value), value)
    if name == "kind" and value in _KINDS:
        return Choice(value, KIND_WORDS[_KINDS[value]], _KINDS[value])
    if name == "year" and YEAR.fullmatch(value) and FIRST_YEAR <= int(value) <= timezone.localdate().year + 1:
        return Choice(value, value, int(value))
    return None


def _look_up(slugs: dict[str, str]) -> dict[tuple[str, str], Choice]:
    """Public records by parameter and slug, in one query."""
    parts = []
    for name, slug in slugs.items():
        model = NAMED[name]
        if valid_slug.regex.fullmatch(slug):
            rows = model.objects.all() if model is AwardForm else model.objects.proven()
            place = form_standing(_COLUMNS_OF_FORMS) if model is AwardForm else Value(0)
            parts.append(
                rows.order_by().filter(slug=slug).values_list(Value(name), "slug", "name", "pk", place)
            )
    found = parts[0].union(*parts[1:], all=True) if parts else ()
    return {(name, slug): Choice(slug, label, pk, place) for name, slug, label, pk, place in found}


def _of_honours(parameter: str, choice: Choice, *, of_few: bool) -> Q:
    stored = choice.stored
    match parameter:
        case "form":  # by its place: the honours of a form stand beside each other in every order
            return Q(standing__gte=choice.standing, standing__lt=choice.standing + CLASSES_OF_A_FORM)
        case "class":
            return Q(order_class=stored)
        case "year":
            # A unit or campaign has few honours, a year many: SQLite would walk the year if it could.
            return Q(age=LAST_YEAR - stored) if of_few else Q(listed_year=stored)
        case "kind":
            return Q(recipient_kind=stored)
        case "unit":
            return Q(organisation=stored) | Q(recipient_unit=stored)
        case _:
            return Q(campaign=stored)


def _of_totals(parameter: str, stored) -> Q:
    match parameter:
        case "form":
            return Q(form=stored)
        case "class":
            return Q(order_class=stored)
        case "year":
            in_period = Q(period_from__lte=stored, period_to__gte=stored)
            return Q(year=stored) | in_period
        case "kind":
            return Q(recipient_kind=stored)
        case "unit":
            return Q(scope=stored)
        case _:
            return Q(campaign=stored)
