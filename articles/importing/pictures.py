"""The files of a document's pictures: beside the document, or fetched from their sites.

Runs after the story is committed: the database's write lock is not held while another site thinks,
and no picture that cannot be had fails a document.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from articles import working_copy
from articles.documents import ParsedDocument, ParsedPhoto
from articles.importing.photos import possible_refs
from articles.models import Article
from articles.photos.fetching import FetchFailed, fetch
from articles.photos.inspection import Inspected, PhotoRefused, inspect
from articles.photos.storing import store_photo
from articles.photos.uses import renew_stories_with

logger = logging.getLogger(__name__)


def store_pictures(
    article: Article,
    document: ParsedDocument,
    folder: Path,
    *,
    fetch_remote: bool,
    warn: Callable[[str], None],
) -> int:
    """Give the story's photos the files they lack; returns how many got theirs."""
    wanted = {
        ref: photo
        for photo in document.photos
        if photo.file or (fetch_remote and _is_remote(photo))
        for ref in possible_refs(photo)
    }
    if not wanted:
        return 0
    count = 0
    for record in working_copy.photos_of(working_copy.newest_snapshot(article)).values():
        if record.file or record.ref not in wanted:
            continue
        try:
            store_photo(record, _picture(wanted[record.ref], folder))
            renew_stories_with(record)
            count += 1
        except (FetchFailed, PhotoRefused, OSError) as error:
            warn(_not_stored(wanted[record.ref], str(error)))
        except Exception as error:
            logger.exception("The picture %s was not stored", record.ref)
            warn(_not_stored(wanted[record.ref], f"{type(error).__name__}: {error}"))
    return count


def _is_remote(photo: ParsedPhoto) -> bool:
    """Whether the picture is that at its source address: a drawing stands in place of that one."""
    return bool(photo.source_url) and not photo.file and not photo.illustration


def _picture(photo: ParsedPhoto, folder: Path) -> Inspected:
    """The picture at its address, or the file beside the document or (our own editions) its folder."""
    if not photo.file:
        return inspect(fetch(photo.source_url))
    for base in (folder, folder.parent):
        path = (base / photo.file).resolve()
        if path.is_file() and path.is_relative_to(base.resolve()):
            with path.open("rb") as file:
                return inspect(file)
    raise FileNotFoundError(_("there is no such file beside the document"))


def _not_stored(photo: ParsedPhoto, reason: str) -> str:
    return _("The picture %(address)s was not stored: %(reason)s") % {
        "address": photo.file or photo.source_url,
        "reason": reason,
    }
