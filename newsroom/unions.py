"""The first rows of several querysets in one query.

SQLite allows no LIMIT inside a UNION, and an OR over several subqueries makes PostgreSQL read the
whole table: so each part is a subquery of its own, and every one is served by its index.
"""

from collections.abc import Iterable

from django.core.exceptions import EmptyResultSet
from django.db.models.expressions import RawSQL


def keys_of(parts: Iterable) -> RawSQL:
    """For `pk__in`: what querysets of one column hold. At least one of them must be able to match."""
    pieces, params = [], []
    for part in parts:
        try:
            sql, values = part.query.sql_with_params()
        except EmptyResultSet:
            continue
        pieces.append(f"SELECT * FROM ({sql}) AS part{len(pieces)}")  # noqa: S608  compiled by Django
        params += values
    return RawSQL(" UNION ALL ".join(pieces), params)  # noqa: S611  with its parameters apart
