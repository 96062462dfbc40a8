"""Registry lists paged by key, in whatever order they stand.

The address carries the keys of the last row shown; the next page starts after them, so page 5,000
costs what page 1 costs.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q

from newsroom.paging import BadCursor, Page, decode_cursor, encode_cursor
from newsroom.partial_dates import PartialDate


def page_in_order(rows, order: tuple[str, ...], *, cursor: str, size: int) -> Page:
    """One page of `rows` in `order`, after the cursor. Raises BadCursor.

    `order` names columns without nulls (a partial date that is not stated is an empty text), "-" before
    those that run backwards; the last is unique.
    """
    if cursor:
        rows = rows.filter(_after(rows, order, decode_cursor(cursor, len(order))))
    found = list(rows.order_by(*order)[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return Page(shown, encode_cursor(*(_value(shown[-1], name) for name in order)) if more else "")


def _after(rows, order, parts) -> Q:
    """Condition: the row's keys come after `parts`."""
    condition, equal = Q(), Q()
    for name, part in zip(order, parts, strict=True):
        column = name.removeprefix("-")
        step = "lt" if name.startswith("-") else "gt"
        if "\x00" in part:
            raise BadCursor(parts)
        try:
            rows.filter(**{column: part})
        except (ValueError, ValidationError) as error:
            raise BadCursor(parts) from error
        condition |= equal & Q(**{f"{column}__{step}": part})
        equal &= Q(**{column: part})
    return condition


def _value(row, name: str):
    value = row
    for part in name.removeprefix("-").split("__"):
        value = getattr(value, part)
    if isinstance(value, PartialDate):
        return value.iso()
    return "" if value is None else value
