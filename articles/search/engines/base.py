"""What an engine is asked, and the one query that asks it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
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

    `unless` are (place in the list, further up; number of stories): where that search has found so many, this one
    is not needed and finds nothing.

    `looks_through` says how many of the newest stories with what is common are looked at; None for all. It
    keeps the commonest words from reading the whole index.
    """

    expression: Expression
    exact: bool
    place: Place = Place.ANYWHERE
    limit: int = 200
    within: int | None = None
    unless: tuple[tuple[int, int], ...] = ()
    looks_through: int | None = None


class Window(NamedTuple):
    """So many newest stories that have in the place what is common."""

    place: Place
    number: int

    @property
    def name(self) -> str:
        """By which other parts of the statement know it."""
        return f"newest_{self.place.name.lower()}_{self.number}"


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
        with connection.cursor() as cursor:
            cursor.execute(*self._statement(searches, scope))
            found = self._found(cursor.fetchall())
        return sorted(found, key=lambda row: (row.search, -row.entry))

    @abstractmethod
    def _statement(self, searches: Sequence[Search], scope: Scope) -> tuple[str, list]:
        """The query of all searches, and its parameters."""

    @abstractmethod
    def _found(self, rows: list[tuple]) -> Iterable[Found]:
        """What the rows of the query say."""

    def _window(self, search: Search, scope: Scope) -> Window | None:
        """What the search is held to. What is left out can only be looked for among stories with the words anywhere."""
        if search.looks_through is None:
            return None
        in_head = search.place != Place.ANYWHERE and not scope.excluded
        return Window(Place.HEAD if in_head else Place.ANYWHERE, search.looks_through)

    @abstractmethod
    def text(self, expression: Expression) -> str:
        """The expression in the language of the database, wherever in a story it may stand."""

    @abstractmethod
    def having(self, text: str, exact: bool, first: str, scope: Scope) -> tuple[str, list]:
        """A query with a row for each entry that has what `text` says, and its parameters.

        The ids of these entries begin at `first` and end with the scope; `text` and `first` are SQL.
        """

    @abstractmethod
    def clear(self) -> None:
        """Forget every entry, quickly and whatever state the index is in."""

    @abstractmethod
    def optimise(self) -> None:
        """Put in order what many changes have left."""


STORY_OF_ENTRY = RawSQL(f"{ENTRIES}.article_id", ())


def public_stories(now: datetime) -> QuerySet:
    return Article.objects.published(now).order_by().values("pk")
