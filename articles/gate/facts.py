"""Facts about the story that are entered, or said not to be stated; never left open."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading
from newsroom.stated import Basis


def check(reading: Reading) -> Iterator[Finding]:
    snapshot = reading.snapshot
    has_source = snapshot["source_name"] or snapshot["source_url"]
    if snapshot["source_url"] and not snapshot["source_name"]:
        says = _("The source has an address and no name.")
        yield Finding("source_name", says, field="source_name", subject=snapshot["source_url"])
    if has_source and snapshot["source_published_basis"] == Basis.UNKNOWN:
        says = _("When did the source publish it? Enter the date, or say that the source does not state it.")
        yield Finding("source_date", says, field="source_published_basis", subject=has_source)
    if snapshot["event_date_basis"] == Basis.UNKNOWN:
        says = _("When did it happen? Enter the date, or say that the source does not state it.")
        yield Finding("event_date", says, field="event_date_basis", subject=snapshot["title"])
    for date in ("source_published", "event_date"):
        note = f"{date}_note"
        if snapshot[f"{date}_basis"] == Basis.INFERRED and not snapshot[note]:
            yield Finding("inferred_from", _("Say from what the date is inferred."), field=note)
