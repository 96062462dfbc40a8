"""The notes on a story as one person sees them beside its form."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article, Note, NoteThread
from articles.notes import threads
from articles.notes.mentions import find_mentions
from articles.notes.people import names_of
from articles.notes.standing import Places, Standing, places_of
from newsroom.people import name_of


@dataclass(frozen=True)
class Typed:
    """What was sent and refused: in which box, and why; so that nobody types it again."""

    box: str
    text: str
    place: str
    quote: str
    complaint: str


@dataclass(frozen=True)
class Line:
    """One note, ready to print."""

    note: Note
    name: str
    html: SafeString
    may_change: bool

    @property
    def box(self) -> str:
        return f"edit-{self.note.pk}"


@dataclass(frozen=True)
class Row:
    """One thread, ready to print."""

    thread: NoteThread
    standing: Standing
    lines: list[Line]

    @property
    def box(self) -> str:
        return f"reply-{self.thread.pk}"

    @property
    def settled_by(self) -> str:
        return name_of(self.thread.settled_by) if self.thread.settled_by else ""


class Notes:
    """Threads by their place in the text; a fixed number of queries."""

    def __init__(self, article: Article, user, typed: Typed | None = None):
        self.article, self.user, self.typed = article, user, typed

    @cached_property
    def places(self) -> Places:
        return places_of(self.article)

    @cached_property
    def rows(self) -> list[Row]:
        notes = Note.objects.select_related("author").prefetch_related("mentioned")
        found = self.article.note_threads.select_related("settled_by").prefetch_related(
            Prefetch("notes", notes)
        )
        rows = [
            Row(thread, self.places.standing(thread), [self._line(note) for note in thread.notes.all()])
            for thread in found
        ]
        return sorted(rows, key=lambda row: (row.standing.rank, row.thread.begun_at, row.thread.pk))

    @property
    def open(self) -> list[Row]:
        return [row for row in self.rows if row.thread.settled_at is None]

    @property
    def settled(self) -> list[Row]:
        return [row for row in self.rows if row.thread.settled_at is not None]

    def _line(self, note: Note) -> Line:
        name = name_of(note.author) if note.author else ""
        return Line(note, name, as_html(note), threads.may_change(note, self.user))


def as_html(note: Note) -> SafeString:
    """The words with their lines, and the names in them marked."""
    parts, end = [], 0
    for mention in find_mentions(note.text, names_of(note.mentioned.all())):
        parts.append(format_html("{}", note.text[end : mention.start]))
        parts.append(format_html('<span class="mention">{}</span>', note.text[mention.start : mention.end]))
        end = mention.end
    parts.append(format_html("{}", note.text[end:]))
    return mark_safe(linebreaks("".join(parts)))  # noqa: S308  each part is escaped above
