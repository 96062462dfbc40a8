"""What a strip of the front page can be made of: the stories of a section, or of what other apps offer.

A strip names its source as text, “section:3”: the kind before the colon, one of its own keys after it.
"""

from dataclasses import dataclass
from typing import Protocol

from django.db.models import QuerySet

from articles.models import Article, Section
from newsroom import places
from newsroom.keys import is_key


@dataclass(frozen=True)
class Strip:
    """Stories under the name of what they belong to, and the address where there are more."""

    name: str
    address: str
    stories: list[Article]


class Source(Protocol):
    """One kind of strip. Apps offer theirs through the place `front_strips`."""

    kind: str
    label: str  # of the kind, in the form

    def choices(self) -> list[tuple[int, str]]:
        """(key, name) of everything that a strip of this kind can show."""

    def stories(self, key: int) -> QuerySet[Article]:
        """Stories of one key, whether readers may see them or not."""

    def strips(self, keys: list[int], stories: list[Article]) -> dict[int, Strip]:
        """The strip of each key that readers may see, from these stories in their order. At most one query."""


class Sections:
    """Strips of a section."""

    kind = "section"
    label = "Chuyên mục"

    def choices(self):
        return list(Section.objects.values_list("pk", "name"))

    def stories(self, key):
        return Article.objects.filter(section=key)

    def strips(self, keys, stories):
        found = {}
        for story in stories:
            if story.section_id in keys:
                section = story.section
                strip = found.setdefault(section.pk, Strip(section.name, section.get_absolute_url(), []))
                strip.stories.append(story)
        return found


def sources() -> dict[str, Source]:
    """Every kind of strip by its name."""
    return {source.kind: source for source in places.ask("front_strips")}


def choices() -> list[tuple]:
    """What a form offers, grouped by kind."""
    return [
        (source.label, [(f"{kind}:{key}", name) for key, name in source.choices()])
        for kind, source in sources().items()
    ]


def read(name: str) -> tuple[Source, int] | None:
    """The source and key that a strip names; None for one that is not offered any more."""
    kind, _colon, key = name.partition(":")
    source = sources().get(kind)
    return (source, int(key)) if source and is_key(key) else None
