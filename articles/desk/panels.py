"""What the desk page shows: lists of stories, and in its margin the numbers and the week."""

from urllib.parse import urlencode

from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.desk.lists import Listed, due_lists, published, scheduled, work_lists
from articles.desk.week import last_days
from articles.desk.work import Work
from articles.models import Article
from articles.state_labels import state_mark


def work_panels(request) -> str:
    """What is to be done, for those who write and edit."""
    user = request.user
    if not user.has_perm("articles.change_article"):
        return ""
    waiting, others, own = work_lists(Work(user))
    due = [one for one in due_lists(user, timezone.now()) if one.lines]
    return _shown(request, [waiting, *due, others, own], may_write=user.has_perm("articles.add_article"))


def out_panels(request) -> str:
    """What goes out and what came out, for those who may open stories."""
    user, now = request.user, timezone.now()
    if not user.has_perm("articles.view_article"):
        return ""
    return _shown(request, [scheduled(user, now), published(user, now)])


def _shown(request, lists: list[Listed], *, may_write: bool = False) -> str:
    context = {"lists": lists, "may_write": may_write}
    return render_to_string("admin/articles/desk/lists.html", context, request)


def numbers(request) -> str:
    """How many stories are in each state, each number the way to its list; the week as bars."""
    user = request.user
    if not user.has_perm("articles.view_article"):
        return ""
    stories = Article.objects.visible_to(user).order_by()
    by_state = dict(stories.values_list("state").annotate(Count("pk")))
    updates = dict(stories.exclude(update_state="").values_list("update_state").annotate(Count("pk")))
    all_stories = reverse("admin:articles_article_changelist")

    def rows(field: str, counted: dict) -> list[tuple]:
        return [
            (state_mark(state), counted[state], f"{all_stories}?{urlencode({f'{field}__exact': state})}")
            for state in Article.State
            if counted.get(state)
        ]

    context = {
        "all_stories": all_stories,
        "sees_all": user.has_perm("articles.view_every_article"),
        "states": rows("state", by_state),
        "updates": rows("update_state", updates),
        "week": last_days(timezone.now()),
        "may_see_output": user.has_perm("articles.view_output"),
    }
    return render_to_string("admin/articles/desk/numbers.html", context, request)
