"""The lists of the desk page: their lines, and the few queries that fetch them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.desk.work import Work, light
from articles.models import Article, Revision, Transition
from articles.state_labels import state_label
from newsroom.people import name_of

SHOWN = 10


@dataclass(frozen=True)
class Line:
    """One story: `at` says when it was worked on or goes out, `why` what a person wrote about it."""

    story: Article
    state: SafeString
    at: datetime | None
    why: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Listed:
    """One list of the page; `more` counts what is not shown."""

    name: str
    heading: str
    lines: list[Line]
    empty: str
    more: int = 0


def work_lists(work: Work) -> list[Listed]:
    """What this person has to do, and what others have."""
    return [
        _of_stories("waiting", _("Waits for you"), work.waiting, _("Nothing waits for you."), work.came_back),
        _of_stories(
            "others", _("You wait for others"), work.with_others, _("No story of yours is with others.")
        ),
        _of_stories("own", _("Your drafts"), work.drafts, _("You have no open drafts.")),
    ]


def due_lists(user, now: datetime) -> list[Listed]:
    """What should be done by now, and what by tonight; one query."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    stories = light(Article.objects.visible_to(user).overdue(midnight)).order_by("due_at", "pk")
    rows = list(stories[: 3 * SHOWN])
    late = [story for story in rows if story.due_at < now]
    return [
        _of_stories("overdue", _("Overdue"), late, _("Nothing is overdue.")),
        _of_stories("today", _("Due today"), rows[len(late) :], _("Nothing is due today.")),
    ]


def scheduled(user, now: datetime) -> Listed:
    """First publications and updates that wait for their moment."""
    visible = Article.objects.visible_to(user)
    first = light(visible.filter(state=Article.State.PUBLISHED, published_at__gt=now)).order_by(
        "published_at", "pk"
    )
    lines = [Line(story, state_label(story), story.published_at) for story in first[:SHOWN]]
    revisions = Revision.objects.all()
    if not user.has_perm("articles.view_every_article"):
        revisions = revisions.filter(article__in=visible.values("pk"))
    lines += [_update(one) for one in _with_stories(revisions.waiting())]
    lines.sort(key=lambda line: line.at)
    return Listed("scheduled", _("Scheduled"), lines[:SHOWN], _("Nothing is scheduled."), len(lines[SHOWN:]))


def published(user, now: datetime) -> Listed:
    out = light(Article.objects.visible_to(user).published(now)).order_by("-published_at", "-pk")
    lines = [Line(story, state_label(story), story.published_at) for story in out[:SHOWN]]
    sees_all = user.has_perm("articles.view_every_article")
    empty = (
        _("Nothing has been published yet.")
        if sees_all
        else _("None of your stories has been published yet.")
    )
    return Listed("out", _("Lately published"), lines, empty)


def _of_stories(
    name: str, heading: str, stories: list[Article], empty: str, back: dict[int, Transition] | None = None
) -> Listed:
    lines = []
    for story in stories[:SHOWN]:
        step = (back or {}).get(story.pk)
        who = name_of(step.user) if step else ""
        why = f"{who}: {step.reason}" if who else step.reason if step else ""
        lines.append(Line(story, state_label(story), story.modified_at, why, _("returned") if step else ""))
    return Listed(name, heading, lines, empty, len(stories[SHOWN:]))


def _with_stories(revisions):
    wide = ("article__body", "article__story_html", "article__standfirst")
    return revisions.select_related("article__section", "article__assignee").defer("snapshot", *wide)[:SHOWN]


def _update(revision: Revision) -> Line:
    return Line(revision.article, state_label(revision.article), revision.due_at, mark=_("update"))
