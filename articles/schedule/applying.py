"""Bring updates to readers whose moment has come: once, under a lock, and never at the site's cost."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article, Revision
from articles.schedule import updates
from newsroom import origin

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Applied:
    """What became of one update; `fault` says why readers do not have it."""

    title: str
    due_at: datetime
    fault: str = ""


def apply_due(at: datetime | None = None) -> list[Applied]:
    """Apply every update that is due at `at` (now if omitted), the earliest first.

    Two processes may run it at once: each update is applied by one of them, and the other waits for it.
    Never raises: an update that cannot go out is kept as missed, and where the database itself is not
    to be had the next request tries again.
    """
    at, done = at or timezone.now(), []
    with origin.request_at_work(None), origin.command_at_work("publish_due"):
        try:
            due = list(Revision.objects.waiting().filter(due_at__lte=at).values_list("article", "pk"))
            for article_pk, revision_pk in due:
                done += _apply(article_pk, revision_pk, at)
        except DatabaseError:
            logger.exception("Scheduled updates could not be applied now")
    return done


@transaction.atomic
def _apply(article_pk: int, revision_pk: int, at: datetime) -> list[Applied]:
    article = Article.objects.select_for_update().get(pk=article_pk)
    # Asked again under the lock: somebody else may have applied, moved or cancelled it.
    revision = Revision.objects.filter(pk=revision_pk, due_at__lte=at).first()
    if revision is None:
        return []
    title, due_at = revision.snapshot["title"], revision.due_at
    try:
        with transaction.atomic():
            _refuse_a_taken_address(article, revision)
            publishing.publish(article, revision=revision, user=updates.planned_by(revision), as_of=due_at)
    except OperationalError:
        raise
    except Exception as error:  # whatever it is, the story stays as it is and the site goes on
        why = " ".join(getattr(error, "messages", None) or [f"{type(error).__name__}: {error}"])
        logger.exception("The update of “%s” due at %s did not go out", title, due_at)
        updates.miss(article, revision, why)
        return [Applied(title, due_at, why)]
    return [Applied(title, due_at)]


def _refuse_a_taken_address(article: Article, revision: Revision) -> None:
    """The address was free when the update was planned; another one than the planned would surprise."""
    slug = revision.snapshot["slug"]
    if slug and Article.objects.filter(slug=slug).exclude(pk=article.pk).exists():
        raise ValidationError(_("Another story has the address “%(slug)s” by now.") % {"slug": slug})
