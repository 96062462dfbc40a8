"""Which story stands where on the front page: an editor's choice first, the newest where nobody chose."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from django.db.models import F
from django.utils import timezone

from articles.front.strips import Strip, read, sources
from articles.models import Article, MostRead
from newsroom.prepared import Prepared
from newsroom.unions import keys_of

SECONDARY = 2  # that stand beside the lead by themselves
RIVER = 12


@dataclass(frozen=True)
class Front:
    """A filled front page; no story stands on it twice."""

    lead: Article | None
    secondary: list[Article]
    strips: list[Strip]
    river: list[tuple]  # (day in Vietnam, its stories), newest first
    most_read: list[Article]  # these alone may stand elsewhere too


def arrange(content: dict, at=None) -> Front:
    """Fill the page with what readers may see at `at` (now if omitted).

    `content` is that of a `FrontPage`; empty, the newest story leads and the others follow. One
    query, and one more for each kind of strip that asks for it.
    """
    at = at or timezone.now()
    chosen = [content.get("lead"), *content.get("secondary", [])]
    wanted = [
        (*found, strip["count"]) for strip in content.get("strips", []) if (found := read(strip["source"]))
    ]
    stories = _candidates(chosen, wanted, at)
    by_key = {story.pk: story for story in stories}
    beside = [by_key[key] for key in chosen[1:] if key in by_key]
    free = [story for story in stories if story.pk not in chosen]
    lead = by_key.get(chosen[0]) or (free.pop(0) if free else None)
    while len(beside) < SECONDARY and free:
        beside.append(free.pop(0))
    strips, used = _strips(wanted, free)
    river = [story for story in free if story.pk not in used]
    most_read = sorted((story for story in stories if story.reading_place), key=attrgetter("reading_place"))
    return Front(lead, beside, strips, by_day(river[:RIVER]), most_read)


def by_day(stories: list[Article]) -> list[tuple]:
    """(day in Vietnam, its stories) in the order given."""
    days = groupby(stories, key=lambda story: timezone.localdate(story.published_at))
    return [(day, list(of_day)) for day, of_day in days]


def _candidates(chosen: list, wanted: list[tuple], at) -> list[Article]:
    """Stories enough for every place, newest first: the chosen, the most read, the newest of all and of each strip."""
    strips = tuple((source.kind, count) for source, _key, count in wanted)
    keys = [key for _source, key, _count in wanted]
    return _stories_for(len(chosen), strips)(at=at, chosen=[key for key in chosen if key], keys=keys)


@lru_cache(maxsize=32)  # arrangements come and go, each with its own number of strips
def _stories_for(places_chosen: int, strips: tuple[tuple[str, int], ...]) -> Prepared:
    """The query for so many places that an editor fills, and strips of these kinds and lengths."""
    room = places_chosen + SECONDARY + sum(count for _kind, count in strips)

    @Prepared
    def stories(*, at, chosen, keys):
        out = Article.objects.published(at)
        newest = out.order_by("-published_at", "-pk")
        of_kind = sources()
        parts = [newest[: room + RIVER]]
        parts += [
            newest.filter(pk__in=of_kind[kind].stories(key).values("pk"))[:room]
            for (kind, _count), key in zip(strips, keys, strict=True)
        ]
        unordered = out.order_by()  # ordered, SQLite looks for them through all stories by date
        parts += [
            unordered.filter(pk__in=chosen),
            unordered.filter(pk__in=MostRead.objects.values("article")),
        ]
        found = Article.objects.filter(pk__in=keys_of(part.values("pk") for part in parts))
        return found.annotate(reading_place=F("most_read__place")).for_cards()

    return stories


def _strips(wanted: list[tuple], stories: list[Article]) -> tuple[list[Strip], set[int]]:
    """The strips in the order asked for, each without what an earlier one shows, and the keys of all they show."""
    by_kind = {source.kind: source for source, _key, _count in wanted}
    found = {
        kind: source.strips([key for one, key, _count in wanted if one.kind == kind], stories)
        for kind, source in by_kind.items()
    }
    strips, used = [], set()
    for source, key, count in wanted:
        if strip := found[source.kind].get(key):
            fresh = [story for story in strip.stories if story.pk not in used][:count]
            used |= {story.pk for story in fresh}
            if fresh:
                strips.append(Strip(strip.name, strip.address, fresh))
    return strips, used
