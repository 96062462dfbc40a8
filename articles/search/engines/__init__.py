"""The databases that search stands on. Both answer the same questions with the same stories."""

from django.db import connection

from articles.search.engines.base import Engine, Found, Place, Scope, Search
from articles.search.engines.postgresql import PostgreSQL
from articles.search.engines.sqlite import SQLite

__all__ = ["Engine", "Found", "Place", "Scope", "Search", "engine"]

_ENGINES = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def engine() -> Engine:
    """The engine of the database in use."""
    return _ENGINES[connection.vendor]
