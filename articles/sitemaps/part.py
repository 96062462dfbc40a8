"""One kind of page in the sitemap."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, F, Max, QuerySet, Subquery
from django.urls import reverse

from newsroom.stretches import SIZE, Stretch

_PLACE = "cho-cua-slug"


class Address(NamedTuple):
    """The path of a page or file, and when it last changed, where that is known."""

    path: str
    changed: datetime | None = None


@dataclass(frozen=True)
class Part:
    """Pages of one kind of record.

    `rows(now)` are those that readers see, with a slug each; `page` is the name of their address;
    `changed` the column that says when a page last changed, empty where none does. With it the table
    needs an index of `Stretch` and that column, so that each file's newest change is one look-up.
    """

    name: str
    rows: Callable[[datetime], QuerySet]
    page: str
    changed: str = ""

    def files(self, now: datetime) -> list[tuple[int, datetime | None]]:
        """Number of each file that holds anything, from 1, and its newest change; two queries."""
        rows = self.rows(now).order_by()
        last = rows.model.objects.aggregate(last=Max("pk"))["last"] or 0
        numbers = range(1, -(-last // SIZE) + 1)
        if not numbers:
            return []
        one_row = rows.model.objects.order_by("pk")
        found = one_row.values(
            **{f"file_{number}": self._file(rows, number, now) for number in numbers}
        ).first()
        values = [(number, found[f"file_{number}"]) for number in numbers]
        return [(number, value if self.changed else None) for number, value in values if value]

    def _file(self, rows: QuerySet, number: int, now: datetime):
        """The newest change in one file, or whether it holds anything."""
        if not self.changed:
            return Exists(_of_file(rows, number))
        newest = rows.annotate(stretch=Stretch(F("pk"))).filter(
            stretch=number, **{f"{self.changed}__lte": now}
        )
        return Subquery(newest.order_by(f"-{self.changed}").values(self.changed)[:1])

    def addresses(self, number: int, now: datetime) -> Iterator[Address]:
        """The pages of one file, by id."""
        before, after = reverse(self.page, args=[_PLACE]).split(_PLACE)
        columns = ("slug", self.changed) if self.changed else ("slug",)
        rows = _of_file(self.rows(now), number).order_by("pk").values_list(*columns)
        for slug, *changed in rows.iterator():
            yield Address(f"{before}{slug}{after}", *changed)


def _of_file(rows: QuerySet, number: int) -> QuerySet:
    return rows.filter(pk__gt=(number - 1) * SIZE, pk__lte=number * SIZE)
