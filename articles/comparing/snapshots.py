"""What changed between two snapshots of a story: fields, lists, lead photo and body."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import ForeignKey
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.comparing.bodies import BlockChange, compare_bodies
from articles.comparing.folding import Stretch, folded
from articles.comparing.sequences import hunks
from articles.comparing.words import Run, compare_texts
from articles.models import Article, Author, Byline, Photo, RelatedItem
from articles.working_copy import empty_snapshot
from newsroom.body_html import read_blocks

LISTS = ("bylines", "tags", "related")
APART = (*LISTS, "body", "lead_photo")


@dataclass(frozen=True)
class FieldChange:
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class ListChange:
    """A list with its items in order, each "same", "deleted" or "inserted"."""

    label: str
    items: tuple[tuple[str, str], ...]


class Comparison:
    """Two snapshots side by side, in words for people; a fixed number of queries."""

    def __init__(self, old: dict, new: dict):
        self.old, self.new = empty_snapshot() | old, empty_snapshot() | new

    @cached_property
    def fields(self) -> list[FieldChange]:
        names = [name for name in empty_snapshot() if name not in APART and self._differs(name)]
        return [
            FieldChange(
                label_of(name), tuple(compare_texts(*in_words(name, self.old.get(name), self.new[name])))
            )
            for name in names
        ]

    @cached_property
    def lists(self) -> list[ListChange]:
        return [
            ListChange(label, _list_items(read(self.old), read(self.new)))
            for name, label, read in (
                ("bylines", _("Bylines"), self._bylines),
                ("tags", _("Tags"), lambda snapshot: snapshot["tags"]),
                ("related", _("Related"), _related),
            )
            if self._differs(name)
        ]

    @property
    def lead_changed(self) -> bool:
        return self._differs("lead_photo")

    @property
    def leads(self) -> tuple[Photo | None, Photo | None]:
        """The lead photos before and after."""
        return self.photos.get(self.old["lead_photo"]), self.photos.get(self.new["lead_photo"])

    @cached_property
    def blocks(self) -> list[BlockChange]:
        return compare_bodies(self.old["body"], self.new["body"])

    @cached_property
    def body_changed(self) -> bool:
        return any(not block.is_plain for block in self.blocks)

    @cached_property
    def body(self) -> list[Stretch]:
        return folded(self.blocks)

    @property
    def is_empty(self) -> bool:
        return not (self.fields or self.lists or self.lead_changed or self.body_changed)

    @cached_property
    def photos(self) -> dict[str, Photo]:
        """Photos of both snapshots by ref."""
        refs = {self.old["lead_photo"], self.new["lead_photo"]} | {
            block.photo for body in (self.old["body"], self.new["body"]) for block in read_blocks(body)
        }
        return {photo.ref: photo for photo in Photo.objects.filter(ref__in=refs - {""})}

    def _differs(self, name: str) -> bool:
        return self.old.get(name) != self.new.get(name)

    def _bylines(self, snapshot: dict) -> list[str]:
        roles = dict(Byline.Role.choices)
        return [
            " · ".join(
                filter(
                    None,
                    (
                        self._author_names.get(line["author"], _("an author who is gone")),
                        str(roles.get(line["role"], line["role"])),
                        line["job_title"],
                        line["raw_line"],
                    ),
                )
            )
            for line in snapshot["bylines"]
        ]

    @cached_property
    def _author_names(self) -> dict[int, str]:
        keys = {line["author"] for snapshot in (self.old, self.new) for line in snapshot["bylines"]}
        return dict(Author.objects.filter(pk__in=keys).values_list("pk", "name"))


def label_of(name: str) -> str:
    """What the form calls a field of the snapshot."""
    return capfirst(str(Article._meta.get_field(name).verbose_name))


def in_words(name: str, *values) -> list[str]:
    """The values of a field as people read them."""
    field = Article._meta.get_field(name)
    if isinstance(field, ForeignKey):
        records = field.related_model.objects.in_bulk([value for value in values if value])
        return [str(records.get(value, value or "")) for value in values]
    if field.flatchoices:
        words = dict(field.flatchoices)
        return [str(words.get(value, value or "")) for value in values]
    return [str(field.to_python(value)) if value else "" for value in values]


def _related(snapshot: dict) -> list[str]:
    kinds = dict(RelatedItem.Kind.choices)
    return [
        " · ".join(filter(None, (item["title"], str(kinds.get(item["kind"], item["kind"])), item["url"])))
        for item in snapshot["related"]
    ]


def _list_items(old: list[str], new: list[str]) -> tuple[tuple[str, str], ...]:
    items: list[tuple[str, str]] = []
    done = 0
    for hunk in hunks(old, new):
        items += (("same", text) for text in old[done : hunk.old_start])
        items += (("deleted", text) for text in old[hunk.old_start : hunk.old_end])
        items += (("inserted", text) for text in new[hunk.new_start : hunk.new_end])
        done = hunk.old_end
    return (*items, *(("same", text) for text in old[done:]))
