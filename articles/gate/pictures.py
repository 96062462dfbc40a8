"""What must be said of each picture: alternative text, caption, credit."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading
from articles.photos.rights import ends_soon


def check(reading: Reading) -> Iterator[Finding]:
    """A photo without a file stands as a plate with its caption and needs no alternative text."""
    for field, block, photo, own_caption in reading.pictures():
        place = {"field": field, "block": block, "subject": photo.ref, "required": True}
        name = {"photo": str(photo)}
        if photo.file and not photo.alt and not photo.decorative:
            says = _("The photo “%(photo)s” needs an alternative text, or say that it is decorative.")
            yield Finding("alt", says % name, **place)
        if not own_caption and not photo.caption and not photo.decorative:
            yield Finding("caption", _("The photo “%(photo)s” needs a caption.") % name, **place)
        if not photo.credit:
            yield Finding("credit", _("The photo “%(photo)s” needs a credit.") % name, **place)
        if photo.rights_ended or ends_soon(photo):
            day = {"day": date_format(photo.rights_until, "SHORT_DATE_FORMAT")}
            says = (
                _("The photo “%(photo)s” might be shown until %(day)s: readers see its caption alone.")
                if photo.rights_ended
                else _("The photo “%(photo)s” may be shown until %(day)s, and is hidden after.")
            )
            yield Finding("rights", says % (name | day), field, block, f"{photo.ref} {photo.rights_until}")
    yield from _lost(reading)


def _lost(reading: Reading) -> Iterator[Finding]:
    says = _("The photo that stood here is not in the library any more; readers see no picture.")
    lead = reading.snapshot["lead_photo"]
    if lead and lead not in reading.photos:
        yield Finding("lost_photo", says, field="lead_photo", subject=lead)
    for block in reading.blocks:
        if block.photo and block.photo not in reading.photos:
            yield Finding("lost_photo", says, block=block.id, subject=block.photo)
