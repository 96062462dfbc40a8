"""The reader's page of a working copy, and its pictures.

Unpublished photos open to those who hold a share link, and to nobody else without an account.
"""

import re

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles import rendering, working_copy
from articles.around import around
from articles.body_parts import has_player
from articles.models import Article, Photo, PreviewLink
from articles.story_page import onward_html

KEY = "xem-thu"
_PICTURE = re.compile(re.escape(settings.MEDIA_URL) + r"photos/[a-z0-9-]+/[A-Za-z0-9._-]+")


def page_context(article: Article, snapshot: dict) -> dict:
    """What the template of a story's page prints, were this snapshot published now."""
    row = rendering.previewed(article, snapshot)
    row.published_at = row.published_at or timezone.now()
    leads_on = around(row)
    return {
        "article": row,
        "story": row.story_html,
        "around": leads_on,
        "onward": onward_html(row, leads_on),
        "has_player": has_player(row.story_html),
    }


def with_open_pictures(page: str, link: PreviewLink) -> SafeString:
    """The page with the link's token on every address of a picture."""
    return mark_safe(_PICTURE.sub(rf"\g<0>?{KEY}={link.token}", page))  # noqa: S308  a token is URL-safe


def opens(token: str, photo: Photo) -> bool:
    """Whether a link that opens its revision now has this token, and the revision shows the photo."""
    link = (
        PreviewLink.objects.opening().filter(token=token).select_related("revision").first()
        if token
        else None
    )
    return link is not None and photo.ref in working_copy.photos_of(link.revision.snapshot)
