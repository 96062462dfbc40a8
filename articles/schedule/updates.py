"""The update of a public story that waits for its moment: planned, moved, cancelled, missed."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Masthead, Revision, Transition
from articles.schedule.words import moment_text
from articles.step_log import log_step

NOTHING = {"due_at": None, "missed_at": None, "missed_why": ""}


def waiting(article: Article) -> Revision | None:
    """The scheduled update of the story, without its content."""
    return article.revisions.waiting().defer("snapshot").first()


def planned_or_missed(article: Article) -> list[Revision]:
    """The scheduled update, and the one that could not go out, until somebody publishes or plans again."""
    return list(_marked(article).defer("snapshot"))


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
    drop(article)
    Revision.objects.filter(pk=revision.pk).update(**NOTHING | {"due_at": at})
    # The clock is read with the masthead: without its row nothing would ever be due.
    Masthead.objects.get_or_create(pk=1)
    reason = "\n".join(filter(None, [moment_text(at), reason]))
    log_step(article, "schedule", article.stage, revision, user=user, reason=reason)


@transaction.atomic
def cancel(article: Article, *, user=None) -> bool:
    """Let no update wait any more; False when none did."""
    revision = waiting(article)
    if revision is None:
        return False
    drop(article)
    reason = moment_text(revision.due_at)
    log_step(article, "unschedule", article.stage, revision, user=user, reason=reason)
    return True


def drop(article: Article) -> None:
    """Forget what waits and what was missed: something newer takes its place."""
    _marked(article).update(**NOTHING)


def miss(article: Article, revision: Revision, why: str) -> None:
    """Keep on record that the update could not go out; the story stays as it is."""
    Revision.objects.filter(pk=revision.pk).update(due_at=None, missed_at=revision.due_at, missed_why=why)
    log_step(article, "miss", article.stage, revision, reason=why)


def planned_by(revision: Revision):
    """Who scheduled the update."""
    steps = Transition.objects.filter(revision=revision, step="schedule").select_related("user")
    step = steps.order_by("-at", "-pk").first()
    return step.user if step else None


def _marked(article: Article):
    return article.revisions.filter(Q(due_at__isnull=False) | Q(missed_at__isnull=False))
