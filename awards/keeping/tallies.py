"""The SQL that counts an honour in every tally it belongs to, and that counts all of them from nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from awards.models.shown import Shown
from awards.models.tally import ANY, ANY_WORD


@dataclass(frozen=True)
class Tallies:
    """A table of tallies: its columns in the order of its key, and how an honour's `{row}` gives them.

    Where `any` names a column, an honour is counted under its own value and under that of `any`.
    `sources` and `condition` are for what an honour has more than one of.
    """

    table: str
    keys: Mapping[str, str]
    any: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    condition: str = "TRUE"
    left: Mapping[str, str] = field(default_factory=dict)

    def enter(self, row: str) -> str:
        """Count the honour, if it is one to count."""
        sources = f"FROM {' CROSS JOIN '.join(self._sources())}" if self._sources() else ""
        return f"""
            INSERT INTO {self.table} ({", ".join(self.keys)}, number)
            SELECT {self._values(row)}, 1 {sources} WHERE {_is_counted(row)} AND {self.condition.format(row=row)}
            ON CONFLICT ({", ".join(self.keys)}) DO UPDATE SET number = {self.table}.number + 1"""

    def leave(self, row: str) -> str:
        """Count the honour no longer, if it was counted."""
        same = " AND ".join(self._is_same(name, key, row) for name, key in self.keys.items())
        return f"UPDATE {self.table} SET number = number - 1 WHERE {_is_counted(row)} AND {same}"

    def recount(self) -> list[str]:
        """Forget what was counted, and count every honour."""
        return [
            f"DELETE FROM {self.table}",
            f"""
            INSERT INTO {self.table} ({", ".join(self.keys)}, number)
            SELECT {self._values("one")}, COUNT(*)
            FROM {" CROSS JOIN ".join(["awards_honour AS one", *self._sources()])}
            WHERE {_is_counted("one")} AND {self.condition.format(row="one")}
            GROUP BY {", ".join(str(place) for place in range(1, len(self.keys) + 1))}""",
        ]

    def _sources(self) -> list[str]:
        return [f"(SELECT 0 AS any_{name} UNION ALL SELECT 1) AS of_{name}" for name in self.any] + [
            *self.sources
        ]

    def _values(self, row: str) -> str:
        return ", ".join(
            f"CASE WHEN any_{name} = 1 THEN {self.any[name]} ELSE {key.format(row=row)} END"
            if name in self.any
            else key.format(row=row)
            for name, key in self.keys.items()
        )

    def _is_same(self, name: str, key: str, row: str) -> str:
        if name in self.left:
            return f"{name} {self.left[name].format(row=row)}"
        own = key.format(row=row)
        return f"{name} IN ({own}, {self.any[name]})" if name in self.any else f"{name} = {own}"


_FORM, _CLASS, _KIND, _YEAR = (
    "{row}.form_id",
    "{row}.order_class",
    "{row}.recipient_kind",
    "{row}.listed_year",
)
_CAMPAIGN = "COALESCE({row}.campaign_id, 0)"
_HELD = "({row}.status IN ('decided', 'presented'))"
TALLIES = (
    Tallies(
        "awards_tally",
        {
            "form_id": _FORM,
            "recipient_kind": _KIND,
            "scope": "COALESCE({row}.scope_id, 0)",
            "on_list": "({row}.announcement_id IS NOT NULL)",
            "held": _HELD,
            "order_class": _CLASS,
            "listed_year": _YEAR,
            "campaign": _CAMPAIGN,
        },
    ),
    Tallies(
        "awards_rolltally",
        {
            "form_id": _FORM,
            "listed_year": _YEAR,
            "campaign": _CAMPAIGN,
            "order_class": _CLASS,
            "recipient_kind": _KIND,
            "held": _HELD,
        },
        any=dict.fromkeys(("form_id", "listed_year", "campaign"), str(ANY)),
    ),
    Tallies(
        "awards_unittally",
        {
            "unit": "CASE WHEN as_member = 1 THEN {row}.recipient_unit_id ELSE {row}.organisation_id END",
            "order_class": _CLASS,
            "recipient_kind": _KIND,
        },
        any=dict.fromkeys(("order_class", "recipient_kind"), f"'{ANY_WORD}'"),
        sources=("(SELECT 0 AS as_member UNION ALL SELECT 1) AS membership",),
        condition="""(CASE WHEN as_member = 0 THEN {row}.organisation_id IS NOT NULL
            ELSE {row}.recipient_unit_id IS NOT NULL
                AND ({row}.organisation_id IS NULL OR {row}.organisation_id <> {row}.recipient_unit_id) END)""",
        left={"unit": "IN ({row}.organisation_id, {row}.recipient_unit_id)"},
    ),
)


def enter(row: str) -> str:
    """Count the honour in all tallies."""
    return ";\n".join(tallies.enter(row) for tallies in TALLIES)


def leave(row: str) -> str:
    """Count the honour in no tally."""
    return ";\n".join(tallies.leave(row) for tallies in TALLIES)


def recount() -> list[str]:
    return [statement for tallies in TALLIES for statement in tallies.recount()]


def _is_counted(row: str) -> str:
    return f"{row}.shown = {Shown.ALWAYS.value} AND {row}.status NOT IN ('proposed', 'aside')"
