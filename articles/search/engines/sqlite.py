"""SQLite: FTS5 tables over the entries, which `sqlite_tables` makes."""

import json
from collections.abc import Iterable, Sequence

from django.db import connection

from articles.search.engines.base import (
    ENTRIES,
    STORY_OF_ENTRY,
    Engine,
    Found,
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

    def _statement(self, searches: Sequence[Search], scope: Scope) -> tuple[str, list]:
        """Stage upon stage, each adds to the one row of the stage before what one search finds, as JSON.

        SQLite puts a copy of a common table wherever it is named, with copies of all that this one names: searches
        that look within each other's rows would be compiled thousands of times. Here each is named once.
        """
        stages, params = ["stage0 AS MATERIALIZED (SELECT 1 AS one)"], []
        oldest: dict[Window, str] = {}

        def add(columns: str, columns_params: Sequence = ()) -> None:
            earlier = f"stage{len(stages) - 1} AS earlier"
            stages.append(f"stage{len(stages)} AS MATERIALIZED (SELECT earlier.*, {columns} FROM {earlier})")
            params.extend(columns_params)

        for number, search in enumerate(searches):
            is_needed, is_full = _is_needed(search), _is_full(search, searches)
            if window := self._window(search, scope):
                sql, sql_params = self._oldest(window, scope)
                known, column = oldest.get(window, "NULL"), f"{window.name}_{number}"
                begins = (
                    f"CASE WHEN {known} IS NULL AND {is_needed} AND {is_full} THEN ({sql}) ELSE {known} END"
                )
                add(f"{begins} AS {column}", sql_params)
                oldest[window] = f"earlier.{column}"
            first = oldest[window] if window else str(int(scope.first))
            sql, sql_params = self._newest(search, scope, first, is_needed, is_full)
            add(f"(SELECT json_group_array(json_array(id, article)) FROM ({sql})) AS s{number}", sql_params)
            # What is asked of every row that a later search walks past.
            found = f"FROM ({_rows(f'earlier.s{number}')})"
            add(
                f"json_array_length(earlier.s{number}) AS count{number},"
                f" (SELECT min(id) {found}) AS first{number}, (SELECT max(id) {found}) AS last{number}"
            )
        columns = ", ".join(f"s{number}" for number in range(len(searches)))
        return f"WITH {', '.join(stages)} SELECT {columns} FROM stage{len(stages) - 1}", params

    def _found(self, rows: list[tuple]) -> Iterable[Found]:
        for number, found in enumerate(*rows):
            for entry, article in json.loads(found):
                yield Found(number, entry, article)

    def _oldest(self, window: Window, scope: Scope) -> tuple[str, list]:
        """A query of the id at which the window begins."""
        table = _tables(window.place).folded
        sql = (
            f"SELECT coalesce((SELECT rowid FROM {table}"
            f" WHERE {table} MATCH %s AND rowid BETWEEN %s AND %s"
            f" ORDER BY rowid DESC LIMIT 1 OFFSET {int(window.number) - 1}), %s)"
        )
        return sql, [_match(scope.common, window.place, scope), scope.first, scope.last, scope.first]

    def _newest(
        self, search: Search, scope: Scope, first: str, is_needed: str, is_full: str
    ) -> tuple[str, list]:
        """A query of the ids and stories that the search finds, newest first, and its parameters.

        It walks from `first` on, or from the oldest to the newest of what it looks within. Finding where the words
        stand costs something each time: of a few rows each is asked instead.
        """
        table, sought = _table(search), _match(search.expression, search.place, scope)
        last, are_few = str(int(scope.last)), "FALSE"
        if search.within is not None:
            first = f"CASE WHEN {is_full} THEN {first} ELSE earlier.first{search.within} END"
            last = f"CASE WHEN {is_full} THEN {last} ELSE earlier.last{search.within} END"
            are_few = f"NOT ({is_full}) AND earlier.count{search.within} <= {_FEW}"
        walks = f"{is_needed} AND NOT ({are_few})"
        hits, params = _hits(search, scope, walks, first, last)
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        # CROSS JOIN keeps the hits outside, in their order: the limit ends it as soon as there are enough.
        sql = (
            f"SELECT hits.id AS id, {ENTRIES}.article_id AS article FROM ({hits}) AS hits"
            f" CROSS JOIN {ENTRIES} ON {ENTRIES}.id = hits.id"
            f" WHERE EXISTS ({allowed}) LIMIT {int(search.limit)}"
        )
        params += allowed_params
        if search.within is not None:
            sql = (
                f"SELECT * FROM ({sql}) UNION ALL"
                f" SELECT id, article FROM ({_rows(f'earlier.s{search.within}')}) AS wider WHERE {is_needed} AND {are_few}"
                f" AND EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH %s AND rowid = wider.id)"
            )
            params.append(sought)
        return sql, params

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


def _hits(search: Search, scope: Scope, walks: str, first: str, last: str) -> tuple[str, list]:
    """A query of the ids between `first` and `last` with what is sought and without what is left out, newest first.

    Where the condition `walks` does not hold, it finds nothing and costs nothing. All three are SQL.
    """
    table = _table(search)
    # As plain conditions they would be asked of each row, once the phrase has been looked for everywhere.
    within = f"rowid BETWEEN CASE WHEN {walks} THEN {first} ELSE {_BEYOND} END AND {last}"
    hits = (
        f"SELECT rowid AS id FROM {table}"
        f" WHERE {within} AND {table} MATCH CASE WHEN {walks} THEN %s ELSE '{_NOTHING}' END"
    )
    params = [_match(search.expression, search.place, scope)]
    left_out = []
    for phrase, exact in scope.excluded:
        other = WHOLE.of_key(exact)
        bounds = "rowid BETWEEN %s AND %s" if search.looks_through is None else within
        left_out.append(f"SELECT rowid FROM {other} WHERE {bounds} AND {other} MATCH %s")
        params += [scope.first, scope.last] if search.looks_through is None else []
        params.append(_in_columns(phrase, Place.ANYWHERE))
    if search.looks_through is None:
        hits += "".join(f" AND rowid NOT IN ({sql})" for sql in left_out)
        hits += " ORDER BY rowid DESC LIMIT -1"
    else:
        # Going back in time, FTS5 does not stop at the first row, only at a match beyond it: words that
        # match nowhere would be looked for in the whole index. Going forward it begins at that row.
        hits += "".join(f" EXCEPT {sql}" for sql in left_out)
        hits = f"SELECT id FROM ({hits}) ORDER BY id + 0 DESC LIMIT -1"
    return hits, params


def _is_needed(search: Search) -> str:
    """SQL: whether no search that ranks before it has found enough."""
    enough = (f"earlier.count{other} < {int(rows)}" for other, rows in search.unless)
    return " AND ".join(enough) or "TRUE"


def _is_full(search: Search, searches: Sequence[Search]) -> str:
    """SQL: whether there may be more than the search looks within."""
    if search.within is None:
        return "TRUE"
    return f"earlier.count{search.within} >= {int(searches[search.within].limit)}"


def _rows(found: str) -> str:
    """A query of the ids and stories in the JSON of a search."""
    return (
        f"SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS article"
        f" FROM json_each({found})"
    )


def _tables(place: Place) -> Tables:
    return WHOLE if place == Place.ANYWHERE else HEADS


def _table(search: Search) -> str:
    return _tables(search.place).of_key(search.exact)


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
