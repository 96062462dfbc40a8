"""What an engine is asked, and the one query that asks it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Article, SearchEntry
from articles.search.ladder import Expression, Phrase
from newsroom.prepared import Prepared

ENTRIES = SearchEntry._meta.db_table
# How many of the newest stories with all the words of a question are looked through for the rest of
# it: what keeps the commonest words from reading the whole index.
LOOKED_THROUGH = 5_000


class Place(Enum):
    """Which parts of a story an expression is looked for in."""

    TITLE = ("title",)
    HEAD = ("title", "standfirst")
    ANYWHERE = ("title", "standfirst", "beside", "body")


@dataclass(frozen=True)
class Search:
    """The newest stories that have the expression in the place; `exact` says under which key it is.

    `within` is the place in the list, further up, of a search that finds whatever this one can find: where
    it has found fewer than its limit, this one looks at those alone.
    """

    expression: Expression
    exact: bool
    place: Place = Place.ANYWHERE
    limit: int = 200
    within: int | None = None
    bounded: bool = True  # looks only through the newest stories that have what is common


@dataclass(frozen=True)
class Scope:
    """What holds for all searches of one question.

    Stories are found that readers may see at `now`; `common` is what every good answer has, under the
    folded key; ids of entries bound the time.
    """

    now: datetime
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

    _allowed: Prepared  # has a row where readers may see the story of the entry at hand

    def find(self, searches: Sequence[Search], scope: Scope) -> list[Found]:
        """What each search finds, newest first; one query, none without searches."""
        if not searches:
            return []
        head, params = self._head(scope)
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        arms = []
        for number, search in enumerate(searches):
            first = "(SELECT id FROM bound)" if search.bounded else "%s"
            condition, rest, rest_params = "", "", []
            if search.within is not None:
                wider = f"s{search.within}"
                condition = f"(SELECT count(*) FROM {wider}) >= {int(searches[search.within].limit)}"
                joined, again, rest_params = self._matching_again(search, scope, wider)
                rest = f" UNION ALL SELECT {wider}.id, {wider}.article FROM {joined} WHERE NOT ({condition}) AND {again}"
            key, source, clause, own_params = self._matching(search, scope, condition)
            arms.append(
                f"s{number} (id, article) AS MATERIALIZED ("
                f"SELECT * FROM (SELECT {key}, {ENTRIES}.article_id FROM {source}"
                f" WHERE {key} BETWEEN {first} AND %s"
                f" AND {clause} AND EXISTS ({allowed}) ORDER BY {key} DESC LIMIT {int(search.limit)}) AS newest{rest})"
            )
            bounds = [scope.last] if search.bounded else [scope.first, scope.last]
            params += [*bounds, *own_params, *allowed_params, *rest_params]
        found = " UNION ALL ".join(
            f"SELECT {number}, id, article FROM s{number}" for number in range(len(searches))
        )
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {', '.join([head, *arms])} {found}", params)
            rows = [Found(*row) for row in cursor.fetchall()]
        return sorted(rows, key=lambda row: (row.search, -row.entry))

    @abstractmethod
    def _head(self, scope: Scope) -> tuple[str, list]:
        """The table `bound`, whose one `id` is the oldest that is looked through, and its parameters."""

    @abstractmethod
    def _matching(self, search: Search, scope: Scope, condition: str) -> tuple[str, str, str, list]:
        """The column that has the id and the order, tables, clause and parameters of one search.

        Where the `condition` in SQL, if there is one, does not hold, it finds nothing and costs nothing.
        """

    @abstractmethod
    def _matching_again(self, search: Search, scope: Scope, wider: str) -> tuple[str, str, list]:
        """Tables, condition and parameters of the search among the rows of the table `wider`."""

    @abstractmethod
    def clear(self) -> None:
        """Forget every entry, quickly and whatever state the index is in."""

    @abstractmethod
    def optimise(self) -> None:
        """Put in order what many changes have left."""


STORY_OF_ENTRY = RawSQL(f"{ENTRIES}.article_id", ())


def public_stories(now: datetime) -> QuerySet:
    return Article.objects.published(now).order_by().values("pk")
