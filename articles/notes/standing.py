"""Where notes stand in the working copy, and what has become of their place since."""

from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import working_copy
from articles.models import Article, NoteThread
from articles.models.note import MAX_QUOTE
from newsroom.body_html import Block, read_blocks
from newsroom.vietnamese import collapse_spaces

# In the order of the form; the body's blocks stand where the body does.
FIELDS = {
    "kicker": gettext_lazy("kicker"),
    "title": gettext_lazy("title"),
    "standfirst": gettext_lazy("standfirst"),
    "body": gettext_lazy("body"),
    "bylines": gettext_lazy("bylines"),
    "section": gettext_lazy("section"),
    "slug": gettext_lazy("slug"),
    "tag_names": gettext_lazy("tags"),
    "lead_photo": gettext_lazy("lead photo"),
    "source_name": gettext_lazy("source"),
    "source_url": gettext_lazy("source address"),
    "source_published_on": gettext_lazy("published by the source"),
    "event_date": gettext_lazy("date of the event"),
    "related": gettext_lazy("related items"),
}
# Whose words a note quotes.
SPOKEN = ("kicker", "title", "standfirst")
SHOWN_WORDS = 12


class Fate(models.TextChoices):
    """What has become of a place since the note was written."""

    STANDS = "stands", ""
    CHANGED = "changed", gettext_lazy("The words have changed since.")
    GONE = "gone", gettext_lazy("This paragraph is no longer in the story.")


@dataclass(frozen=True)
class Place:
    """A place as the form's choice sends it (`value`) and as people read it (`label`)."""

    value: str
    label: str


@dataclass(frozen=True)
class Standing:
    """Where a thread stands now: its block (empty when it has none), its rank in the text, its fate."""

    block: str
    rank: int
    fate: Fate
    label: str


class Places:
    """The places of one working copy."""

    def __init__(self, snapshot: dict):
        self.snapshot = snapshot

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The innermost blocks that say something, by id, in reading order."""
        return {block.id: block for block in read_blocks(self.snapshot["body"]) if block.leaf and block.text}

    @cached_property
    def choices(self) -> list[tuple[str, list[Place]]]:
        """What one may note on, in groups."""
        fields = [Place(name, _capital(label)) for name, label in FIELDS.items()]
        blocks = [
            Place(f"#{key}", f"{number}. {Truncator(block.text).words(SHOWN_WORDS)}")
            for number, (key, block) in enumerate(self.blocks.items(), start=1)
        ]
        groups = [
            ("", [Place("", _("The whole story"))]),
            (_("Paragraphs"), blocks),
            (_("Fields"), fields),
        ]
        return [group for group in groups if group[1]]

    def read(self, value: str, quote: str) -> dict[str, str]:
        """The columns of a thread for a posted place. Raises KeyError when there is no such place.

        Words that the editor has not saved yet may stand in a block that nobody knows: they are
        looked for again each time the thread is shown.
        """
        quote = collapse_spaces(quote)[:MAX_QUOTE]
        if not value.startswith("#"):
            if value and value not in FIELDS:
                raise KeyError(value)
            return {"field": value, "block": "", "quote": quote or self._words(value)}
        block = value[1:]
        if not quote:
            quote = self.blocks[block].text[:MAX_QUOTE]
        return {"field": "body", "block": block if block in self.blocks else "", "quote": quote}

    def standing(self, thread: NoteThread) -> Standing:
        if thread.field == "body" and (thread.block or thread.quote):
            return self._in_body(thread)
        names = list(FIELDS)
        known = thread.field in FIELDS
        label = _capital(FIELDS[thread.field]) if known else _("The whole story")
        rank = (names.index(thread.field) + 1) * 10_000 if known else 0
        changed = thread.field in SPOKEN and thread.quote and thread.quote not in self._words(thread.field)
        return Standing("", rank, Fate.CHANGED if changed else Fate.STANDS, label)

    def _in_body(self, thread: NoteThread) -> Standing:
        saying = [key for key, block in self.blocks.items() if thread.quote in block.text]
        if thread.block in saying:
            block, fate = thread.block, Fate.STANDS
        elif len(saying) == 1:  # a paragraph parted in two, words put elsewhere or saved only after the note
            block, fate = saying[0], Fate.STANDS
        elif thread.block in self.blocks:
            block, fate = thread.block, Fate.CHANGED
        else:
            block, fate = "", Fate.GONE
        number = list(self.blocks).index(block) + 1 if block else len(self.blocks) + 1
        label = _("Paragraph %(number)d") % {"number": number} if block else _capital(FIELDS["body"])
        return Standing(block, (list(FIELDS).index("body") + 1) * 10_000 + number, fate, label)

    def _words(self, field: str) -> str:
        return collapse_spaces(self.snapshot[field])[:MAX_QUOTE] if field in SPOKEN else ""


def places_of(article: Article) -> Places:
    """The places of the story's working copy."""
    return Places(working_copy.newest_snapshot(article))


def _capital(label) -> str:
    text = str(label)
    return text[:1].upper() + text[1:]
