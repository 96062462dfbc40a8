"""From one waiting story to the next, by one key."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import Resolver404, path, resolve
from django.utils.translation import gettext as _

from articles.desk.work import Work
from newsroom.keys import is_key

CHANGE = "articles_article_change"


def urls(model_admin) -> list:
    def following(request):
        """The story that waits after the one whose page the person comes `from`; else the first."""
        if not model_admin.has_view_permission(request):
            raise PermissionDenied
        waiting = [story.pk for story in Work(request.user).waiting]
        here = _story_of(request.GET.get("from", ""))
        place = waiting.index(here) + 1 if here in waiting else 0
        others = [pk for pk in waiting[place:] + waiting[:place] if pk != here]
        if not others:
            messages.info(request, _("No other story waits for you."))
            return redirect("admin:index")
        return redirect(f"admin:{CHANGE}", others[0])

    view = model_admin.admin_site.admin_view(following)
    return [path("next/", view, name="articles_article_next")]


def _story_of(address: str) -> int | None:
    """The key of the story whose form has this address."""
    try:
        match = resolve(address)
    except Resolver404:
        return None
    key = match.kwargs.get("object_id", "") if match.url_name == CHANGE else ""
    return int(key) if is_key(key) else None
