"""Columns that honours and totals copy from records they point at, for order, search and constraints."""

from awards.models import AwardForm, Honour, Organisation, Person

_BATCH = 500


def renew_copies(record) -> None:
    """After a name or a form's classes changed: bring what other rows copied from it up to date."""
    if isinstance(record, AwardForm):
        for rows in (record.honours, record.announcements):
            rows.update(form_has_classes=record.has_classes)
    if isinstance(record, (Organisation, Person)):
        honours = record.honours.select_related("organisation", "person")
        Honour.objects.bulk_update(honours, ["recipient_sort", "recipient_fold"], batch_size=_BATCH)
