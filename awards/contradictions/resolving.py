"""What an editor decides about a contradiction; every decision has a reason and is logged."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit
from awards.changes import Change
from awards.contradictions.review import release
from awards.models import Contradiction, Honour, Reading
from newsroom.partial_dates import PartialDate
from newsroom.stated import Basis
from newsroom.vietnamese import nfc

_State = Contradiction.State


@transaction.atomic
def choose(contradiction: Contradiction, reading: Reading, *, user, reason: str) -> None:
    """One reading is right: its record says so from now on, the other reading is kept inside.

    Where the readings are of one record, the record takes the value. Where two records were one award,
    the chosen one stands for both; the other keeps its evidence and is shown no more.
    """
    row = _decidable(contradiction)
    if row.kind == Contradiction.Kind.NAME:
        raise ValidationError(_("Two names become one by merging."))
    if reading.contradiction_id != row.pk or reading.record is None:
        raise ValidationError(_("This reading is not there any more: look again."))
    records = [one.record for one in row.readings.all() if one.record]
    following = Change(*records)
    release(row)
    _decide(row, _State.RESOLVED, user, reason, chosen=reading)
    following.settle(*_applied(row, reading, records))


@transaction.atomic
def accept_all(contradiction: Contradiction, *, user, reason: str) -> None:
    """Nothing contradicts: both readings hold, or the two names are two. Readers are told nothing."""
    row = _decidable(contradiction)
    release(row)
    _decide(row, _State.RESOLVED, user, reason)
    _renew(row)


@transaction.atomic
def leave_open(contradiction: Contradiction, *, user, reason: str) -> None:
    """It cannot be decided: readers see all readings, and the queue no longer asks."""
    row = _decidable(contradiction)
    release(row)
    _decide(row, _State.LEFT, user, reason)
    _renew(row)


@transaction.atomic
def reopen(contradiction: Contradiction, *, user, reason: str) -> None:
    """A decision is taken back: it waits in the queue again. A value that a record took stays."""
    row = _decidable(contradiction)
    if row.state == _State.OPEN:
        raise ValidationError(_("This contradiction waits already."))
    before = _outcome(row)
    release(row)
    row.state, row.chosen, row.reason, row.decided_by, row.decided_at = _State.OPEN, None, "", "", None
    row.save()
    audit.record("reopen", row, user=user, before=before, note=_stated(reason))
    _renew(row)


def _decidable(contradiction: Contradiction) -> Contradiction:
    row = Contradiction.objects.select_for_update().filter(pk=contradiction.pk, found=True).first()
    if row is None:
        raise ValidationError(_("This contradiction is not there any more."))
    return row


def _decide(row: Contradiction, state: str, user, reason: str, chosen: Reading | None = None) -> None:
    before = _outcome(row)
    row.state, row.chosen, row.reason = state, chosen, _stated(reason)
    row.decided_by, row.decided_at = audit.printed_name(user), timezone.now()
    row.save()
    audit.record("resolve", row, user=user, before=before, after=_outcome(row), note=row.reason)


def _outcome(row: Contradiction) -> str:
    """The decision in words: the chosen reading, or the state."""
    return row.chosen.value if row.chosen else row.get_state_display()


def _stated(reason: str) -> str:
    reason = nfc(reason).strip()
    if not reason:
        raise ValidationError(_("Give a reason: it is kept with the decision."))
    return reason[:1000]


def _renew(row: Contradiction) -> None:
    records = [one.record for one in row.readings.all() if one.record]
    Change(*records).settle(*records)


# What a choice does ---------------------------------------------------------------------------------


def _applied(row: Contradiction, reading: Reading, records: list) -> list:
    """Bring the choice into the records; returns them as they are now."""
    chosen = reading.record
    if row.kind != Contradiction.Kind.PERIOD and len({(type(one), one.pk) for one in records}) > 1:
        _set_aside(row, reading)
    elif row.kind != Contradiction.Kind.PERIOD:
        _take_value(row.kind, chosen, reading.stored)
    return [type(one).objects.get(pk=one.pk) for one in records]


def _set_aside(row: Contradiction, chosen: Reading) -> None:
    """The other honours were the same award: each keeps its evidence and is shown no more.

    Two records of one event stay: what each launched and handed over hangs on it.
    """
    for reading in row.readings.exclude(pk=chosen.pk).filter(honour__isnull=False).select_related("honour"):
        reading.stood_as = reading.honour.status
        reading.save(update_fields=["stood_as"])
        Honour.objects.filter(pk=reading.honour_id).update(status=Honour.Status.ASIDE)


def _take_value(kind: str, record, stored: str) -> None:
    if kind == Contradiction.Kind.DATE and (record.date is None or record.date.iso() != stored):
        record.date, record.date_basis = PartialDate.parse(stored), Basis.STATED
    elif kind == Contradiction.Kind.YEAR:
        record.year = int(stored)
    elif kind == Contradiction.Kind.CLASS:
        record.order_class = stored
    record.save()
