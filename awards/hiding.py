"""A person taken out of lists, links, search, sitemaps and the API by a decision.

The page answers to who knows its address and asks search engines to leave it out. Honours stay where
they stand, with the name as the story prints it: without them the roll would not say what was given.
What asks for people that may be shown asks `Person.objects.listed()`.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit
from awards.models import Person
from newsroom.vietnamese import collapse_spaces


@transaction.atomic
def hide(person: Person, *, user, reason: str) -> Person:
    """Hide a person, or give another reason for it. Raises ValidationError without a reason."""
    row = Person.objects.select_for_update().get(pk=person.pk)
    before = row.hidden_reason
    row.hidden_at = row.hidden_at or timezone.now()
    row.hidden_by, row.hidden_reason = audit.printed_name(user), _stated(reason)
    row.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    audit.record("hide", row, user=user, before=before, after=row.hidden_reason)
    return row


@transaction.atomic
def show(person: Person, *, user, reason: str) -> Person:
    """Bring a hidden person back. Raises ValidationError without a reason, or when nothing is hidden."""
    row = Person.objects.select_for_update().get(pk=person.pk)
    if row.hidden_at is None:
        raise ValidationError(_("This person is not hidden."))
    before, note = row.hidden_reason, _stated(reason)
    row.hidden_at, row.hidden_by, row.hidden_reason = None, "", ""
    row.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    audit.record("unhide", row, user=user, before=before, note=note)
    return row


def _stated(reason: str) -> str:
    reason = collapse_spaces(reason)
    if not reason:
        raise ValidationError(_("Give a reason: it is kept with the decision."))
    return reason[:1000]
