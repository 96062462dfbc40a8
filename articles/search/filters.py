"""What a search is narrowed to, and what one question asks of other tables: in one query."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Value
from django.utils import timezone

from articles.models import Abbreviation, Author, Section, Tag
from articles.search.index import first_id_at
from articles.search.query import Short
from articles.search.texts import author_facet, section_facet, tag_facet
from newsroom.prepared import Prepared

# Parameter of the address: its model, and the word of the index for one of its rows.
BY_RECORD = {
    "section": (Section, section_facet),
    "author": (Author, author_facet),
    "tag": (Tag, tag_facet),
}
LAST_ID = 2**63 - 1


@dataclass(frozen=True)
class Choice:
    """A section, author or tag, by the slug of its page."""

    slug: str
    name: str
    number: int = 0  # of the stories found


@dataclass(frozen=True)
class Filters:
    """What a reader chose: slugs by parameter, and days in the readers' time zone, both included."""

    slugs: dict[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    def __bool__(self):
        return bool(self.slugs or self.since or self.until)


class UnknownChoice(ValueError):
    """A slug that no section, author or tag has; `parameter` says of which."""

    def __init__(self, parameter: str):
        super().__init__(parameter)
        self.parameter = parameter


@dataclass(frozen=True)
class LookedUp:
    """Abbreviations of the house, the names of what was chosen, and the words of the index for it."""

    shorts: list[Short]
    chosen: dict[str, Choice]
    facets: tuple[str, ...]


def look_up(filters: Filters) -> LookedUp:
    """One query. Raises UnknownChoice."""
    slugs = {parameter: filters.slugs.get(parameter) or None for parameter in BY_RECORD}
    shorts, chosen, facets = [], {}, []
    for kind, pk, first, second, flag in _rows(**slugs):
        if kind == "short":
            shorts.append(Short(first, second, ambiguous=not flag))
        else:
            chosen[kind] = Choice(first, second)
            facets.append(BY_RECORD[kind][1](pk))
    for parameter, slug in filters.slugs.items():
        if slug and parameter not in chosen:
            raise UnknownChoice(parameter)
    return LookedUp(sorted(shorts, key=lambda short: short.short), chosen, tuple(facets))


@Prepared
def _rows(**slugs: str | None):
    """Rows ("short", key, short, long, whether in stories), and (parameter, key, slug, name, true) of what was chosen."""
    shorts = Abbreviation.objects.order_by().values_list(Value("short"), "pk", "short", "long", "in_stories")
    parts = [
        BY_RECORD[parameter][0]
        .objects.filter(slug=slug)
        .order_by()
        .values_list(Value(parameter), "pk", "slug", "name", Value(True))
        for parameter, slug in slugs.items()
        if slug
    ]
    return shorts.union(*parts, all=True)


def entry_ids(filters: Filters, now: datetime) -> tuple[int, int]:
    """The first and the last id that entries of these days may have, none after `now`."""
    first = first_id_at(_midnight(filters.since)) if filters.since else -LAST_ID
    closes = now + timedelta(seconds=1)
    if filters.until and filters.until < date.max:
        closes = min(closes, _midnight(filters.until + timedelta(days=1)))
    return first, first_id_at(closes) - 1


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
