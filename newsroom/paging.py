"""Lists paged by key: page 5,000 costs what page 1 costs.

The address carries the keys of the last row shown; the next page starts after them.
"""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from django.core.exceptions import BadRequest, ValidationError
from django.db.models import BooleanField, F, Func, Q, Value

from newsroom.keys import is_key
from newsroom.partial_dates import PartialDate
from newsroom.prepared import Prepared

CURSOR = "trang"  # the parameter of readers' addresses


class BadCursor(BadRequest):
    """The address carries a cursor that this site did not make: Django answers 400 with these words."""

    def __init__(self):
        super().__init__("Địa chỉ này không dẫn tới trang nào của danh sách.")


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
        raise BadCursor from error
    parts = text.split("~")
    if len(parts) != count:
        raise BadCursor
    return parts


def page_by_moment(rows, *, cursor: str, size: int, moment: str = "published_at", upto: datetime) -> Page:
    """One page of `rows`, newest `moment` first, at or before `upto` and below the cursor.

    `rows` must not bound `moment` itself: SQLite takes the looser of two bounds. Raises BadCursor.
    """
    at, below = _moment_and_key(cursor, upto)
    return _page_of_moments(list(_newest_first(rows, moment, at, below, size)), size, moment)


class PreparedPages:
    """As `page_by_moment`, of the queryset that `build` makes of values by name: compiled once (`newsroom.prepared`)."""

    def __init__(self, build: Callable, *, moment: str = "published_at"):
        self._build, self._moment = build, moment
        self._of_size: dict[int, Prepared] = {}

    def __call__(self, *, cursor: str, size: int, upto: datetime, **values) -> Page:
        at, below = _moment_and_key(cursor, upto)
        rows = self._of_size.setdefault(size, Prepared(partial(self._rows, size)))
        return _page_of_moments(rows(at=at, below=below, **values), size, self._moment)

    def _rows(self, size: int, *, at: datetime, below: int | None, **values):
        return _newest_first(self._build(**values), self._moment, at, below, size)


def _moment_and_key(cursor: str, upto: datetime) -> tuple[datetime, int | None]:
    """From which moment backwards, and below which key at that moment itself; all of it without a cursor."""
    if not cursor:
        return upto, None
    at_text, key = decode_cursor(cursor, 2)
    try:
        at = datetime.fromisoformat(at_text)
        readable = at.tzinfo is not None and at.astimezone(UTC) <= upto
    except (ValueError, OverflowError) as error:  # a moment before the year 1 overflows
        raise BadCursor from error
    if not readable or not is_key(key):
        raise BadCursor
    return at.astimezone(UTC), int(key)


def _newest_first(rows, moment: str, at: datetime, below: int | None, size: int):
    """The rows of a page and one more."""
    rows = rows.filter(**{f"{moment}__lte": at})
    if below is not None:
        rows = rows.filter(Q(**{f"{moment}__lt": at}) | Q(pk__lt=below))
    return rows.order_by(f"-{moment}", "-pk")[: size + 1]


def _page_of_moments(found: list, size: int, moment: str) -> Page:
    return _page(found, size, lambda row: encode_cursor(getattr(row, moment), row.pk))


def page_by_pk(rows, *, cursor: str, size: int) -> Page:
    """One page of `rows` by ascending id, above the cursor. Raises BadCursor."""
    if cursor:
        (key,) = decode_cursor(cursor, 1)
        if not is_key(key):
            raise BadCursor
    return page_in_order(rows, ("pk",), cursor=cursor, size=size)


def page_in_order(rows, order: tuple[str, ...], *, cursor: str, size: int, with_all=None) -> Page:
    """One page of `rows` in `order`, after the cursor. Raises BadCursor.

    `order` names columns without nulls (a partial date that is not stated is an empty text), "-" before
    those that run backwards; the last is unique. `with_all` is a queryset that joins all that an entry
    prints: the page's rows are taken from it, so that none is joined that is only sorted.
    """
    if cursor:
        keys = decode_cursor(cursor, len(order))
        _refuse_what_no_column_holds(rows, order, keys)
        rows = rows.filter(_from_there_on(rows, order, keys))
    rows = rows.order_by(*order)[: size + 1]
    if with_all is not None:
        rows = with_all.filter(pk__in=rows.values("pk")).order_by(*order)
    return _page(list(rows), size, lambda row: encode_cursor(*(_key(row, name) for name in order)))


def comes_after(order: Sequence[str], keys: Sequence) -> Q:
    """Condition: a row stands after these keys in `order`."""
    condition, equal = Q(), Q()
    for name, key in zip(order, keys, strict=True):
        column = name.removeprefix("-")
        step = "lt" if name.startswith("-") else "gt"
        condition |= equal & Q(**{f"{column}__{step}": key})
        equal &= Q(**{column: key})
    return condition


class _RowAfter(Func):
    """`(a, b, c) > (1, 2, 3)`: the database walks an index of these columns from that place on."""

    output_field = BooleanField()

    def as_sql(self, compiler, connection, **_):
        compiled = [compiler.compile(expression) for expression in self.source_expressions]
        texts = [sql for sql, _ in compiled]
        half = len(texts) // 2
        sql = f"({', '.join(texts[:half])}) > ({', '.join(texts[half:])})"
        return sql, [value for _, values in compiled for value in values]


def _from_there_on(rows, order: Sequence[str], keys: Sequence[str]):
    """As `comes_after`, in one comparison where all columns run upwards."""
    if any(name.startswith("-") for name in order):
        return comes_after(order, keys)
    fields = [F(name).resolve_expression(rows.query.clone()).output_field for name in order]
    values = (
        Value(field.get_prep_value(field.to_python(key)), output_field=field)
        for field, key in zip(fields, keys, strict=True)
    )
    return _RowAfter(*(F(name) for name in order), *values)


def _refuse_what_no_column_holds(rows, order: Sequence[str], keys: Sequence[str]) -> None:
    for name, key in zip(order, keys, strict=True):
        if "\x00" in key:  # PostgreSQL has no such text
            raise BadCursor
        try:
            rows.filter(**{name.removeprefix("-"): key})
        except (ValueError, ValidationError) as error:
            raise BadCursor from error


def _key(row, name: str):
    value = row
    for part in name.removeprefix("-").split("__"):
        value = getattr(value, part)
    if isinstance(value, PartialDate):
        return value.iso()
    return "" if value is None else value


def _page(found: list, size: int, cursor_of) -> Page:
    rows = found[:size]
    return Page(rows, cursor_of(rows[-1]) if len(found) > size else "")
