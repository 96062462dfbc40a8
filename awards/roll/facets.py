"""How many honours each choice of a filter would show, all counted in one query and named in a second.

Tallies count, so 200,000 honours cost what 2,000 do. Only what no tally knows is counted in the honours
themselves: units, and the few honours whose stories come out later or go off.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection
from django.db.models import CharField, Count, F, IntegerField, Sum, Value
from django.db.models.functions import Cast

from awards.models import Announcement, AwardForm, Campaign, Honour, Organisation, Tally
from awards.models.base import CLASS_RANK, KIND_SLUGS, KIND_WORDS, class_words
from awards.models.shown import Shown
from awards.roll.filters import PARAMETERS, SORT, Filters
from newsroom.vietnamese import sort_key

# A list of thousands helps nobody: those with the most honours.
MOST = 40
LABELS = {
    "form": "Hình thức",
    "class": "Hạng",
    "year": "Năm",
    "kind": "Đối tượng",
    "unit": "Đơn vị",
    "campaign": "Phong trào",
    SORT: "Thứ tự",
}
# The column that each filter counts by, of honours and tallies alike.
_COLUMNS = {
    "form": "form_id",
    "class": "order_class",
    "year": "listed_year",
    "kind": "recipient_kind",
    "campaign": "campaign",
}
_MOST_OF_EACH = """
    SELECT dimension, value, extra, number FROM (
        SELECT dimension, value, extra, SUM(counted) AS number,
            ROW_NUMBER() OVER (PARTITION BY dimension ORDER BY SUM(counted) DESC, value) AS place
        FROM (COUNTS) AS counts GROUP BY dimension, value, extra
    ) AS ranked WHERE place <= %s OR dimension NOT IN ('unit', 'campaign')"""
# What stands for none, and is no choice.
_NOTHING = {"class": "", "year": "0", "campaign": "0"}


@dataclass(frozen=True)
class Option:
    """One choice of a filter: the number of honours it would show, and the address that shows them.

    The address of the present choice takes it away.
    """

    value: str
    label: str
    number: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Facet:
    """One filter with its choices in the order that readers expect."""

    parameter: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Counts:
    """The filters with their live counts, and what the charts draw: honours that stand."""

    facets: list[Facet]
    by_form_and_class: list[tuple[str, str, str, int]]
    by_year: list[tuple[int, int]]
    total: int

    def facet(self, parameter: str) -> Facet:
        return next(facet for facet in self.facets if facet.parameter == parameter)


class _Name(NamedTuple):
    """What readers see of a record that a filter offers."""

    slug: str
    label: str
    place: int


def count(filters: Filters) -> Counts:
    """Counts of what readers may see, each filter counted under all the others. Two queries."""
    numbers = _numbers(filters)
    names = _names(numbers, filters)
    forms = sorted(
        ((names["form", int(value)], order_class, number) for value, order_class, number in numbers["chart"]),
        key=lambda row: (row[0].place, row[1]),
    )
    total = sum(number for *_, number in numbers["total"])
    return Counts(
        facets=[
            Facet(name, LABELS[name], _options(name, numbers[name], names, filters, total))
            for name in PARAMETERS
        ],
        by_form_and_class=[
            (form.slug, form.label, order_class, number) for form, order_class, number in forms
        ],
        by_year=sorted((int(year), number) for year, _extra, number in numbers["by_year"]),
        total=total,
    )


def _numbers(filters: Filters) -> dict[str, list[tuple[str, str, int]]]:
    """(value, extra, number) by what was counted; of units and campaigns the `MOST` with the most. One query."""
    parts = [
        part for name, column in _COLUMNS.items() for part in _parts(name, filters, column, leave_out=name)
    ]
    parts += [
        *_units(filters),
        _counted("form", filters.totals(Announcement.objects.proven()), "form_id", number=Count("pk") * 0),
        *_parts("chart", filters, "form_id", extra="order_class", held=True),
        *_parts("by_year", filters, "listed_year", held=True),
        *_parts("total", filters),
    ]
    sql, params = parts[0].union(*parts[1:], all=True).query.get_compiler(connection=connection).as_sql()
    numbers = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_MOST_OF_EACH.replace("COUNTS", sql), [*params, MOST])
        for dimension, value, extra, number in cursor.fetchall():
            if value not in (None, _NOTHING.get(dimension)):
                numbers[dimension].append((value, extra, int(number)))
    return numbers


def _parts(dimension: str, filters: Filters, column="", *, extra="", leave_out="", held=False) -> list:
    """The honours asked for, counted by the column: in tallies and, where these do not tell, one by one."""

    def asked(rows):
        return filters.honours(rows.held() if held else rows, leave_out=leave_out)

    honours = Honour.objects.public().proven()
    if "unit" in filters.chosen:
        return [_counted(dimension, asked(honours), column, extra)]
    by_time = honours.filter(shown=Shown.BY_TIME)
    return [
        _counted(dimension, asked(Tally.objects.filter(number__gt=0)), column, extra, number=Sum("number")),
        _counted(dimension, asked(by_time), column, extra),
    ]


def _units(filters: Filters) -> list:
    """Honours of units, and of those who served in them; a unit's own within another stand once for each."""
    shown = filters.honours(Honour.objects.public(), leave_out="unit")
    members = shown.filter(recipient_unit__isnull=False).exclude(organisation=F("recipient_unit"))
    return [
        _counted("unit", part, column)
        for rows, column in (
            (shown.filter(organisation__isnull=False), "organisation_id"),
            (members, "recipient_unit_id"),
        )
        for part in (rows.filter(shown=Shown.ALWAYS), rows.proven().filter(shown=Shown.BY_TIME))
    ]


