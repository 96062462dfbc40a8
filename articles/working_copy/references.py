"""Finds the records that snapshots name: sections, series and authors by key, photos by ref, tags by name or slug."""

from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, Model, Value

from articles.models import Author, Photo, Section, Series, Tag
from newsroom.slugs import vietnamese_slug
from newsroom.vietnamese import exact_key

# By kind: the model, the column that a name is looked up in, and the text that is read with the key.
_KINDS = {
    "section": (Section, "pk", "name"),
    "series": (Series, "pk", "name"),
    "author": (Author, "pk", "name"),
    "photo": (Photo, "ref", "ref"),
    "tag": (Tag, "key", "name"),
    "slug": (Tag, "slug", "slug"),
}


class References:
    """Records by kind and name. What was asked for once, found or not, is not asked for again.

    The records hold their key and their name (a photo its ref); what else they have is read when it is used.
    """

    def __init__(self):
        self._found: dict[tuple, Model | None] = {}

    def find(self, **names: Iterable) -> None:
        """Look up everything named, by kind, in one query; what is empty counts for nothing.

        With tags also the slugs that they would be given if they were new.
        """
        wanted = {kind: {_key(kind, name) for name in some if name} for kind, some in names.items()}
        wanted["slug"] = wanted.get("slug", set()) | {vietnamese_slug(key) for key in wanted.get("tag", ())}
        asked = []
        for kind, keys in wanted.items():
            missing = {key for key in keys if (kind, key) not in self._found}
            self._found |= dict.fromkeys((kind, key) for key in missing)
            if missing:
                asked.append(_rows(kind, missing))
        if asked:
            for kind, pk, text in asked[0].union(*asked[1:], all=True):
                model, column, name = _KINDS[kind]
                key = pk if column == "pk" else _key(kind, text)
                self._found[kind, key] = model.from_db(DEFAULT_DB_ALIAS, ["id", name], [pk, text])

    def get(self, kind: str, name) -> Model | None:
        """The record of that name, among those that were looked up."""
        return self._found.get((kind, _key(kind, name)))

    def slugs_taken(self, slugs: Iterable[str]) -> set[str]:
        """Which of the slugs a tag has."""
        self.find(slug=slugs)
        return {slug for slug in slugs if self.get("slug", slug)}

    def add_tags(self, tags: Iterable[Tag]) -> None:
        """Tags that were made since they were looked for."""
        self._found |= {("tag", tag.key): tag for tag in tags}


def _key(kind: str, name):
    return exact_key(name) if kind == "tag" else name


def _rows(kind: str, keys: set):
    model, column, text = _KINDS[kind]
    rows = model.objects.filter(**{f"{column}__in": keys}).order_by()
    return rows.values_list(Value(kind, CharField()), "pk", text)
