"""Saving what stands in a form: by itself or asked for, and never over what somebody else has saved."""

from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils import timezone

from articles import working_copy
from articles.models import Article, HeldText, Revision, Sitting
from articles.sittings import presence
from articles.sittings.base import Opened, Sent
from articles.working_copy import References


@dataclass(frozen=True)
class Outcome:
    """What became of a save. `newest` is the working copy after it.

    `held` is the text where somebody else had saved meanwhile. `overtaken`: the same, but the form
    held nothing new. `stale`: a later state of the same form had come before. `others` have the story open.
    """

    newest: Revision
    changed: bool = False
    held: HeldText | None = None
    overtaken: bool = False
    stale: bool = False
    others: list[Sitting] = field(default_factory=list)


@transaction.atomic(savepoint=False)
def save(
    opened: Opened, snapshot: dict, sent: Sent, *, user, asked_for: bool, references: References | None = None
) -> Outcome:
    """Record the form's content on top of what it was made from; the story was read under its row's lock.

    What the person asked for closes the revision of the sitting; a form that saves by itself writes
    over it. `references` are the records that the form has looked up. Raises PermissionDenied when the
    tab is another person's.
    """
    row, newest, base = opened.row, opened.newest, opened.base
    sitting, others = presence.around(row, sent.sitting, user)
    if newest is None:
        base = newest = working_copy.record_row(row)
    if sitting and sent.turn < sitting.turn and not asked_for:
        return Outcome(newest, stale=True, others=others)
    if base != newest and not _is_own(newest, sent):
        outcome = _keep_beside(opened, snapshot, sent, user)
    else:
        origin = Revision.Origin.EDIT if asked_for else Revision.Origin.AUTOSAVE
        how = {"user": user, "origin": origin, "sitting": sent.sitting, "references": references}
        revision = working_copy.save_on(newest, row, snapshot, **how)
        outcome = Outcome(revision or newest, changed=revision is not None)
    if sent.sitting:
        new = Sitting(key=sent.sitting, article=row, user=user, base=base)
        _move_on(sitting or new, sent, outcome)
    return replace(outcome, others=others)


def begin(
    snapshot: dict, sent: Sent, *, user, asked_for: bool, references: References | None = None
) -> Article:
    """A new story from a form; the form's later saves find it by its sitting."""
    origin = Revision.Origin.EDIT if asked_for else Revision.Origin.AUTOSAVE
    with transaction.atomic(savepoint=False):
        article = working_copy.begin(
            snapshot, user=user, origin=origin, sitting=sent.sitting, references=references
        )
        if sitting := presence.begin(article, sent.sitting, user, working_copy.newest(article)):
            sitting.turn = sent.turn
            sitting.save(update_fields=["turn"])
    return article


def begun_by(key: str, user) -> Article | None:
    """The story that an earlier save of this new form has made; its answer may have been lost."""
    sitting = Sitting.objects.filter(key=key, user=user).select_related("article").first() if key else None
    return sitting and sitting.article


def _is_own(newest: Revision, sent: Sent) -> bool:
    """Whether the newest revision came from this very tab, which may not have had the answer."""
    return bool(sent.sitting) and newest.sitting == sent.sitting


def _keep_beside(opened, snapshot, sent, user) -> Outcome:
    row, newest, base = opened.row, opened.newest, opened.base
    own = row.revisions.filter(sitting=sent.sitting).first() if sent.sitting else None
    base = own if own and (base is None or own.number > base.number) else base
    body = base.snapshot["body"] if base else ""
    late = working_copy.normalised(working_copy.empty_snapshot() | snapshot, previous_body=body)
    if late == newest.snapshot:
        return Outcome(newest)
    if base and late == base.snapshot:
        return Outcome(newest, overtaken=True)
    content = {"user": user, "base": base, "snapshot": late, "held_at": timezone.now()}
    if not sent.sitting:
        return Outcome(newest, held=HeldText.objects.create(article=row, **content))
    held, _made = HeldText.objects.update_or_create(
        article=row, sitting=sent.sitting, resolved_at=None, defaults=content
    )
    return Outcome(newest, held=held)


def _move_on(sitting: Sitting, sent: Sent, outcome: Outcome) -> None:
    """Note what has arrived. A text that is held has arrived too."""
    sitting.turn = max(sitting.turn, sent.turn)
    sitting.seen_at = timezone.now()
    if not (outcome.held or outcome.overtaken):
        sitting.base = outcome.newest
    moved = ["turn", "seen_at", "base"]
    if sitting.pk:
        sitting.save(update_fields=moved)
    else:  # the form may have said meanwhile that it is open
        Sitting.objects.bulk_create(
            [sitting], update_conflicts=True, unique_fields=["key"], update_fields=moved
        )