def _counted(dimension, rows, column="", extra="", number=None):
    """Rows (dimension, value, extra, number), alike in every part of the union."""

    def text(name):
        return Cast(F(name), CharField()) if name else Value("", CharField())

    return (
        rows.order_by()
        .annotate(dimension=Value(dimension, CharField()), value=text(column), extra=text(extra))
        .values("dimension", "value", "extra")
        .annotate(counted=Cast(number or Count("pk"), IntegerField()))
        .values_list("dimension", "value", "extra", "counted")
    )


def _names(numbers, filters: Filters) -> dict[tuple[str, int], _Name]:
    """Names of the forms, units and campaigns that were counted, where readers may see them. One query."""

    def keys(*dimensions):
        return {int(value) for dimension in dimensions for value, *_ in numbers[dimension]}

    forms = AwardForm.objects.filter(pk__in=keys("form", "chart"))
    parts = [
        rows.order_by().values_list(Value(name, CharField()), "pk", "slug", "name", *place)
        for name, rows, place in (
            ("form", forms, (F("family_rank") * 100_000 + F("rank"),)),
            ("unit", Organisation.objects.proven().filter(pk__in=keys("unit")), (Value(0),)),
            ("campaign", Campaign.objects.proven().filter(pk__in=keys("campaign")), (Value(0),)),
        )
    ]
    found = parts[0].union(*parts[1:], all=True)
    return {(name, pk): _Name(slug, label, place) for name, pk, slug, label, place in found}


def _options(name: str, counted, names, filters: Filters, total: int) -> list[Option]:
    """The choices of one filter; what is chosen is one even where it is not among the most."""
    choice = filters.chosen.get(name)
    found: dict[str, tuple[_Name, int]] = {}
    for value, _extra, number in counted:
        known = names.get((name, int(value))) if name in ("form", "unit", "campaign") else _plain(name, value)
        if known:
            found[known.slug] = (known, number)
    if choice and choice.value not in found:
        found[choice.value] = (_Name(choice.value, choice.label, 0), total)
    return [
        Option(slug, known.label, number, chosen, filters.query(**{name: "" if chosen else slug}))
        for slug, (known, number) in sorted(found.items(), key=_place(name))
        for chosen in [bool(choice and choice.value == slug)]
    ]


def _plain(name: str, value: str) -> _Name:
    if name == "kind":
        return _Name(KIND_SLUGS[value], KIND_WORDS[value], list(KIND_SLUGS).index(value))
    if name == "year":
        return _Name(value, value, -int(value))
    return _Name(value, class_words(value), CLASS_RANK[value])


def _place(name: str):
    """Forms by precedence, classes from the first, years from the newest, the rest by their numbers."""
    if name in ("unit", "campaign"):
        return lambda item: (-item[1][1], sort_key(item[1][0].label))
    return lambda item: (item[1][0].place, sort_key(item[1][0].label))
