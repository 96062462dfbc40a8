"""Many rows at once: long lists in parts, and columns of many rows written by one statement."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from django.db import connection

T = TypeVar("T")
SIZE = 1000  # databases take only so many values in one statement


def in_batches(items: Iterable[T], size: int = SIZE) -> Iterator[list[T]]:
    """The items in their order, at most `size` at a time."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def store_columns(model, rows: Mapping[int, dict]) -> None:
    """Write each row, by its key, its own values of the same columns: `update()` of many rows at the price of few."""
    if not rows:
        return
    quoted = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in next(iter(rows.values()))]
    columns = ", ".join(f"{quoted(field.column)} = %s" for field in fields)
    table, key = quoted(model._meta.db_table), quoted(model._meta.pk.column)
    sql = f"UPDATE {table} SET {columns} WHERE {key} = %s"  # noqa: S608  names of our own
    values = [
        [*(field.get_db_prep_save(row[field.name], connection) for field in fields), pk]
        for pk, row in rows.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)
