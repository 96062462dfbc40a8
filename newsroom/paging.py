"""Lists paged by key: page 5,000 costs what page 1 costs.

A list is ordered by a descending moment and a descending id. The address carries the last row
shown; the next page starts below it. The cursor is the only upper bound of the query, because
SQLite takes the looser of two bounds.
"""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q


class BadCursor(ValueError):
    """The address carries a cursor that this site did not make."""


@dataclass(frozen=True)
class Page:
    """Rows of one page and the cursor of the next one (empty on the last page)."""

    rows: list
    next_cursor: str

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def encode_cursor(*parts) -> str:
    text = "~".join(part.isoformat() if isinstance(part, datetime) else str(part) for part in parts)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, count: int) -> list[str]:
    """The parts of a cursor; raises BadCursor unless there are `count` of them."""
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError) as error:
        raise BadCursor(cursor) from error
    parts = text.split("~")
    if len(parts) != count:
        raise BadCursor(cursor)
    return parts


def page_by_moment(rows, *, cursor: str, size: int, moment: str = "published_at", upto: datetime) -> Page:
    """One page of `rows`, newest `moment` first, at or before `upto` and below the cursor.

    `rows` must not bound `moment` itself. Raises BadCursor.
    """
    if cursor:
        at_text, id_text = decode_cursor(cursor, 2)
        try:
            at, pk = datetime.fromisoformat(at_text), int(id_text)
            readable = at.tzinfo is not None and at.astimezone(UTC) <= upto
        except (ValueError, OverflowError) as error:  # a moment before the year 1 overflows
            raise BadCursor(cursor) from error
        if not readable:
            raise BadCursor(cursor)
        rows = rows.filter(**{f"{moment}__lte": at}).filter(Q(**{f"{moment}__lt": at}) | Q(pk__lt=pk))
    else:
        rows = rows.filter(**{f"{moment}__lte": upto})
    found = list(rows.order_by(f"-{moment}", "-pk")[: size + 1])
    return _page(found, size, lambda row: encode_cursor(getattr(row, moment), row.pk))


def page_by_pk(rows, *, cursor: str, size: int) -> Page:
    """One page of `rows` by ascending id, above the cursor. Raises BadCursor."""
    if cursor:
        (text,) = decode_cursor(cursor, 1)
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise BadCursor(cursor)
        rows = rows.filter(pk__gt=int(text))
    found = list(rows.order_by("pk")[: size + 1])
    return _page(found, size, lambda row: encode_cursor(row.pk))


def _page(found: list, size: int, cursor_of) -> Page:
    rows = found[:size]
    return Page(rows, cursor_of(rows[-1]) if len(found) > size else "")
