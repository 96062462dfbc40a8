"""Columns that honours and totals copy from records they point at, for order, search and constraints."""

from django.db.models import F

from awards.models import AwardForm, Honour, Organisation, Person
from awards.models.base import form_standing

_BATCH = 500
_OF_RECIPIENT = ["recipient_sort", "recipient_alphabet", "recipient_fold"]


def renew_copies(record) -> None:
    """After a name, or a form's classes or place, changed: bring what other rows copied from it up to date."""
    if isinstance(record, AwardForm):
        for rows in (record.honours, record.announcements):
            rows.update(form_has_classes=record.has_classes, standing=F("class_rank") + form_standing(record))
    if isinstance(record, (Organisation, Person)):
        honours = record.honours.select_related("organisation", "person")
        Honour.objects.bulk_update(honours, _OF_RECIPIENT, batch_size=_BATCH)
