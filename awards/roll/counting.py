"""One query that counts what each choice of every filter would show.

Tallies count, so 200,000 honours cost what 2,000 do. Only what no tally knows is counted in the honours
themselves: those of one unit, and the few whose stories come out later or go off.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from awards.models import Announcement, Honour
from awards.models.shown import BY_TIME, Shown
from awards.models.tally import ANY, ANY_WORD
from awards.roll.filters import Filters

# The column that each filter counts by, of honours and tallies alike.
COLUMNS = {
    "form": "form_id",
    "class": "order_class",
    "year": "listed_year",
    "kind": "recipient_kind",
    "campaign": "campaign",
}
_COPIED = ("form_id", "order_class", "listed_year", "recipient_kind", "campaign_id", "status")
_OF_UNITS = ("organisation_id", "recipient_unit_id")
# Where a tally may say `ANY`, and where a unit's may say `ANY_WORD`.
_OPEN, _OPEN_OF_UNITS = ("form_id", "listed_year", "campaign"), ("order_class", "recipient_kind")
_TALLIED = f"shown = {Shown.ALWAYS.value} AND status NOT IN ('proposed', 'aside')"
_IS_HELD = "status IN ('decided', 'presented')"
_MOST_OF_EACH = """
    SELECT ranked.dimension, ranked.value, ranked.extra, ranked.number,
        COALESCE(form.slug, unit.slug, campaign.slug), COALESCE(form.name, unit.name, campaign.name),
        form.family_rank * 100000 + form.rank
    FROM (
        SELECT dimension, value, extra, SUM(number) AS number,
            ROW_NUMBER() OVER (PARTITION BY dimension ORDER BY SUM(number) DESC, value) AS place
        FROM ({counts}) AS counts GROUP BY dimension, value, extra
    ) AS ranked
    LEFT JOIN awards_awardform AS form
        ON form.id = CASE WHEN ranked.dimension IN ('form', 'chart') THEN CAST(ranked.value AS bigint) END
    LEFT JOIN awards_organisation AS unit
        ON unit.id = CASE WHEN ranked.dimension = 'unit' THEN CAST(ranked.value AS bigint) END
    LEFT JOIN awards_campaign AS campaign
        ON campaign.id = CASE WHEN ranked.dimension = 'campaign' THEN CAST(ranked.value AS bigint) END
    WHERE ranked.place <= {most} OR ranked.dimension NOT IN ('unit', 'campaign')"""


class Sql(NamedTuple):
    """A statement or a part of one, and its parameters in their order."""

    text: str
    params: tuple = ()


class Found(NamedTuple):
    """A number of honours, what they have in common, and how that is called where it has a name.

    `dimension` is the filter, or "chart" (by form, with the class in `extra`), "by_year" or "total".
    """

    dimension: str
    value: str
    extra: str
    number: int
    slug: str | None
    name: str | None
    place: int | None


def count(filters: Filters, most: int) -> Iterator[Found]:
    """Each filter counted under all the others; of units and campaigns the `most` with the most."""
    counts = [*_counts(filters), _forms_with_totals(filters), *_units(filters, most)]
    tables = [("late", _late()), *([("of_unit", _of_unit(filters))] if "unit" in filters.chosen else [])]
    text = "WITH {} {}".format(
        ", ".join(f"{name} AS ({sql.text})" for name, sql in tables),
        _MOST_OF_EACH.format(counts=" UNION ALL ".join(sql.text for sql in counts), most=most),
    )
    params = [value for sql in (*(sql for _, sql in tables), *counts) for value in sql.params]
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        found = cursor.fetchall()
    return (Found(*row) for row in found)


def _counts(filters: Filters) -> Iterator[Sql]:
    for name, column in COLUMNS.items():
        yield from _counted(filters, name, column, leave_out=name)
    yield from _counted(filters, "chart", "form_id", extra="order_class", held=True)
    yield from _counted(filters, "by_year", "listed_year", held=True)
    yield from _counted(filters, "total")


def _counted(filters: Filters, dimension: str, column="", *, extra="''", leave_out="", held=False):
    """The honours asked for, counted by the column: as tallied, and those that depend on the time."""
    value = f"CAST({column} AS varchar(20))" if column else "''"
    head = f"SELECT '{dimension}' AS dimension, {value} AS value, {extra} AS extra, SUM(number) AS number"
    for table in ["of_unit"] if "unit" in filters.chosen else ["awards_rolltally", "late"]:
        by = column if table == "awards_rolltally" else ""
        asked = _asked(filters, leave_out, tallied_by=by, open_to=table == "awards_rolltally" and _OPEN)
        condition = f"{asked.text} AND held" if held else asked.text
        yield Sql(f"{head} FROM {table} WHERE {condition} AND number > 0 GROUP BY 2, 3", asked.params)


def _asked(filters: Filters, leave_out="", *, columns=COLUMNS, tallied_by="", open_to=()) -> Sql:
    """Condition: what all filters but `leave_out` and the unit ask for.

    Of the columns `open_to` `ANY`, one that is not asked for must say that, or anything else where the
    tallies are counted by it.
    """
    texts, params = ["TRUE"], []
    for name, column in columns.items():
        if name in filters.chosen and name != leave_out:
            texts.append(f"{column} = %s")
            params.append(_plain(filters.chosen[name].stored))
        elif open_to and column in open_to:
            texts.append(f"{column} {'>' if column == tallied_by else '='} {ANY}")
    return Sql(" AND ".join(texts), tuple(params))


def _plain(value):
    return str(value) if isinstance(value, str) else value


def _late() -> Sql:
    """Honours that readers see now and that no tally counts, as rows of one."""
    rows = Honour.objects.public().proven().filter(BY_TIME).order_by().values_list(*_COPIED, *_OF_UNITS)
    text, params = rows.query.sql_with_params()
    return Sql(
        f"SELECT {_LIKE_A_TALLY}, {', '.join(_OF_UNITS)}, 1 AS number FROM ({text}) AS by_time", params
    )


_LIKE_A_TALLY = f"""form_id, order_class, listed_year, recipient_kind,
    COALESCE(campaign_id, 0) AS campaign, ({_IS_HELD}) AS held"""


def _of_unit(filters: Filters) -> Sql:
    """The honours of the unit asked for, and of those who served in it, gathered as tallies are."""
    unit = filters.chosen["unit"].stored
    of_unit = "organisation_id = %s"
    # Of the many who are no collective the index tells all: their rows are not looked at.
    of_members = "recipient_unit_id = %s AND (recipient_kind <> 'collective' OR organisation_id <> %s)"
    head = f"SELECT {_LIKE_A_TALLY}, 1 AS number FROM awards_honour"
    late = f"SELECT {', '.join(_TALLY_COLUMNS)}, number FROM late WHERE %s IN ({', '.join(_OF_UNITS)})"
    return Sql(
        f"""SELECT {", ".join(_TALLY_COLUMNS)}, SUM(number) AS number FROM (
            {head} WHERE {of_unit} AND {_TALLIED} UNION ALL {head} WHERE {of_members} AND {_TALLIED}
            UNION ALL {late}
        ) AS one GROUP BY {", ".join(_TALLY_COLUMNS)}""",
        (unit, unit, unit, unit),
    )


_TALLY_COLUMNS = (*COLUMNS.values(), "held")


def _units(filters: Filters, most: int) -> Iterator[Sql]:
    """The units with the most; the units of what depends on the time are among them, so that none is told too little."""
    late = _asked(filters)
    late_units = [f"SELECT {column} AS unit, number FROM late WHERE {late.text}" for column in _OF_UNITS]
    late_units[1] += " AND (organisation_id IS NULL OR organisation_id <> recipient_unit_id)"
    source = (
        _units_one_by_one(filters)
        if {"form", "year", "campaign"} & set(filters.chosen)
        else _units_tallied(filters, most)
    )
    yield Sql(
        f"""SELECT * FROM (
            SELECT 'unit' AS dimension, CAST(unit AS varchar(20)) AS value, '' AS extra, SUM(number) AS number
            FROM ({source.text} UNION ALL {" UNION ALL ".join(late_units)}) AS of_each
            WHERE unit IS NOT NULL GROUP BY unit ORDER BY SUM(number) DESC, unit LIMIT {most}
        ) AS most""",
        source.params + late.params * 2,
    )


def _units_tallied(filters: Filters, most: int) -> Sql:
    words = tuple(
        _plain(filters.chosen[name].stored) if name in filters.chosen else ANY_WORD
        for name in ("class", "kind")
    )
    rows = "SELECT unit, number FROM awards_unittally WHERE order_class = %s AND recipient_kind = %s AND number > 0"
    late = " UNION ".join(f"SELECT {column} FROM late" for column in _OF_UNITS)
    return Sql(
        f"""SELECT unit, number FROM ({rows} ORDER BY number DESC, unit LIMIT {most}) AS first
            UNION SELECT unit, number FROM ({rows} AND unit IN ({late})) AS late_too""",
        words * 2,
    )


def _units_one_by_one(filters: Filters) -> Sql:
    columns = COLUMNS | {"campaign": "campaign_id"}
    # A campaign has few honours, a year many: SQLite would walk the year if it could.
    if "campaign" in filters.chosen:
        columns["year"] = "+listed_year"
    asked = _asked(filters, columns=columns)
    condition = f"{asked.text} AND {_TALLIED}"
    return Sql(
        f"""SELECT organisation_id AS unit, COUNT(*) AS number FROM awards_honour
            WHERE {condition} AND organisation_id IS NOT NULL GROUP BY 1
            UNION ALL SELECT recipient_unit_id, COUNT(*) FROM awards_honour
            WHERE {condition} AND recipient_unit_id IS NOT NULL
                AND (organisation_id IS NULL OR organisation_id <> recipient_unit_id) GROUP BY 1""",
        asked.params * 2,
    )


def _forms_with_totals(filters: Filters) -> Sql:
    """Forms of which no honour has a name, but a total was announced: a choice with 0."""
    totals = filters.totals(Announcement.objects.proven()).order_by().values_list("form_id").distinct()
    text, params = totals.query.sql_with_params()
    return Sql(f"SELECT 'form', CAST(form_id AS varchar(20)), '', 0 FROM ({text}) AS announced", params)
