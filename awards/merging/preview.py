"""What a merge would move, for the editor who decides."""

from dataclasses import dataclass

from awards.merging.references import columns_to, doubled, name_of_kind
from awards.models import Honour

SHOWN = 8


@dataclass(frozen=True)
class Moving:
    """Rows of one kind: how many move, the first of them, and how many go because they would stand twice."""

    kind: str
    role: str
    number: int
    first: list
    doubled: int

    @property
    def more(self) -> int:
        return self.number - len(self.first)


def plan(kept, gone) -> list[Moving]:
    """Everything that would move from `gone` to `kept`, kind by kind."""
    found = []
    for column in columns_to(type(kept)):
        twice = doubled(column, gone.pk, kept.pk)
        rows = column.rows(gone.pk).exclude(pk__in=[row.pk for row in twice])
        number = rows.count()
        if number or twice:
            role = "" if column.model._meta.auto_created else str(column.field.verbose_name)
            first = list(rows.order_by("pk")[:SHOWN])
            found.append(Moving(name_of_kind(column.model), role, number, first, len(twice)))
    return found


def honours_twice(kept, gone) -> list[Honour]:
    """Honours of the one that goes which the one that stays holds as well: both will stand."""
    column = kept._meta.model_name
    held = set(kept.honours.values_list("form_id", "order_class", "listed_year"))
    honours = Honour.objects.filter(**{column: gone}).select_related("form", "organisation", "person")
    return [one for one in honours if (one.form_id, one.order_class, one.listed_year) in held][:SHOWN]
