"""How many honours each choice of a filter would show, all counted in one query.

Tallies count, so 200,000 honours cost what 2,000 do. Only what no tally knows is counted in the honours
themselves: units, and the few honours whose stories come out later or go off.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.db.models import CharField, Count, F, IntegerField, Sum, Value
from django.db.models.functions import Cast

from awards.models import Announcement, Campaign, Honour, Organisation, Tally
from awards.models.base import CLASS_RANK, KIND_SLUGS, KIND_WORDS, class_words
from awards.models.shown import BY_TIME, Shown
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
    SELECT ranked.dimension, ranked.value, ranked.extra, ranked.number,
        COALESCE(form.slug, unit.slug, campaign.slug), COALESCE(form.name, unit.name, campaign.name),
        form.family_rank * 100000 + form.rank
    FROM (
        SELECT dimension, value, extra, SUM(counted) AS number,
            ROW_NUMBER() OVER (PARTITION BY dimension ORDER BY SUM(counted) DESC, value) AS place
        FROM (COUNTS) AS counts GROUP BY dimension, value, extra
    ) AS ranked
    LEFT JOIN awards_awardform AS form
        ON form.id = CASE WHEN ranked.dimension IN ('form', 'chart') THEN CAST(ranked.value AS bigint) END
    LEFT JOIN awards_organisation AS unit
        ON unit.id = CASE WHEN ranked.dimension = 'unit' THEN CAST(ranked.value AS bigint) END
    LEFT JOIN awards_campaign AS campaign
        ON campaign.id = CASE WHEN ranked.dimension = 'campaign' THEN CAST(ranked.value AS bigint) END
    WHERE ranked.place <= %s OR ranked.dimension NOT IN ('unit', 'campaign')"""
_NAMED = {"unit": Organisation, "campaign": Campaign}
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


class _Counted(NamedTuple):
    """One number, and what it is the number of; `record` is a unit or campaign that readers may not see."""

    value: str
    label: str
    place: int
    extra: str
    number: int
    record: object = None


@dataclass(frozen=True)
class Counts:
    """What was counted. `mark_public` must have marked the `records` before the facets are asked for."""

    filters: Filters
    counted: dict[str, list[_Counted]]

    @property
    def records(self) -> list:
        """Units and campaigns that the filters would offer by name."""
        return [one.record for rows in self.counted.values() for one in rows if one.record is not None]

    @property
    def total(self) -> int:
        return sum(one.number for one in self.counted["total"])

    @property
    def by_form_and_class(self) -> list[tuple[str, str, str, int]]:
        """Honours that stand: form slug, form name, class and number, in order of precedence."""
        rows = sorted(self.counted["chart"], key=lambda one: (one.place, one.extra))
        return [(one.value, one.label, one.extra, one.number) for one in rows]

    @property
    def by_year(self) -> list[tuple[int, int]]:
        """Honours that stand: year (0: none is known) and number."""
        return sorted((int(one.value), one.number) for one in self.counted["by_year"])

    @cached_property
    def facets(self) -> list[Facet]:
        return [Facet(name, LABELS[name], self._options(name)) for name in PARAMETERS]

    def facet(self, parameter: str) -> Facet:
        return next(facet for facet in self.facets if facet.parameter == parameter)

    def _options(self, name: str) -> list[Option]:
        """The choices of one filter; what is chosen is one even where it is not among the most."""
        choice = self.filters.chosen.get(name)
        found = {one.value: one for one in self.counted[name] if one.record is None or one.record.is_public}
        if choice and choice.value not in found:
            found[choice.value] = _Counted(choice.value, choice.label, 0, "", self.total)
        return [
            Option(
                one.value,
                one.label,
                one.number,
                chosen,
                self.filters.query(**{name: "" if chosen else one.value}),
            )
            for one in sorted(found.values(), key=_place(name))
            for chosen in [bool(choice and choice.value == one.value)]
        ]


def count(filters: Filters) -> Counts:
    """Counts of what readers may see, each filter counted under all the others. One query.

    Of units and campaigns those `MOST` with the most.
    """
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
    counted = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_MOST_OF_EACH.replace("COUNTS", sql), [*params, MOST])
        for dimension, value, extra, number, slug, name, place in cursor.fetchall():
            if value not in (None, _NOTHING.get(dimension)):
                one = _read(dimension, value, slug, name, place)
                counted[dimension].append(one._replace(extra=extra, number=int(number)))
    return Counts(filters, counted)


def _read(dimension: str, value: str, slug: str, name: str, place: int) -> _Counted:
    if dimension in ("form", "chart"):
        return _Counted(slug, name, place, "", 0)
    if dimension in _NAMED:
        return _Counted(slug, name, 0, "", 0, _NAMED[dimension](pk=int(value), slug=slug, name=name))
    if dimension == "kind":
        return _Counted(KIND_SLUGS[value], KIND_WORDS[value], list(KIND_SLUGS).index(value), "", 0)
    if dimension == "class":
        return _Counted(value, class_words(value), CLASS_RANK[value], "", 0)
    return _Counted(value, value, -int(value or 0), "", 0)


def _parts(dimension: str, filters: Filters, column="", *, extra="", leave_out="", held=False) -> list:
    """The honours asked for, counted by the column: in tallies and, where these do not tell, one by one."""

    def asked(rows):
        return filters.honours(rows.held() if held else rows, leave_out=leave_out)

    honours = Honour.objects.public().proven()
    if "unit" in filters.chosen:
        return [_counted(dimension, asked(honours), column, extra)]
    by_time = honours.filter(BY_TIME)
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
        for part in (rows.filter(shown=Shown.ALWAYS), rows.proven().filter(BY_TIME))
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


def _place(name: str):
    """Forms by precedence, classes from the first, years from the newest, the rest by their numbers."""
    if name in _NAMED:
        return lambda one: (-one.number, sort_key(one.label))
    return lambda one: (one.place, sort_key(one.label))
