"""The copy that editors work on: the newest Revision of a story.

A snapshot is a plain dict of everything an editor can change (`snapshot`). Saving one makes a Revision
(`recording`). Until the first publication the story's row mirrors the newest snapshot (`mirroring`);
after it, only publishing brings a snapshot to the row.
"""

from articles.working_copy.mirroring import apply
from articles.working_copy.recording import (
    begin,
    has_unpublished_changes,
    newest,
    newest_snapshot,
    record_row,
    save,
    save_on,
)
from articles.working_copy.references import References
from articles.working_copy.snapshot import (
    TEXT_FIELDS,
    empty_snapshot,
    normalised,
    photos_of,
    refs_in,
    snapshot_of,
)

__all__ = [
    "TEXT_FIELDS",
    "References",
    "apply",
    "begin",
    "empty_snapshot",
    "has_unpublished_changes",
    "newest",
    "newest_snapshot",
    "normalised",
    "photos_of",
    "record_row",
    "refs_in",
    "save",
    "save_on",
    "snapshot_of",
]
