"""What becomes of a text that came too late: it is taken, merged, or left beside the story for good."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import workflow, working_copy
from articles.models import Article, HeldText, Revision
from articles.sittings import merging
from articles.sittings.base import Base

Outcome = HeldText.Outcome


class Moved(Exception):
    """The story was saved again, or the text was decided on, while the person was comparing."""


def comparison(held: HeldText, newest: Revision) -> merging.Comparison:
    theirs = working_copy.empty_snapshot() | newest.snapshot
    return merging.compare(held.base.snapshot if held.base else None, theirs, held.snapshot)


@transaction.atomic
def decide(held: HeldText, outcome: str, choices: dict[str, str], seen: Base, *, user) -> Revision:
    """Make the working copy what the person decided; returns the newest revision after it.

    Raises Moved where it is not what they saw any more, and merging.Undecided.
    """
    row = Article.objects.select_for_update().get(pk=held.article_id)
    if not workflow.may_edit(row, user):
        raise PermissionDenied
    held = HeldText.objects.select_related("base").get(pk=held.pk)
    newest = working_copy.newest(row)
    if held.resolved_at or Base.of(newest) != seen:
        raise Moved
    if outcome == Outcome.MINE:
        wanted = held.snapshot
    elif outcome == Outcome.MERGED:
        wanted = comparison(held, newest).merged(choices)
    else:
        wanted = newest.snapshot
    result = newest
    if outcome != Outcome.THEIRS:
        earlier = held.base.snapshot["body"] if held.base else ""
        note = _("Decided between two texts: %(outcome)s") % {"outcome": Outcome(outcome).label}
        result = working_copy.save(row, wanted, user=user, note=note, earlier=earlier) or newest
    held.outcome, held.resolved_at, held.resolved_by, held.result = outcome, timezone.now(), user, result
    held.save(update_fields=["outcome", "resolved_at", "resolved_by", "result"])
    return result
