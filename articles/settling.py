"""What a raw load of rows leaves undone: pictures into media, first revisions, stored pages."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.db import transaction

from articles import publishing, working_copy
from articles.models import Article, Photo
from articles.photos.storing import store_photo
from articles.reading import onward

_FILE_COLUMNS = ("file", "width", "height", "checksum", "renditions")


def stored_files() -> dict[str, dict]:
    """The file columns of each photo that has a file, by ref."""
    return {row.pop("ref"): row for row in Photo.objects.exclude(file="").values("ref", *_FILE_COLUMNS)}


def settle_photos(kept: dict[str, dict]) -> None:
    """Give loaded photos their file: the one they had, or the drawing of that name in fixtures."""
    for photo in Photo.objects.filter(file=""):
        data = _fixture_picture(photo.ref)
        before = kept.get(photo.ref)
        if before and (data is None or before["checksum"] == hashlib.sha256(data).hexdigest()):
            Photo.objects.filter(pk=photo.pk).update(**before)
        elif data is not None:
            store_photo(photo, data)


def settle_stories() -> None:
    """Every story has a newest revision equal to its row; published ones a stored page."""
    out = []
    for article in Article.objects.filter(story_html="").order_by("pk"):
        with transaction.atomic():
            # Fixtures are what people wrote: importing a document never replaces them.
            working_copy.save(article, working_copy.snapshot_of(article))
            if article.state == Article.State.PUBLISHED:
                publishing.refresh(article)
                out.append(article.pk)
    onward.renew_kin(out)


def _fixture_picture(ref: str) -> bytes | None:
    for folder in settings.FIXTURE_DIRS:
        path = Path(folder) / "photos" / f"{ref}.jpg"
        if path.is_file():
            return path.read_bytes()
    return None
