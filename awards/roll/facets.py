"""How many honours each choice of a filter would show, all counted in one query."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Count, Exists, F, IntegerField, OuterRef, Value
from django.db.models.functions import Cast

from awards.models import Announcement, Campaign, Honour, Organisation
from awards.models.base import KIND_SLUGS, KIND_WORDS, class_words
from awards.roll.filters import PARAMETERS, Filters
from newsroom.vietnamese import sort_key

# A select of thousands helps nobody: the units with the most honours, by the alphabet.
MOST_UNITS = 80
LABELS = {
    "form": "Hình thức",
    "class": "Hạng",
    "year": "Năm",
    "kind": "Đối tượng",
    "unit": "Đơn vị",
    "campaign": "Phong trào",
}


@dataclass(frozen=True)
class Option:
    """One choice of a filter, with the number of honours it would show."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter with its choices in the order that readers expect."""

    parameter: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Counts:
    """The filters with their live counts; honours that stand by form and class, for the chart."""

    facets: list[Facet]
    by_form_and_class: list[tuple[str, str, str, int]]
    total: int


def count(filters: Filters) -> Counts:
    """Counts of what readers may see, each filter counted under all the others. One query."""
    shown = Honour.objects.public().proven()
    parts = [
        _counted("form", _left(shown, filters, "form"), "form__slug", "form__name", place=_precedence()),
        _counted("class", _left(shown, filters, "class").exclude(order_class=""), "order_class", place=F("class_rank")),
        _counted("year", _left(shown, filters, "year").exclude(listed_year=0), "listed_year"),
        _counted("kind", _left(shown, filters, "kind"), "recipient_kind"),
        _counted("unit", _proven_unit(_left(shown, filters, "unit"), "organisation"),
                 "organisation__slug", "organisation__name"),
        _counted("unit", _proven_unit(_left(shown, filters, "unit"), "recipient_unit")
                 .exclude(organisation=F("recipient_unit")), "recipient_unit__slug", "recipient_unit__name"),
        _counted("campaign", _left(shown, filters, "campaign").filter(
            Exists(Campaign.objects.proven().filter(pk=OuterRef("campaign_id")))), "campaign__slug", "campaign__name"),
        _counted("announced", filters.totals(Announcement.objects.proven()), "form__slug", "form__name",
                 place=_precedence()),
        _counted("chart", filters.honours(shown.held()), "form__slug", "form__name", extra="order_class",
                 place=_precedence()),
        _counted("total", filters.honours(shown), ""),
    ]  # fmt: skip
    rows = defaultdict(list)
    for dimension, *row in parts[0].union(*parts[1:], all=True):
        rows[dimension].append(row)
    return Counts(
        facets=[Facet(name, LABELS[name], _options(name, rows, filters)) for name in PARAMETERS],
        by_form_and_class=[
            (slug, label, extra, number)
            for slug, label, extra, place, number in sorted(rows["chart"], key=lambda row: (row[3], row[2]))
        ],
        total=sum(number for *_, number in rows["total"]),
    )


def _left(shown, filters: Filters, parameter: str):
    return filters.honours(shown, leave_out=parameter)


def _precedence():
    return F("form__family_rank") * 1000 + F("form__rank")


def _proven_unit(honours, column: str):
    """A unit that no public story proves is not offered by name."""
    return honours.filter(Exists(Organisation.objects.proven().filter(pk=OuterRef(f"{column}_id"))))


def _counted(dimension, rows, value, label="", *, extra="", place=None):
    """Rows (dimension, value, label, extra, place, number), alike in every part of the union."""

    def text(column):
        return Cast(F(column), CharField()) if column else Value("", CharField())

    return (
        rows.order_by()
        .annotate(
            dimension=Value(dimension, CharField()),
            value=text(value),
            label=text(label),
            extra=text(extra),
            place=Cast(place, IntegerField()) if place is not None else Value(0, IntegerField()),
        )
        .values("dimension", "value", "label", "extra", "place")
        .annotate(number=Count("pk"))
        .values_list("dimension", "value", "label", "extra", "place", "number")
    )


def _options(name: str, rows, filters: Filters) -> list[Option]:
    numbers: dict[str, int] = defaultdict(int)
    labels, places = {}, {}
    for value, label, _extra, place, number in rows[name]:
        value = KIND_SLUGS[value] if name == "kind" else value
        numbers[value] += number
        labels[value], places[value] = label, place
    if name == "form":
        for value, label, _extra, place, _number in rows["announced"]:
            numbers[value] += 0
            labels[value], places[value] = label, place
    choice = filters.chosen.get(name)
    if choice and choice.value not in numbers:
        numbers[choice.value] = 0
        labels[choice.value], places[choice.value] = choice.label, 0
    values = _in_order(name, numbers, labels, places)
    return [
        Option(value, _label(name, value, labels), numbers[value], bool(choice and choice.value == value))
        for value in values
    ]


def _in_order(name, numbers, labels, places) -> list[str]:
    if name == "year":
        return sorted(numbers, reverse=True)
    if name == "kind":
        return [slug for slug in KIND_SLUGS.values() if slug in numbers]
    if name == "unit":
        most = sorted(numbers, key=lambda value: -numbers[value])[:MOST_UNITS]
        return sorted(most, key=lambda value: sort_key(labels[value]))
    return sorted(numbers, key=lambda value: (places[value], sort_key(labels[value])))


def _label(name: str, value: str, labels) -> str:
    if name == "class":
        return class_words(value)
    if name == "kind":
        return next(word for kind, word in KIND_WORDS.items() if KIND_SLUGS[kind] == value)
    return value if name == "year" else labels[value]
