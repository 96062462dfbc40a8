"""Which rows of other tables point at a record, and which of them would stand twice after a merge."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import models
from django.utils.text import capfirst

from awards.models import Evidence, PersonTitle

# Rows that say the same when these columns agree; the database need not forbid them.
_SAME = {
    Evidence: [("article_id", "block", "quote")],
    PersonTitle: [("title", "organisation_id", "from_date", "to_date")],
}
# Found anew from the registry after every change.
_FOLLOWING = {"awards.reading"}


class Column(NamedTuple):
    """A foreign key by which rows of `model` point at a record."""

    model: type[models.Model]
    field: models.ForeignKey

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def rows(self, pk: int):
        """The rows that point at the record of this key."""
        return self.model._base_manager.filter(**{self.field.attname: pk})


def columns_to(model: type[models.Model]) -> Iterator[Column]:
    """Every column of the registry that points at records of the model, links between them included."""
    for relation in model._meta.get_fields(include_hidden=True):
        pointing = relation.auto_created and (relation.one_to_many or relation.one_to_one)
        if pointing and relation.related_model._meta.label_lower not in _FOLLOWING:
            yield Column(relation.related_model, relation.field)


def doubled(column: Column, gone: int, kept: int) -> list[models.Model]:
    """Rows of the one that goes which the one that stays already has."""
    found = {}
    for names in _sameness(column):
        held = set(column.rows(kept).values_list(*names))
        for row in column.rows(gone).order_by("pk") if held else ():
            if tuple(getattr(row, name) for name in names) in held:
                found[row.pk] = row
    return list(found.values())


def _sameness(column: Column) -> Iterator[tuple[str, ...]]:
    """The other columns of each rule by which two rows with the same key are one."""
    meta, own = column.model._meta, column.field.name
    unique = [constraint.fields for constraint in meta.total_unique_constraints]
    for names in (*unique, *meta.unique_together):
        if own in names and not _is_numbering(column, names):
            others = (meta.get_field(name).attname for name in names if name != own)
            yield tuple(others)
    yield from _SAME.get(column.model, ())


def _is_numbering(column: Column, names) -> bool:
    """Places in a row of titles: not what makes two of them one."""
    return column.model is PersonTitle and "position" in names


def name_of_kind(model: type[models.Model]) -> str:
    """“Honours”; links between units have the name of what they link."""
    return capfirst(str((model._meta.auto_created or model)._meta.verbose_name_plural))
