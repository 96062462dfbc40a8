"""What an engine is asked, and the one query that asks it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models import SearchEntry
from articles.search.ladder import Expression, Phrase

ENTRIES = SearchEntry._meta.db_table
# How many of the newest stories with all the words of a question are looked through for the rest of
# it: what keeps the commonest words from reading the whole index.
LOOKED_THROUGH = 10_000


class Place(Enum):
    """Which parts of a story an expression is looked for in."""

    TITLE = ("title",)
    HEAD = ("title", "standfirst")
    ANYWHERE = ("title", "standfirst", "beside", "body")


@dataclass(frozen=True)
class Search:
    """The newest stories that have the expression in the place; `exact` says under which key it is."""

    expression: Expression
    exact: bool
    place: Place = Place.ANYWHERE
    limit: int = 200
    bounded: bool = True  # looks only through the newest stories that have what is common


@dataclass(frozen=True)
class Scope:
    """What holds for all searches of one question.

    `stories` are those that may be found; `common` is what every good answer has, under the folded
    key; ids of entries bound the time.
    """

    stories: QuerySet
    first: int
    last: int
    common: Expression
    facets: tuple[str, ...] = ()
    excluded: tuple[tuple[Phrase, bool], ...] = field(default=())  # with whether it is under the exact key


class Found(NamedTuple):
    """One story found by the search of that number in the list."""

    search: int
    entry: int
    article: int


class Engine(ABC):
    """Searches in the index of one kind of database."""

    def find(self, searches: Sequence[Search], scope: Scope) -> list[Found]:
        """What each search finds, newest first; one query, none without searches."""
        if not searches:
            return []
        head, params = self._head(scope)
        allowed, allowed_params = _allowed(scope.stories)
        arms = []
        for number, search in enumerate(searches):
            source, clause, own_params = self._matching(search, scope)
            arms.append(
                f"SELECT * FROM (SELECT {number} AS search, {ENTRIES}.id, {ENTRIES}.article_id FROM {source}"
                f" WHERE {clause} AND EXISTS ({allowed}) ORDER BY 2 DESC LIMIT {int(search.limit)}) AS s{number}"
            )
            params += [*own_params, *allowed_params]
        with connection.cursor() as cursor:
            cursor.execute(head + " UNION ALL ".join(arms), params)
            rows = [Found(*row) for row in cursor.fetchall()]
        return sorted(rows, key=lambda row: (row.search, -row.entry))

    @abstractmethod
    def _head(self, scope: Scope) -> tuple[str, list]:
        """The WITH that begins the query, and its parameters."""

    @abstractmethod
    def _matching(self, search: Search, scope: Scope) -> tuple[str, str, list]:
        """Tables, condition and parameters of one search."""

    @abstractmethod
    def clear(self) -> None:
        """Forget every entry, quickly and whatever state the index is in."""

    @abstractmethod
    def optimise(self) -> None:
        """Put in order what many changes have left."""


def _allowed(stories: QuerySet) -> tuple[str, tuple]:
    """SQL: the story of the entry at hand is one of these."""
    of_entry = stories.filter(pk=RawSQL(f"{ENTRIES}.article_id", ()))
    return of_entry.order_by().values("pk").query.sql_with_params()
