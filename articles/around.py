"""Where to read on after a story: its series, the stories before and after it, and more of its section."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from articles.models import Article

MORE = 4
PARTS = 60


@dataclass(frozen=True)
class Around:
    """The stories around one.

    `parts` are those of its series in their order, itself among them, when there are others. `more` are
    of its section and none of the others here.
    """

    older: Article | None
    newer: Article | None
    more: list[Article]
    parts: list[Article]


def around(story: Article) -> Around:
    """What stands around a published story, in one query of indexed look-ups."""
    now, at = timezone.now(), story.published_at
    visible = Article.objects.published(now)
    # One upper bound each, so that the index serves it.
    older = Article.objects.open_until(now).filter(
        Q(published_at__lt=at) | Q(pk__lt=story.pk), published_at__lte=at
    )
    newer = visible.filter(Q(published_at__gt=at) | Q(pk__gt=story.pk), published_at__gte=at)
    wanted = Q(pk__in=older.order_by("-published_at", "-pk").values("pk")[:1])
    wanted |= Q(pk__in=newer.order_by("published_at", "pk").values("pk")[:1])
    if story.section_id:
        of_section = visible.filter(section=story.section_id).exclude(pk=story.pk)
        wanted |= Q(pk__in=of_section.values("pk")[: MORE + 2])
    if story.series_id:
        of_series = visible.filter(series=story.series_id)
        wanted |= Q(pk__in=of_series.order_by("part", "published_at", "pk").values("pk")[:PARTS])
    found = list(Article.objects.filter(wanted).for_list().order_by("-published_at", "-pk"))
    position = _position(story)
    before = next((one for one in found if _position(one) < position), None)
    after = next((one for one in reversed(found) if _position(one) > position), None)
    parts = [one for one in found if story.series_id and one.series_id == story.series_id]
    others = [one for one in found if one not in (before, after, *parts)]
    more = [one for one in others if story.section_id and one.section_id == story.section_id]
    return Around(before, after, more[:MORE], sorted(parts, key=_place) if len(parts) > 1 else [])


def _place(story: Article) -> tuple:
    """Parts by their number; those without one behind them, by time."""
    return story.part is None, story.part or 0, *_position(story)


def _position(story: Article) -> tuple:
    return story.published_at, story.pk
