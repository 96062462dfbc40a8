"""Records that stand above one another: units in units, campaigns in campaigns, forms under forms."""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError


def leads_back(start: Iterable[int], above: Callable[[set[int]], Iterable[int]], key: int | None) -> bool:
    """Whether `key` is among `start` or anywhere above it; `above` gives the keys one level up."""
    seen: set[int] = set()
    level = set(start)
    while level and key not in level:
        seen |= level
        level = set(above(level)) - seen
    return bool(level)


def refuse_circle(record, column: str, message: str) -> None:
    """Raise ValidationError for `column`, a foreign key to the same model, when it leads back to the record."""
    rows = type(record).objects

    def above(keys):
        return rows.filter(pk__in=keys, **{f"{column}__isnull": False}).values_list(column, flat=True)

    upper = getattr(record, f"{column}_id")
    if record.pk and upper and leads_back([upper], above, record.pk):
        raise ValidationError({column: message})
