"""Files of photos and cards: to everybody once a story that shows them is out; before, to the desk and to previews.

Once the rights of a picture have ended, the desk alone sees it.
"""

import re
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from articles import previewing
from articles.models import Article, Photo
from articles.photos.files import public_names
from articles.photos.rights import moment_after
from articles.social_cards.card import FOLDER as CARDS
from articles.social_cards.card import is_shown

CONTENT_TYPES = {".avif": "image/avif", ".jpg": "image/jpeg"}
PUBLIC_SECONDS = 3600
_CARD_PATH = re.compile(CARDS + r"/([0-9]{1,18})/[a-z0-9-]+\.jpg")
_PHOTO_PATH = re.compile(r"photos/([a-z0-9-]+)/[a-zA-Z0-9._-]+")


@require_safe
def media(request, path):
    """A rendition that a photo's record names; 404 for every other file, and for who may not see it.

    The address changes with the content, so the name is the validator.
    """
    if path.startswith(f"{CARDS}/"):
        return _card(request, path)
    photo = _photo_with(path)
    content_type = CONTENT_TYPES.get(PurePosixPath(path).suffix)
    if photo is None or content_type is None:
        raise Http404
    if not photo.is_public and not _may_see_early(request, photo):
        if photo.is_placed:
            return _plate()
        raise Http404
    return _sent(request, path, content_type, _seconds(photo) if photo.is_public else None)


def _card(request, path: str) -> HttpResponse:
    """The picture for links to a story; 404 unless the story is out and the card is the one it has now."""
    match = _CARD_PATH.fullmatch(path)
    stories = Article.objects.published().select_related("lead_photo").defer("body", "story_html")
    story = stories.filter(pk=match[1], social_card=path).first() if match else None
    if story is None or not is_shown(story):
        raise Http404
    ends = [story.expires_at, moment_after(story.lead_photo.rights_until) if story.lead_photo else None]
    left = [(end - timezone.now()).total_seconds() for end in ends if end]
    return _sent(request, path, CONTENT_TYPES[".jpg"], max(0, int(min([PUBLIC_SECONDS, *left]))))


def _sent(request, path: str, content_type: str, public_seconds: int | None) -> HttpResponse:
    """The file; others may keep it for so long, or not at all."""
    etag = quote_etag(PurePosixPath(path).stem)
    response = get_conditional_response(request, etag=etag) or _file(path, content_type)
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = (
        "private, no-store" if public_seconds is None else f"public, max-age={public_seconds}"
    )
    return response


def _may_see_early(request, photo: Photo) -> bool:
    token = request.GET.get(previewing.KEY, "")
    return (not photo.rights_ended and previewing.opens(token, photo)) or _on_the_desk(request.user)


def _on_the_desk(user) -> bool:
    return user.is_staff and user.has_perm("articles.view_photo")


def _photo_with(path: str) -> Photo | None:
    """The photo whose renditions hold this file, with `is_placed` and `is_public`; one query."""
    match = _PHOTO_PATH.fullmatch(path)
    if not match:
        return None
    placed = Photo.objects.placed().filter(pk=OuterRef("pk"))
    photo = Photo.objects.annotate(is_placed=Exists(placed)).filter(ref=match[1]).first()
    if photo is None or path not in public_names(photo):
        return None
    photo.is_public = photo.is_placed and not photo.rights_ended
    return photo


def _seconds(photo: Photo) -> int:
    """How long others may keep the file: never beyond its rights."""
    end = moment_after(photo.rights_until)
    left = (end - timezone.now()).total_seconds() if end else PUBLIC_SECONDS
    return max(0, min(PUBLIC_SECONDS, int(left)))


def _plate() -> HttpResponse:
    """410 with the caption plate: a page that somebody kept shows no broken picture."""
    plate = Path(finders.find("newsroom/caption-plate.svg")).read_bytes()
    response = HttpResponse(plate, content_type="image/svg+xml", status=410)
    response["Cache-Control"] = "no-store"
    return response


def _file(path: str, content_type: str) -> HttpResponse:
    """The whole file at once: a rendition has some hundred kilobytes."""
    try:
        with default_storage.open(path) as file:
            return HttpResponse(file.read(), content_type=content_type)
    except FileNotFoundError as error:
        raise Http404 from error
