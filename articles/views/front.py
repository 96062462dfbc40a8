from itertools import groupby

from django.shortcuts import render
from django.utils import timezone

from articles.models import Article
from newsroom import places

SECONDARY = 2
RIVER = 12


def front(request):
    """The newest story leads, two stand beside it, the others follow by time; bands of other apps between."""
    stories = list(Article.objects.published().for_list()[: 1 + SECONDARY + RIVER])
    return render(
        request,
        "articles/front.html",
        {
            "lead": stories[0] if stories else None,
            "secondary": stories[1 : 1 + SECONDARY],
            "river": by_day(stories[1 + SECONDARY :]),
            "bands": [band for band in places.ask("front_bands") if band],
        },
    )


def by_day(stories: list[Article]) -> list[tuple]:
    """(day in Vietnam, its stories) in the order given."""
    days = groupby(stories, key=lambda story: timezone.localdate(story.published_at))
    return [(day, list(of_day)) for day, of_day in days]
