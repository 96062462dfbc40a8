"""The photo records that a document's pictures stand for."""

import hashlib
import re
from collections.abc import Callable

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from articles.documents import ParsedDocument, ParsedPhoto
from articles.models import Photo
from newsroom.body_html import tree

_COPIED = ("alt", "decorative", "caption", "credit", "source_url", "rights", "illustration")


def possible_refs(photo: ParsedPhoto) -> tuple[str, str]:
    """The ref under which the picture is recorded: the document's, or its own beside another record."""
    words = f"{photo.source_url}\n{photo.caption}"
    return photo.ref, f"{photo.ref}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def photos_of(document: ParsedDocument, lead_before: str, warn: Callable[[str], None]) -> dict[str, Photo]:
    """A record for each picture, by the document's ref; `lead_before` is the ref of the story's lead.

    A record with that ref is used as it is, unless it is of another picture or, for the lead, has
    another caption: a caption in the body is the story's own, that of a lead belongs to the record.
    """
    refs = [ref for photo in document.photos for ref in possible_refs(photo)]
    stored = {photo.ref: photo for photo in Photo.objects.filter(ref__in=refs)} if refs else {}
    records = {}
    for photo in document.photos:
        record = _edited_lead(photo, lead_before, warn) if photo.lead and lead_before else None
        record = record or _stored(photo, stored) or _made(photo, stored)
        if photo.credit and photo.credit != record.credit:
            warn(
                _("The photo “%(ref)s” is credited here to “%(here)s”, in the document to “%(there)s”.")
                % {"ref": record.ref, "here": record.credit, "there": photo.credit}
            )
        records[photo.ref] = record
    return records


def body_with(html: str, document: ParsedDocument, records: dict[str, Photo]) -> str:
    """The document's body; its figures name the records and say what the document says of them."""
    captions = {photo.ref: photo.caption for photo in document.photos}
    root = tree.parse(html)
    for figure in root.iter("figure"):
        image = figure.find("img")
        record = None if image is None else records.get(image.get("data-file"))
        if record is None:
            continue
        caption = captions[image.get("data-file")]
        image.set("data-file", record.ref)
        if caption and caption != record.caption and figure.find("figcaption") is None:
            words = figure.makeelement("figcaption")
            words.text = caption
            figure.append(words)
    return tree.serialise(root)


def _stored(photo: ParsedPhoto, stored: dict[str, Photo]) -> Photo | None:
    plain, own = possible_refs(photo)
    record = stored.get(plain)
    if record is None or (_is_same_picture(record, photo) and not _has_other_lead_caption(record, photo)):
        return record
    return stored.get(own)


def _made(photo: ParsedPhoto, stored: dict[str, Photo]) -> Photo:
    plain, own = possible_refs(photo)
    record = Photo.objects.create(
        ref=own if plain in stored else plain, **{name: getattr(photo, name) for name in _COPIED}
    )
    stored[record.ref] = record
    return record


def _is_same_picture(record: Photo, photo: ParsedPhoto) -> bool:
    return not (record.source_url and photo.source_url) or record.source_url == photo.source_url


def _has_other_lead_caption(record: Photo, photo: ParsedPhoto) -> bool:
    return photo.lead and photo.caption not in ("", record.caption)


def _edited_lead(photo: ParsedPhoto, lead_before: str, warn: Callable[[str], None]) -> Photo | None:
    """The record that leads the story already, when somebody at the desk has worked on it."""
    if not re.fullmatch(re.escape(photo.ref) + "(-[0-9a-f]{8})?", lead_before):
        return None
    record = Photo.objects.filter(ref=lead_before).first()
    if record is None or not _is_same_picture(record, photo) or not _was_edited(record):
        return None
    if _has_other_lead_caption(record, photo):
        warn(
            _(
                "The caption of the lead photo was edited and stays: “%(here)s”."
                " The document says: “%(there)s”."
            )
            % {"here": record.caption, "there": photo.caption}
        )
    return record


def _was_edited(record: Photo) -> bool:
    content_type = ContentType.objects.get_for_model(Photo)
    return LogEntry.objects.filter(
        content_type=content_type, object_id=str(record.pk), action_flag=CHANGE
    ).exists()
