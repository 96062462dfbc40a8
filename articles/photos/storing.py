"""Puts a picture and its renditions into storage and records them on the Photo."""

from collections.abc import Iterable
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from articles.models import Photo
from articles.photos.files import file_names, missing_files
from articles.photos.inspection import Inspected, inspect
from articles.photos.renditions import Rendition, avif_of, fallback_of, master_of, placeholder_of, social_of


def store_photo(photo: Photo, source) -> Photo:
    """Check bytes, a file or an `Inspected` picture, store its files and save the photo.

    Bytes that the photo already has, with all its files in place, only save the other fields.
    Files of an earlier picture go once the transaction commits. Raises PhotoRefused; then nothing
    changed.
    """
    picture = source if isinstance(source, Inspected) else inspect(source)
    if photo.checksum == picture.checksum and not missing_files(photo):
        photo.save()
        return photo
    master = master_of(picture.image, lossless=picture.lossless)
    # From the master as it is encoded, so that renditions made again later are the same files.
    renditions = _stored_renditions(photo, _pixels_of(BytesIO(master.content)))
    photo.width, photo.height, photo.checksum = picture.width, picture.height, picture.checksum
    _record(photo, _stored(photo.ref, master)["name"], renditions)
    return photo


def remake_renditions(photo: Photo) -> Photo:
    """Make every rendition again from the master. Raises OSError when the master is gone or unreadable."""
    _record(photo, photo.file, _stored_renditions(photo, _master(photo)))
    return photo


def remake_social(photo: Photo) -> Photo:
    """Crop the card for social networks again, after the focal point moved."""
    social = _stored(photo.ref, social_of(_master(photo), photo.focal_x, photo.focal_y))
    _record(photo, photo.file, photo.renditions | {"social": social})
    return photo


def delete_files(photo: Photo) -> None:
    """Remove the photo's files from storage once the transaction commits."""
    _delete_after_commit(file_names(photo))


def _stored_renditions(photo: Photo, image: Image.Image) -> dict:
    return {
        "avif": [_stored(photo.ref, one) for one in avif_of(image)],
        "jpeg": _stored(photo.ref, fallback_of(image)),
        "social": _stored(photo.ref, social_of(image, photo.focal_x, photo.focal_y)),
        "placeholder": placeholder_of(image),
    }


def _stored(ref: str, rendition: Rendition) -> dict:
    name = rendition.name_for(ref)
    if not default_storage.exists(name):
        name = default_storage.save(name, ContentFile(rendition.content))
    return rendition.record_for(name)


@transaction.atomic
def _record(photo: Photo, master_name: str, renditions: dict) -> None:
    """Save the photo with its new files; those that only the stored row names go after the commit."""
    before = Photo.objects.select_for_update().filter(pk=photo.pk).first()
    old = file_names(before) if before else set()
    photo.file, photo.renditions = master_name, renditions
    photo.save()
    _delete_after_commit(old - file_names(photo))


def _delete_after_commit(names: Iterable[str]) -> None:
    names = sorted(names)
    if names:
        transaction.on_commit(lambda: [default_storage.delete(name) for name in names])


def _master(photo: Photo) -> Image.Image:
    with default_storage.open(photo.file) as file:
        return _pixels_of(file)


def _pixels_of(file) -> Image.Image:
    """A master's pixels. We wrote it ourselves, so its limits need no second check."""
    with Image.open(file) as image:
        return image.convert("RGB")
