"""SQLite: FTS5 tables over the entries, which `sqlite_tables` makes."""

from django.db import connection

from articles.search.engines.base import (
    ENTRIES,
    STORY_OF_ENTRY,
    Engine,
    Place,
    Scope,
    Search,
    Window,
    public_stories,
)
from articles.search.engines.sqlite_tables import HEADS, WHOLE, Tables
from articles.search.ladder import Every, Expression, Phrase
from newsroom.prepared import Prepared

_FEW = 30
_NOTHING = '""'
_BEYOND = 2**63 - 1  # no entry has this id


class SQLite(Engine):
    # Asked for as a range, the key alone is not enough for SQLite, and it takes the index `articles_for_sitemaps`,
    # which has all that is asked for: the row itself has that behind its body.
    _allowed = Prepared(
        lambda *, now: public_stories(now).filter(pk__gte=STORY_OF_ENTRY, pk__lte=STORY_OF_ENTRY)
    )

    def _looked_through(self, window: Window, scope: Scope) -> tuple[str, list]:
        """The id of the oldest of them."""
        table = _tables(window.place).folded
        sql = (
            f"SELECT coalesce((SELECT rowid FROM {table}"
            f" WHERE {table} MATCH %s AND rowid BETWEEN %s AND %s"
            f" ORDER BY rowid DESC LIMIT 1 OFFSET {int(window.number) - 1}), %s) AS id"
        )
        return sql, [_match(scope.common, window.place, scope), scope.first, scope.last, scope.first]

    def _newest(self, search: Search, scope: Scope, condition: str) -> tuple[str, list]:
        table = _tables(search.place).of_key(search.exact)
        if window := self._window(search, scope):
            first, params = f"(SELECT id FROM {window.name})", [scope.last]
        else:
            first, params = "%s", [scope.first, scope.last]
        sought = "%s"
        if condition:
            # As a plain condition it would be asked of each row, once the phrase has been looked for everywhere.
            sought = f"CASE WHEN {condition} THEN %s ELSE '{_NOTHING}' END"
            first = f"CASE WHEN {condition} THEN {first} ELSE {_BEYOND} END"
        within = f"rowid BETWEEN {first} AND %s"
        hits = f"SELECT rowid AS id FROM {table} WHERE {within} AND {table} MATCH {sought}"
        found_params = [*params, _match(search.expression, search.place, scope)]
        for phrase, exact in scope.excluded:
            other = WHOLE.of_key(exact)
            hits += f" AND rowid NOT IN (SELECT rowid FROM {other} WHERE {within} AND {other} MATCH %s)"
            found_params += [*params, _in_columns(phrase, Place.ANYWHERE)]
        if window and condition:
            # Going back in time, FTS5 does not stop at the first row, only at a match beyond it: words that
            # match nowhere would be looked for in the whole index. Going forward it begins at that row.
            hits += f" ORDER BY rowid + 0 DESC LIMIT {int(window.number)}"
        else:
            hits += " ORDER BY rowid DESC LIMIT -1"
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        # CROSS JOIN keeps the hits outside, in their order: the limit ends it as soon as there are enough.
        return (
            f"SELECT hits.id, {ENTRIES}.article_id FROM ({hits}) AS hits"
            f" CROSS JOIN {ENTRIES} ON {ENTRIES}.id = hits.id"
            f" WHERE EXISTS ({allowed}) LIMIT {int(search.limit)}"
        ), [*found_params, *allowed_params]

    def _matching_again(self, search: Search, scope: Scope, wider: str) -> tuple[str, str, list]:
        table = _tables(search.place).of_key(search.exact)
        sought = _match(search.expression, search.place, scope)
        # Finding where the words stand costs something each time: a few rows are asked one by one, more in one walk.
        one_by_one = f"EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH %s AND rowid = {wider}.id)"
        between = f"rowid BETWEEN (SELECT min(id) FROM {wider}) AND (SELECT max(id) FROM {wider})"
        in_one_walk = f"{wider}.id IN (SELECT rowid FROM {table} WHERE {table} MATCH %s AND {between})"
        are_few = f"(SELECT count(*) FROM {wider}) <= {_FEW}"
        clause = f"CASE WHEN {are_few} THEN {one_by_one} ELSE {in_one_walk} END"
        return wider, clause, [sought, sought]

    def text(self, expression: Expression) -> str:
        return _in_columns(expression, Place.ANYWHERE)

    def having(self, text: str, exact: bool, first: str, scope: Scope) -> tuple[str, list]:
        table = WHOLE.of_key(exact)
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        return (
            f"SELECT 1 FROM {table} CROSS JOIN {ENTRIES} ON {ENTRIES}.id = {table}.rowid"
            f" WHERE {table} MATCH ({text}) AND {table}.rowid BETWEEN {first} AND %s AND EXISTS ({allowed})"
        ), [scope.last, *allowed_params]

    def clear(self) -> None:
        with connection.cursor() as cursor:
            for tables in (WHOLE, HEADS):
                for statement in tables.take_down():
                    cursor.execute(statement)
            cursor.execute(f"DELETE FROM {ENTRIES}")
            for tables in (WHOLE, HEADS):
                for statement in tables.put_up():
                    cursor.execute(statement)

    def optimise(self) -> None:
        with connection.cursor() as cursor:
            for table in (WHOLE.exact, WHOLE.folded, HEADS.exact, HEADS.folded):
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def put_up() -> list[str]:
    """Statements that make the tables of all words."""
    return WHOLE.put_up()


def take_down() -> list[str]:
    """Statements that undo `put_up`."""
    return WHOLE.take_down()


def _tables(place: Place) -> Tables:
    return WHOLE if place == Place.ANYWHERE else HEADS


def _match(expression: Expression, place: Place, scope: Scope) -> str:
    """The expression in the language of FTS5, within the facets."""
    facets = " AND ".join(f'"{facet.removeprefix("=")}"' for facet in scope.facets)
    sought = _in_columns(expression, place)
    return f"{sought} AND {{facets}} : ({facets})" if facets else sought


def _in_columns(expression: Expression, place: Place) -> str:
    return f"{{{' '.join(place.value)}}} : ({_fts5(expression)})"


def _fts5(expression: Expression) -> str:
    """Words hold letters and digits only, so quoting them is enough."""
    if isinstance(expression, Phrase):
        return f'"{" ".join(expression.words)}"'
    operator = " AND " if isinstance(expression, Every) else " OR "
    return f"({operator.join(map(_fts5, expression.parts))})"
