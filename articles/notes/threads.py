"""What one may do with notes. Each verb checks what it promises and tells whom it concerns.

That the person may open the story is the caller's business: `workflow.may_view`.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Note, NoteThread
from articles.models.note import MAX_TEXT
from articles.notes import inbox
from articles.notes.mentions import find_mentions
from articles.notes.people import names_of, viewers
from newsroom.vietnamese import nfc

# After that a note is part of the story's record.
OWN_FOR = timedelta(days=1)


@transaction.atomic
def begin(article: Article, user, text: str, *, field: str = "", block: str = "", quote: str = "") -> Note:
    """A thread with its first note. Raises ValidationError."""
    text = _readable(text)
    thread = NoteThread.objects.create(article=article, field=field, block=block, quote=quote)
    return _write(thread, user, text)


@transaction.atomic
def reply(thread: NoteThread, user, text: str) -> Note:
    """Answer in the thread; one that was settled is open again. Raises ValidationError."""
    text = _readable(text)
    _lock(thread)
    reopen(thread)
    inbox.mark_read(user, note__thread=thread)
    return _write(thread, user, text)


def settle(thread: NoteThread, user) -> None:
    NoteThread.objects.filter(pk=thread.pk, settled_at=None).update(
        settled_at=timezone.now(), settled_by=user
    )
    inbox.mark_read(user, note__thread=thread)


def reopen(thread: NoteThread) -> None:
    NoteThread.objects.filter(pk=thread.pk).update(settled_at=None, settled_by=None)


def may_change(note: Note, user) -> bool:
    """Whether the person may still edit or delete the note: their own, for a day."""
    return (
        note.author_id == user.pk and note.deleted_at is None and timezone.now() - note.written_at < OWN_FOR
    )


@transaction.atomic
def edit(note: Note, user, text: str) -> None:
    """Put the words right; who is named only now is told. Raises PermissionDenied or ValidationError."""
    _refuse_unless_own(note, user)
    text = _readable(text)
    if text == note.text:
        return
    note.text, note.edited_at = text, timezone.now()
    note.save(update_fields=["text", "edited_at"])
    named = _name(note)
    note.notices.filter(kind="mention").exclude(person__in=named).delete()
    inbox.tell_named(note, named)


@transaction.atomic
def delete(note: Note, user) -> None:
    """Take a note away; one that was answered leaves a trace without words. Raises PermissionDenied."""
    _refuse_unless_own(note, user)
    _lock(note.thread)
    later = note.thread.notes.filter(written_at__gte=note.written_at).exclude(pk=note.pk)
    note.notices.all().delete()
    if later.exists():
        note.mentioned.clear()
        note.text, note.deleted_at = "", timezone.now()
        note.save(update_fields=["text", "deleted_at"])
        return
    note.delete()
    if not note.thread.notes.filter(deleted_at=None).exists():
        note.thread.delete()


def _write(thread: NoteThread, user, text: str) -> Note:
    note = Note.objects.create(thread=thread, author=user, text=text)
    inbox.tell_of_note(note, _name(note))
    return note


def _lock(thread: NoteThread) -> None:
    """Let an answer and the deletion of what it answers happen one after the other."""
    NoteThread.objects.select_for_update().get(pk=thread.pk)


def _name(note: Note) -> list:
    """Whom the text names of those who may open the story; kept with the note."""
    if "@" not in note.text:
        note.mentioned.clear()
        return []
    people = list(viewers(note.thread.article))
    named = list(dict.fromkeys(found.whom for found in find_mentions(note.text, names_of(people))))
    note.mentioned.set(named)
    return named


def _readable(text: str) -> str:
    text = nfc(text).strip()
    if not text:
        raise ValidationError(_("Write something first."))
    if len(text) > MAX_TEXT:
        raise ValidationError(
            _("A note has at most %(most)s characters; this one has %(number)s.")
            % {"most": MAX_TEXT, "number": len(text)}
        )
    return text


def _refuse_unless_own(note: Note, user) -> None:
    if not may_change(note, user):
        raise PermissionDenied(_("One can change one's own notes only, for a day."))
