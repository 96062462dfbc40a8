"""What fits into the columns of the database."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from articles.documents import DocumentError, ParsedDocument
from articles.models import Article, Author, Byline, Photo, RelatedItem, Section, Series, Tag

MAX_ITEMS = 500  # of each kind on one story
_STORY_TEXTS = (
    "title",
    "kicker",
    "source_name",
    "source_url",
    "source_published_note",
    "event_date_note",
)
_PHOTO_TEXTS = ("ref", "alt", "caption", "credit", "source_url", "rights")
_RELATED_TEXTS = ("title", "url")


def refuse_what_does_not_fit(document: ParsedDocument) -> None:
    """Raise DocumentError that names the field when a text is longer than its column, or a list endless."""
    for name in ("bylines", "tags", "photos", "related"):
        count = len(getattr(document, name))
        if count > MAX_ITEMS:
            raise DocumentError(
                _("has %(count)d entries in “%(key)s”; at most %(limit)d are allowed")
                % {"count": count, "key": name, "limit": MAX_ITEMS}
            )
    for key, model, column, text in _texts(document):
        limit = model._meta.get_field(column).max_length
        if len(text) > limit:
            raise DocumentError(
                _("has %(count)d characters in “%(key)s”; at most %(limit)d fit")
                % {"count": len(text), "key": key, "limit": limit}
            )


def _texts(document: ParsedDocument) -> Iterator[tuple[str, type[Model], str, str]]:
    """(key in the document, model, column, text) for each text whose column is bounded."""
    for name in _STORY_TEXTS:
        yield name, Article, name, getattr(document, name)
    yield "section", Section, "name", document.section
    yield "series", Series, "name", document.series
    for tag in document.tags:
        yield "tags", Tag, "name", tag
    for number, byline in enumerate(document.bylines, start=1):
        yield f"bylines.{number}.name", Author, "name", byline.name
        yield f"bylines.{number}.job_title", Byline, "job_title", byline.job_title
        yield f"bylines.{number}.raw", Byline, "raw_line", byline.raw
    for number, photo in enumerate(document.photos, start=1):
        for name in _PHOTO_TEXTS:
            yield f"photos.{number}.{name}", Photo, name, getattr(photo, name)
    for number, item in enumerate(document.related, start=1):
        for name in _RELATED_TEXTS:
            yield f"related.{number}.{name}", RelatedItem, name, getattr(item, name)
