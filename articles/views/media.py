"""Files of photos: to everybody once a story that shows them is out; before, to the desk and to previews."""

import re
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from articles import previewing
from articles.models import Photo
from articles.photos.storing import public_names

CONTENT_TYPES = {".avif": "image/avif", ".jpg": "image/jpeg"}
PUBLIC_SECONDS = 3600
_PHOTO_PATH = re.compile(r"photos/([a-z0-9-]+)/[a-zA-Z0-9._-]+")


@require_safe
def media(request, path):
    """A rendition that a photo's record names; 404 for every other file, and for who may not see it.

    The address changes with the content, so the name is the validator.
    """
    photo = _photo_with(path)
    content_type = CONTENT_TYPES.get(PurePosixPath(path).suffix)
    if photo is None or content_type is None:
        raise Http404
    if not photo.is_public and not _may_see_early(request, photo):
        raise Http404
    etag = quote_etag(PurePosixPath(path).stem)
    response = get_conditional_response(request, etag=etag) or _file(path, content_type)
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = (
        f"public, max-age={PUBLIC_SECONDS}" if photo.is_public else "private, no-store"
    )
    return response


def _may_see_early(request, photo: Photo) -> bool:
    return previewing.opens(request.GET.get(previewing.KEY, ""), photo) or _on_the_desk(request.user)


def _on_the_desk(user) -> bool:
    return user.is_staff and user.has_perm("articles.view_photo")


def _photo_with(path: str) -> Photo | None:
    """The photo whose renditions hold this file, with `is_public`; one query."""
    match = _PHOTO_PATH.fullmatch(path)
    if not match:
        return None
    public = Photo.objects.public().filter(pk=OuterRef("pk"))
    photo = Photo.objects.annotate(is_public=Exists(public)).filter(ref=match[1]).first()
    return photo if photo and path in public_names(photo) else None


def _file(path: str, content_type: str) -> HttpResponse:
    """The whole file at once: a rendition has some hundred kilobytes."""
    try:
        with default_storage.open(path) as file:
            return HttpResponse(file.read(), content_type=content_type)
    except FileNotFoundError as error:
        raise Http404 from error
