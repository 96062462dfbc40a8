"""Pages about the paper itself."""

from functools import partial

from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.utils import timezone

from articles.models import Article, Correction
from newsroom.paging import CURSOR, PreparedPages

PAGE_SIZE = 20


def corrections(request):
    """Corrections of stories that readers can see, newest first."""
    now = timezone.now()
    page = _corrections(cursor=request.GET.get(CURSOR, ""), size=PAGE_SIZE, upto=now, now=now)
    return render(request, "articles/corrections.html", {"page": page})


@partial(PreparedPages, moment="at")
def _corrections(*, now):
    visible = Article.objects.published(now).filter(pk=OuterRef("article"))
    return (
        Correction.objects.filter(Exists(visible))
        .select_related("article")
        .only("kind", "text", "at", "article__slug", "article__title")
    )


def masthead(request):
    """Who publishes the site and by which rules it works."""
    return render(request, "articles/masthead.html")
