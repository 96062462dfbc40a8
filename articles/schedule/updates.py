"""The update of a public story that waits for its moment: planned, moved, cancelled, missed."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit
from articles.models import Article, Masthead, Revision, Transition
from articles.schedule.words import moment_text

NOTHING = {"due_at": None, "missed_at": None, "missed_why": ""}


def waiting(article: Article) -> Revision | None:
    """The scheduled update of the story, without its content."""
    return article.revisions.waiting().defer("snapshot").first()


def missed(article: Article) -> Revision | None:
    """The update that could not go out when it was due, until somebody publishes or plans again."""
    return article.revisions.filter(missed_at__isnull=False).defer("snapshot").first()


def faults(article: Article, at: datetime) -> list[str]:
    """Why no update of the story can go out at `at`, in words for people."""
    now = timezone.now()
    if at <= now:
        return [_("That moment has passed.")]
    if article.published_at and at < article.published_at:
        return [
            _("The story itself goes out later, at %(when)s.") % {"when": moment_text(article.published_at)}
        ]
    if article.expires_at and now < article.expires_at <= at:
        return [_("The story goes off before that, at %(when)s.") % {"when": moment_text(article.expires_at)}]
    return []


@transaction.atomic
def plan(article: Article, revision: Revision, at: datetime, *, user=None, reason: str = "") -> None:
    """Let the revision go out as an update at `at`, in place of any other that waits.

    Raises ValidationError.
    """
    if found := faults(article, at):
        raise ValidationError(found)
    before = waiting(article)
    drop(article)
    Revision.objects.filter(pk=revision.pk).update(**NOTHING | {"due_at": at})
    # The clock is read with the masthead: without its row nothing would ever be due.
    Masthead.objects.get_or_create(pk=1)
    _log(article, "schedule", revision, user, "\n".join(filter(None, [moment_text(at), reason])))
    audit.record(
        "schedule",
        article,
        user=user,
        before=moment_text(before.due_at) if before else "",
        after=moment_text(at),
        note=_("Update, revision %(number)s") % {"number": revision.number},
    )


@transaction.atomic
def cancel(article: Article, *, user=None) -> bool:
    """Let no update wait any more; False when none did."""
    revision = waiting(article)
    if revision is None:
        return False
    drop(article)
    _log(article, "unschedule", revision, user, moment_text(revision.due_at))
    audit.record("schedule", article, user=user, before=moment_text(revision.due_at))
    return True


def drop(article: Article) -> None:
    """Forget what waits and what was missed: something newer takes its place."""
    article.revisions.filter(Q(due_at__isnull=False) | Q(missed_at__isnull=False)).update(**NOTHING)


def miss(article: Article, revision: Revision, why: str) -> None:
    """Keep on record that the update could not go out; the story stays as it is."""
    Revision.objects.filter(pk=revision.pk).update(due_at=None, missed_at=revision.due_at, missed_why=why)
    _log(article, "miss", revision, None, why)
    audit.record("missed", article, before=moment_text(revision.due_at), note=why)


def planned_by(revision: Revision):
    """Who scheduled the update."""
    steps = Transition.objects.filter(revision=revision, step="schedule").select_related("user")
    step = steps.order_by("-at", "-pk").first()
    return step.user if step else None


def _log(article: Article, step: str, revision: Revision, user, reason: str) -> None:
    Transition.objects.create(
        article=article,
        step=step,
        before=article.state,
        after=article.state,
        revision=revision,
        user=user,
        reason=reason,
    )
