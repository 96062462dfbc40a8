"""The files that a photo has in storage, by name."""

from django.core.files.storage import default_storage

from articles.models import Photo


def public_names(photo: Photo) -> set[str]:
    """Names of the renditions: the files that may be shown. The master is none of them."""
    return _names_in(photo.renditions)


def file_names(photo: Photo) -> set[str]:
    """Names of every file of the photo in storage."""
    return _names_in(photo.renditions) | ({photo.file} if photo.file else set())


def missing_files(photo: Photo) -> list[str]:
    """What the photo lacks: names not in storage, and kinds of rendition that it should have."""
    if not photo.file:
        return ["file"]
    absent = [kind for kind in ("avif", "jpeg", "social", "placeholder") if not photo.renditions.get(kind)]
    return absent + sorted(name for name in file_names(photo) if not default_storage.exists(name))


def _names_in(renditions: dict) -> set[str]:
    single = [renditions[kind] for kind in ("jpeg", "social") if renditions.get(kind)]
    return {one["name"] for one in [*renditions.get("avif", []), *single]}
