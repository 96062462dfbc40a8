"""Pages about the paper itself."""

from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.utils import timezone

from articles.models import Article, Correction
from newsroom.paging import CURSOR, page_by_moment

PAGE_SIZE = 20


def corrections(request):
    """Corrections of stories that readers can see, newest first."""
    now = timezone.now()
    visible = Article.objects.published(now).filter(pk=OuterRef("article"))
    rows = (
        Correction.objects.filter(Exists(visible))
        .select_related("article")
        .defer("article__body", "article__story_html")
    )
    page = page_by_moment(rows, cursor=request.GET.get(CURSOR, ""), size=PAGE_SIZE, moment="at", upto=now)
    return render(request, "articles/corrections.html", {"page": page})


def masthead(request):
    """Who publishes the site and by which rules it works."""
    return render(request, "articles/masthead.html")
