"""Pictures of a shared preview: unpublished photos open to those who hold the link, and to nobody else."""

import re

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from articles import working_copy
from articles.models import Photo, PreviewLink

KEY = "xem-thu"
_PICTURE = re.compile(re.escape(settings.MEDIA_URL) + r"photos/[a-z0-9-]+/[A-Za-z0-9._-]+")


def with_open_pictures(page: SafeString, link: PreviewLink) -> SafeString:
    """The page with the link's token on every address of a picture."""
    return mark_safe(_PICTURE.sub(rf"\g<0>?{KEY}={link.token}", page))  # noqa: S308  a token is URL-safe


def opens(token: str, photo: Photo) -> bool:
    """Whether a link that still opens its revision has this token, and the revision shows the photo."""
    link = (
        PreviewLink.objects.usable().filter(token=token).select_related("revision").first() if token else None
    )
    return link is not None and photo.ref in working_copy.photos_of(link.revision.snapshot)
