from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from articles.models import Article

MORE = 4


def article(request, slug):
    """One published story from its stored page; 410 when it was public and is no longer, else 404."""
    stories = Article.objects.select_related("section", "lead_photo").defer("body", "search_fold")
    story = get_object_or_404(stories, slug=slug)
    if not story.is_public:
        if not story.was_public:
            raise Http404
        return render(request, "410.html", {"notice": _notice(story)}, status=410)
    context = {"article": story, "around": around(story), "current_section": _section_address(story)}
    return render(request, "articles/article.html", context)


def _notice(story: Article) -> str:
    return story.withdrawal_notice if story.state == Article.State.WITHDRAWN else ""


def _section_address(story: Article) -> str:
    return story.section.get_absolute_url() if story.section else ""


@dataclass(frozen=True)
class Around:
    """Where to read on: the story before and after by time, and others of the same section."""

    older: Article | None
    newer: Article | None
    more: list[Article]


def around(story: Article) -> Around:
    """What stands around a published story, in one query of three indexed look-ups."""
    now, at = timezone.now(), story.published_at
    visible = Article.objects.published(now)
    older = Article.objects.open_until(now).filter(published_at__lte=at).filter(_before(at, story.pk))
    newer = visible.filter(published_at__gte=at).filter(Q(published_at__gt=at) | Q(pk__gt=story.pk))
    wanted = Q(pk__in=older.order_by("-published_at", "-pk").values("pk")[:1])
    wanted |= Q(pk__in=newer.order_by("published_at", "pk").values("pk")[:1])
    if story.section_id:
        of_section = visible.filter(section=story.section_id).exclude(pk=story.pk)
        wanted |= Q(pk__in=of_section.values("pk")[: MORE + 2])
    found = Article.objects.filter(wanted).for_list().order_by("-published_at", "-pk")
    by_time = list(found)
    position = (at, story.pk)
    later = [one for one in by_time if (one.published_at, one.pk) > position]
    earlier = [one for one in by_time if (one.published_at, one.pk) < position]
    result_newer = later[-1] if later else None
    result_older = earlier[0] if earlier else None
    more = [
        one
        for one in by_time
        if one.section_id == story.section_id and one not in (result_newer, result_older)
    ]
    return Around(result_older, result_newer, more[:MORE] if story.section_id else [])


def _before(at, pk) -> Q:
    return Q(published_at__lt=at) | Q(pk__lt=pk)
