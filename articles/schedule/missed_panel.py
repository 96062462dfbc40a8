"""On the desk's index: scheduled updates that did not go out, for those who plan them."""

from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string

from articles.models import Article, Revision

SHOWN = 20


def missed_panel(request) -> str:
    """Empty while every update went out at its moment; each stays until somebody publishes or plans again."""
    if not request.user.has_perm("articles.publish_article"):
        return ""
    visible = Exists(Article.objects.visible_to(request.user).filter(pk=OuterRef("article")))
    missed = Revision.objects.filter(visible, missed_at__isnull=False).select_related("article")
    rows = missed.defer("snapshot", "article__body", "article__story_html").order_by("-missed_at", "-pk")
    if not (found := list(rows[:SHOWN])):
        return ""
    return render_to_string("admin/articles/missed_updates.html", {"revisions": found}, request)
