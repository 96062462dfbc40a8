"""What there is to know of a photo before it is used: what it lacks, and until when it may be shown."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Photo
from articles.photos.rights import ends_soon


def remarks(photo: Photo) -> list[dict]:
    """In words for the desk, each with its kind: `stop`, `wait` or `plain`."""
    found = []
    if photo.rights_until:
        day = {"day": date_format(photo.rights_until, "SHORT_DATE_FORMAT")}
        if photo.rights_ended:
            found.append({"kind": "stop", "says": _("Rights ended %(day)s") % day})
        elif ends_soon(photo):
            found.append({"kind": "wait", "says": _("Rights end %(day)s") % day})
    if not photo.file:
        found.append({"kind": "wait", "says": _("No file")})
    elif not photo.alt and not photo.decorative:
        found.append({"kind": "wait", "says": _("No alternative text")})
    if not photo.credit:
        found.append({"kind": "wait", "says": _("No credit")})
    if photo.illustration:
        found.append({"kind": "plain", "says": _("Drawing")})
    return found
