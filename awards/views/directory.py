"""Short lists around a record (aliases, titles, units …), all fetched in one query."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, CharField, Exists, F, OuterRef, Value, When
from django.db.models.functions import Cast

from awards.models import Organisation
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import sort_key

SHOWN = 60


@dataclass(frozen=True)
class Entry:
    """One line: its name, the slug of its page (empty: it has none that readers may see), and what else it says."""

    pk: int
    slug: str
    name: str
    detail: str
    detail_slug: str
    first: PartialDate | None
    last: PartialDate | None


def part(
    what: str, rows, *, slug="", name="name", detail="", detail_slug="", first="", last="", order=("pk",)
):
    """One list of the directory: its columns by name, in `order`, at most `SHOWN` and one more."""
    model = rows.model
    limited = model._default_manager.filter(pk__in=rows.order_by(*order).values("pk")[: SHOWN + 1])
    columns = [
        Cast(_column(column), CharField()) for column in (slug, name, detail, detail_slug, first, last)
    ]
    return limited.order_by().values_list(Value(what, CharField()), "pk", *columns)


def read(*parts) -> dict[str, list[Entry]]:
    """The lists by name, each by the Vietnamese alphabet; what no part has is an empty list. One query."""
    lists: dict[str, list[Entry]] = defaultdict(list)
    for what, pk, *texts in parts[0].union(*parts[1:], all=True):
        slug, name, detail, detail_slug, first, last = (text or "" for text in texts)
        lists[what].append(Entry(pk, slug, name, detail, detail_slug, _date(first), _date(last)))
    for entries in lists.values():
        entries.sort(key=lambda entry: (sort_key(entry.name), entry.pk))
    return lists


def if_public(column: str, shown: str):
    """The organisation's `shown` column where readers may see it, else nothing."""
    public = Exists(Organisation.objects.proven().filter(pk=OuterRef(f"{column}_id")))
    return Case(When(public, then=F(f"{column}__{shown}")), default=Value(""), output_field=CharField())


def _column(column):
    return column if hasattr(column, "resolve_expression") else F(column) if column else Value("")


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
