"""Looking for contradictions again whenever records or their evidence change."""

from collections.abc import Iterable, Iterator

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import audit
from awards.contradictions import awards, dates, names, periods
from awards.contradictions.found import Found, Scope
from awards.models import Contradiction, Honour, Reading

RULES = (dates.events, awards.honours, periods.periods, names.units, names.people)
_BATCH = 500


@transaction.atomic
def review(records: Iterable[models.Model]) -> None:
    """Bring the contradictions of these records up to date: new ones wait, those that are gone go.

    What was decided stands as long as the readings say the same. What is decided and no longer there
    is kept, and comes back as it was when the same readings do.
    """
    scope = Scope.of(records)
    if not scope:
        return
    found = {one.key: one for rule in RULES for one in rule(scope)}
    known = {
        row.key: row for row in Contradiction.objects.filter(Q(key__in=found) | _touched(scope)).distinct()
    }
    for key, one in found.items():
        _note(one, known.get(key))
    for key, row in known.items():
        if key not in found:
            _let_go(row)


def review_all() -> int:
    """Review the whole registry, batch by batch; returns how many contradictions wait."""
    for model in Scope.MODELS:
        for batch in _batches(model):
            review(batch)
    return Contradiction.objects.filter(state=Contradiction.State.OPEN).count()


def release(contradiction: Contradiction) -> None:
    """Honours that were set aside for the chosen reading stand as they stood."""
    for reading in contradiction.readings.exclude(stood_as=""):
        Honour.objects.filter(pk=reading.honour_id, status=Honour.Status.ASIDE).update(
            status=reading.stood_as
        )
        reading.stood_as = ""
        reading.save(update_fields=["stood_as"])


def _batches(model) -> Iterator[list]:
    last = 0
    while rows := list(model.objects.filter(pk__gt=last).order_by("pk")[:_BATCH]):
        yield rows
        last = rows[-1].pk


def _touched(scope: Scope) -> Q:
    """Contradictions about records of the scope, or about one that is gone."""
    about = Q()
    for name in Reading.RECORDS:
        keys = scope[Reading._meta.get_field(name).related_model]
        if keys:
            about |= Q(**{f"readings__{name}__in": keys})
    gone = Q(found=True, **{f"readings__{name}__isnull": True for name in Reading.RECORDS})
    return about | gone


def _note(one: Found, row: Contradiction | None) -> None:
    if row is None:
        row = Contradiction.objects.create(kind=one.kind, key=one.key, fingerprint=one.fingerprint)
    elif row.fingerprint != one.fingerprint:
        if row.state != Contradiction.State.OPEN:
            audit.record(
                "reopen", row, before=row.get_state_display(), note=_("The stories say something else now.")
            )
            release(row)
        row.fingerprint, row.state, row.found = one.fingerprint, Contradiction.State.OPEN, True
        row.chosen, row.reason, row.decided_by, row.decided_at = None, "", "", None
        row.save()
        row.readings.all().delete()
    elif not row.found:
        row.found = True
        row.save(update_fields=["found"])
    _lay_readings(one, row)


def _lay_readings(one: Found, row: Contradiction) -> None:
    """The readings as they are now; one that stays keeps its key, so that a choice keeps what it chose."""
    present = {_identity(reading): reading for reading in row.readings.all()}
    for position, said in enumerate(one.readings):
        column = said.record._meta.model_name
        fields = {
            "position": position,
            "value": said.value,
            "stored": said.stored,
            "quote": said.piece.quote if said.piece else "",
            "evidence_id": said.piece.pk if said.piece else None,
            f"{column}_id": said.record.pk,
        }
        reading = present.pop((column, said.record.pk, said.stored), None) or Reading(contradiction=row)
        if any(getattr(reading, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(reading, name, value)
            reading.save()
    for reading in present.values():
        reading.delete()


def _identity(reading: Reading) -> tuple:
    column = next((name for name in Reading.RECORDS if getattr(reading, f"{name}_id")), "")
    return column, getattr(reading, f"{column}_id", None), reading.stored


def _let_go(row: Contradiction) -> None:
    if row.state == Contradiction.State.OPEN:
        row.delete()
    elif row.found:
        row.found = False
        row.save(update_fields=["found"])
        release(row)
