"""What waits on the desk for the person who opens it."""

from django.template.loader import render_to_string
from django.urls import reverse

from articles.models import Article, Transition
from articles.state_labels import state_label

SHOWN = 8
State = Article.State
OPEN = [State.DRAFT, State.SUBMITTED, State.IN_EDIT, State.READY]


def waiting_panels(request) -> str:
    """Lists for the desk's index: what waits, what this person works on, what went out."""
    user = request.user
    if not user.has_perm("articles.view_article"):
        return ""
    lists = [_waiting(user), _own(user), _out(user)]
    context = {
        "lists": [one for one in lists if one],
        "may_add": user.has_perm("articles.add_article"),
        "all_stories": reverse("admin:articles_article_changelist"),
    }
    return render_to_string("admin/articles/desk.html", context, request)


def _waiting(user) -> dict | None:
    """States that wait for a step which this person may take."""
    states = []
    if user.has_perm("articles.take_article"):
        states += [State.SUBMITTED, State.IN_EDIT]
    if user.has_perm("articles.publish_article"):
        states.append(State.READY)
    if not states:
        return None
    stories = Article.objects.visible_to(user).filter(state__in=states)
    return {"name": "waiting", "rows": _rows(_worked_on_last(stories))}


def _own(user) -> dict | None:
    if not user.has_perm("articles.change_article"):
        return None
    own = Article.objects.kept().own(user).filter(state__in=OPEN)
    return {"name": "own", "rows": _rows(_worked_on_last(own))}


def _out(user) -> dict:
    stories = Article.objects.visible_to(user).published().order_by("-published_at", "-pk")
    return {"name": "out", "rows": _rows(stories[:SHOWN])}


def _worked_on_last(stories):
    """The first few by date of work; what is not out is a small set, so it is found first and sorted then."""
    moments = sorted(stories.order_by().values_list("modified_at", "pk"), reverse=True)
    found = Article.objects.filter(pk__in=[pk for _moment, pk in moments[:SHOWN]])
    return found.order_by("-modified_at", "-pk")


def _rows(stories) -> list[dict]:
    found = list(stories.select_related("section", "created_by").defer("body", "story_html"))
    returned = _return_reasons(found)
    return [
        {"story": story, "state": state_label(story), "returned": returned.get(story.pk, "")}
        for story in found
    ]


def _return_reasons(stories: list[Article]) -> dict[int, str]:
    """Why drafts came back, the latest word on each."""
    drafts = [story.pk for story in stories if story.state == State.DRAFT]
    if not drafts:
        return {}
    steps = Transition.objects.filter(article__in=drafts, step="return").order_by("at", "pk")
    return dict(steps.values_list("article", "reason"))
