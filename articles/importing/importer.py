"""Brings one document after another into the database, each whole or not at all."""

import hashlib
import logging
from dataclasses import replace
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit, gate, publishing, workflow, working_copy
from articles.documents import DocumentError, ParsedDocument, parse_document
from articles.documents.reading import MAX_MEGABYTES
from articles.importing.files import Found
from articles.importing.limits import refuse_what_does_not_fit
from articles.importing.outcome import Outcome, Status
from articles.importing.pictures import store_pictures
from articles.importing.snapshot import snapshot_from
from articles.models import Article, Revision
from newsroom.vietnamese import nfc

logger = logging.getLogger(__name__)


class Importer:
    """One run. It remembers which documents it has seen: one source address is one story.

    With `publish`, stories go out at once; that is the operator's decision, so what the gate would
    ask for are warnings. With `store_files`, pictures beside the documents are stored, and with
    `fetch_photos` also those on other sites. With a `user`, new stories are begun by that person,
    and nothing happens that the person could not do at the desk.
    """

    def __init__(
        self, *, user=None, publish: bool = False, store_files: bool = True, fetch_photos: bool = False
    ) -> None:
        self._user = user
        self._publish = publish
        self._store_files = store_files
        self._fetch_photos = fetch_photos
        self._seen: dict[str, tuple[str, str, str]] = {}

    def import_file(self, found: Found) -> Outcome:
        """Import one document; whatever is wrong with it is told in the outcome."""
        outcome = Outcome(_printable(found.called), Status.FAILED)
        try:
            self._import(found, _bytes_of(found), outcome)
        except DocumentError as error:
            outcome.error = str(error)
        except Exception as error:
            logger.exception("Importing %s failed", outcome.file)
            outcome.error = f"{type(error).__name__}: {error}"
        if outcome.error is not None:
            outcome.status, outcome.slug = Status.FAILED, None
            outcome.error = " ".join(outcome.error.split())
        return outcome

    def _import(self, found: Found, data: bytes, outcome: Outcome) -> None:
        document = parse_document(data)
        outcome.warnings += document.warnings
        refuse_what_does_not_fit(document)
        key = document.source_url or nfc(Path(found.called).name)
        if self._is_told_already(key, document, outcome):
            return
        with transaction.atomic():
            article = self._store(document, key, hashlib.sha256(data).hexdigest(), outcome)
            if outcome.status in (Status.CREATED, Status.UPDATED):
                audit.record("import", article, after=outcome.status, note=outcome.file)
            published = self._publish and self._bring_out(article, outcome)
        outcome.slug = article.slug
        self._seen[key] = (outcome.file, article.slug, _content_digest(document))
        stored = 0
        if self._store_files and outcome.status != Status.CONFLICT:
            stored = self._store_pictures(article, document, Path(found.path).parent, outcome)
        if published or (stored and article.state == Article.State.PUBLISHED):
            outcome.warnings += gate.faults(article, working_copy.newest_snapshot(article))

    def _is_told_already(self, key: str, document: ParsedDocument, outcome: Outcome) -> bool:
        """Whether another file of this run is the same document; with another text it is an error.

        Importing both would make each repetition change the story twice.
        """
        if key not in self._seen:
            return False
        file, slug, digest = self._seen[key]
        if digest != _content_digest(document):
            raise DocumentError(
                (
                    _("states the source address of %(file)s, but says something else")
                    if document.source_url
                    else _("has the name of %(file)s, and no source address tells them apart")
                )
                % {"file": file}
            )
        outcome.status, outcome.slug = Status.UNCHANGED, slug
        outcome.warnings.append(_("Says the same as %(file)s.") % {"file": file})
        return True

    def _store(self, document: ParsedDocument, key: str, checksum: str, outcome: Outcome) -> Article:
        """The document's story, with a new revision where the document is new or has changed."""
        note = _("Imported from %(file)s") % {"file": Path(outcome.file).name}
        origin = Revision.Origin.IMPORT
        article = Article.objects.select_for_update().filter(document_key=key).first()
        if article is None:
            snapshot = self._snapshot(document, working_copy.empty_snapshot(), outcome)
            outcome.status = Status.CREATED
            return working_copy.begin(
                snapshot,
                user=self._user,
                origin=origin,
                note=note[:300],
                document_key=key,
                document_checksum=checksum,
            )
        self._refuse_a_story_of_others(article)
        if article.binned_at:
            outcome.status = Status.CONFLICT
            outcome.warnings.append(_("The story is in the bin; the document was not imported."))
            return article
        if article.document_checksum == checksum:
            outcome.status = Status.UNCHANGED
            return article
        newest = working_copy.newest(article)
        if newest is None or newest.origin != origin:
            outcome.status = Status.CONFLICT
            outcome.warnings.append(_("The story was edited here; the document was not imported."))
            return article
        if self._user and not workflow.may_edit(article, self._user):
            outcome.status = Status.CONFLICT
            outcome.warnings.append(_("The story is not open to you now; the document was not imported."))
            return article
        snapshot = self._snapshot(document, newest.snapshot, outcome)
        revision = working_copy.save(article, snapshot, user=self._user, origin=origin, note=note[:300])
        outcome.status = Status.UPDATED if revision else Status.UNCHANGED
        Article.objects.filter(pk=article.pk).update(document_checksum=checksum)
        return Article.objects.get(pk=article.pk)

    def _snapshot(self, document: ParsedDocument, before: dict, outcome: Outcome) -> dict:
        def may_add(model) -> bool:
            # A new section stands in the readers' navigation at once.
            return self._user is None or self._user.has_perm(f"articles.add_{model._meta.model_name}")

        return snapshot_from(document, before, outcome.warnings.append, may_add=may_add)

    def _refuse_a_story_of_others(self, article: Article) -> None:
        """Raise DocumentError when the document is of a story that the person may not open."""
        if self._user and not workflow.may_view(article, self._user):
            raise DocumentError(
                _("another story has this file name or source address: rename the file, or ask an editor")
            )

    def _bring_out(self, article: Article, outcome: Outcome) -> bool:
        """Publish what the import wrote and readers do not have yet; returns whether it did."""
        if outcome.status == Status.CONFLICT:
            return False
        is_out = article.first_published_at is not None
        if is_out and not working_copy.has_unpublished_changes(article):
            return False
        if working_copy.newest(article).origin != Revision.Origin.IMPORT:
            outcome.warnings.append(_("The story was edited here and is left for its editors to publish."))
            return False
        if article.state == Article.State.WITHDRAWN or (
            article.expires_at and article.expires_at <= timezone.now()
        ):
            outcome.warnings.append(_("The story was taken from readers and stays so."))
            return False
        if article.is_embargoed:
            outcome.warnings.append(_("The story is under embargo and was not published."))
            return False
        row = publishing.publish(
            article, reason=_("Published by the import of %(file)s") % {"file": outcome.file}
        )
        article.slug, article.state = row.slug, row.state
        if outcome.status == Status.UNCHANGED:
            outcome.status = Status.UPDATED
        return True

    def _store_pictures(
        self, article: Article, document: ParsedDocument, folder: Path, outcome: Outcome
    ) -> int:
        """The story stands by now: nothing that happens to its pictures makes it a failed one."""
        try:
            return store_pictures(
                article,
                document,
                folder,
                fetch_remote=self._fetch_photos,
                warn=outcome.warnings.append,
            )
        except Exception as error:
            logger.exception("The pictures of %s were not stored", outcome.file)
            outcome.warnings.append(
                _("The pictures were not stored: %(reason)s") % {"reason": f"{type(error).__name__}: {error}"}
            )
            return 0


def _bytes_of(found: Found) -> bytes:
    try:
        if found.error:
            raise found.error
        with Path(found.path).open("rb") as file:
            return file.read(MAX_MEGABYTES * 1024 * 1024 + 1)  # one more than parsing accepts
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(_("cannot be read: %(reason)s") % {"reason": reason}) from error


def _content_digest(document: ParsedDocument) -> str:
    """The same for two files that say the same, whatever their bytes."""
    return hashlib.sha256(repr(replace(document, warnings=())).encode()).hexdigest()


def _printable(path: str) -> str:
    """The path as text that can be written: bytes in it that are no UTF-8 are replaced."""
    return path.encode(errors="surrogateescape").decode(errors="replace")
