"""The registry's panel on the first page of the desk: the first few of what waits."""

from django.template.loader import render_to_string

from awards.contradictions import desk as contradictions
from awards.models import Announcement, Evidence, Honour, StoryStatements
from awards.reconciliation import Status, reconciled
from awards.registry_desk import desk

PANEL_ROWS = 5


def desk_panel(request) -> str:
    """What waits in the registry: contradictions, lost evidence, statements without an answer, totals without names."""
    user = request.user
    against = contradictions.waiting(user, PANEL_ROWS)
    lost = unnamed = stories = ()
    may_keep = desk.may_keep(user)
    if may_keep:
        asking = StoryStatements.objects.waiting().select_related("article")
        stories = asking.only("waiting", "article__title")[:PANEL_ROWS]
    if user.has_perm("awards.change_evidence"):
        lost = Evidence.objects.filter(found=False).with_record().select_related("article")[:PANEL_ROWS]
    if user.has_perm("awards.change_announcement"):
        totals = reconciled(Announcement.objects.filter(count__isnull=False), Honour.objects.all())
        unnamed = totals.filter(status=Status.UNNAMED).select_related("form").order_by("-pk")[:PANEL_ROWS]
    if not any((against, lost, unnamed, stories)):
        return ""
    context = {
        "against": against,
        "lost": lost,
        "unnamed": unnamed,
        "stories": stories,
        "may_keep": may_keep,
    }
    return render_to_string("awards/desk_panel.html", context, request=request)
