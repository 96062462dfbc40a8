"""The first rows of several querysets in one query.

SQLite allows no LIMIT inside a UNION, and an OR over several subqueries makes PostgreSQL read the
whole table: so each part is a subquery of its own, and every one is served by its index.
"""

from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models.expressions import RawSQL


def keys_of(parts: Iterable) -> RawSQL:
    """For `pk__in`: what querysets of one column hold. At least one of them must be able to match."""
    return RawSQL(*_union(parts))  # noqa: S611  compiled by Django, with its parameters apart


def rows_of(parts: Iterable) -> list[tuple]:
    """The rows of querysets of the same columns, as tuples."""
    sql, params = _union(parts)
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _union(parts: Iterable) -> tuple[str, list]:
    pieces, params = [], []
    for part in parts:
        try:
            sql, values = part.query.sql_with_params()
        except EmptyResultSet:
            continue
        pieces.append(f"SELECT * FROM ({sql}) AS part{len(pieces)}")  # noqa: S608  compiled by Django
        params += values
    return " UNION ALL ".join(pieces), params
