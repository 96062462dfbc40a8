"""SQLite: two FTS5 tables over the entries, one for each key, kept by triggers."""

from django.db import connection

from articles.search.engines.base import (
    ENTRIES,
    STORY_OF_ENTRY,
    Engine,
    Place,
    Scope,
    Search,
    public_stories,
)
from articles.search.ladder import Every, Expression, Phrase
from newsroom.prepared import Prepared

EXACT, FOLDED = "articles_search_exact", "articles_search_folded"
COLUMNS = ("title", "standfirst", "beside", "body", "facets")
_FEW = 30
_NOTHING = '""'
_TRIGGERS = ("articles_search_added", "articles_search_removed", "articles_search_changed")


class SQLite(Engine):
    # Asked for as a range, the key alone is not enough for SQLite, and it takes the index `articles_for_sitemaps`,
    # which has all that is asked for: the row itself has that behind its body.
    _allowed = Prepared(
        lambda *, now: public_stories(now).filter(pk__gte=STORY_OF_ENTRY, pk__lte=STORY_OF_ENTRY)
    )

    def _looked_through(self, number: int, scope: Scope) -> tuple[str, list]:
        """The id of the oldest of them."""
        sql = (
            f"SELECT coalesce((SELECT rowid FROM {FOLDED}"
            f" WHERE {FOLDED} MATCH %s AND rowid BETWEEN %s AND %s"
            f" ORDER BY rowid DESC LIMIT 1 OFFSET {int(number) - 1}), %s) AS id"
        )
        return sql, [_match(scope.common, Place.ANYWHERE, scope), scope.first, scope.last, scope.first]

    def _newest(self, search: Search, scope: Scope, condition: str) -> tuple[str, list]:
        table = _table(search.exact)
        if search.looks_through:
            first, params = f"(SELECT id FROM newest{int(search.looks_through)})", [scope.last]
        else:
            first, params = "%s", [scope.first, scope.last]
        within = f"rowid BETWEEN {first} AND %s"
        # As a plain condition it would be asked of each row, once the phrase has been looked for everywhere.
        sought = f"CASE WHEN {condition} THEN %s ELSE '{_NOTHING}' END" if condition else "%s"
        hits = f"SELECT rowid AS id FROM {table} WHERE {within} AND {table} MATCH {sought}"
        found_params = [*params, _match(search.expression, search.place, scope)]
        for phrase, exact in scope.excluded:
            other = _table(exact)
            hits += f" AND rowid NOT IN (SELECT rowid FROM {other} WHERE {within} AND {other} MATCH %s)"
            found_params += [*params, _in_columns(phrase, Place.ANYWHERE)]
        if search.looks_through and condition:
            # Going back in time, FTS5 does not stop at the first row, only at a match beyond it: words that
            # match nowhere would be looked for in the whole index. Going forward it begins at that row.
            hits += f" ORDER BY rowid + 0 DESC LIMIT {int(search.looks_through)}"
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
        table, sought = _table(search.exact), _match(search.expression, search.place, scope)
        # Finding where the words stand costs something each time: a few rows are asked one by one, more in one walk.
        one_by_one = f"EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH %s AND rowid = {wider}.id)"
        between = f"rowid BETWEEN (SELECT min(id) FROM {wider}) AND (SELECT max(id) FROM {wider})"
        in_one_walk = f"{wider}.id IN (SELECT rowid FROM {table} WHERE {table} MATCH %s AND {between})"
        are_few = f"(SELECT count(*) FROM {wider}) <= {_FEW}"
        clause = f"CASE WHEN {are_few} THEN {one_by_one} ELSE {in_one_walk} END"
        return wider, clause, [sought, sought]

    def clear(self) -> None:
        with connection.cursor() as cursor:
            for trigger in _TRIGGERS:
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            cursor.execute(f"DELETE FROM {ENTRIES}")
            for table in (EXACT, FOLDED):
                cursor.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in put_up():
                cursor.execute(statement)

    def optimise(self) -> None:
        with connection.cursor() as cursor:
            for table in (EXACT, FOLDED):
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def put_up() -> list[str]:
    """Statements that make the full-text tables, and the triggers that keep them.

    The texts of an entry are under the exact key already. The folded table folds them by its
    tokenizer, which does everything but đ. They are not rebuilt by FTS5's own command, which would
    read texts with đ.
    """
    columns = ", ".join(COLUMNS)
    folded_new = ", ".join(f"replace(new.{name}, 'đ', 'd')" for name in COLUMNS)
    folded_old = ", ".join(f"replace(old.{name}, 'đ', 'd')" for name in COLUMNS)
    exact_new = ", ".join(f"new.{name}" for name in COLUMNS)
    exact_old = ", ".join(f"old.{name}" for name in COLUMNS)
    add = (
        f"INSERT INTO {EXACT} (rowid, {columns}) VALUES (new.id, {exact_new});"
        f" INSERT INTO {FOLDED} (rowid, {columns}) VALUES (new.id, {folded_new});"
    )
    take_out = (
        f"INSERT INTO {EXACT} ({EXACT}, rowid, {columns}) VALUES ('delete', old.id, {exact_old});"
        f" INSERT INTO {FOLDED} ({FOLDED}, rowid, {columns}) VALUES ('delete', old.id, {folded_old});"
    )
    added, removed, changed = _TRIGGERS
    return [
        *(
            f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='{ENTRIES}', content_rowid='id',"
            f" tokenize='unicode61 remove_diacritics {mode}')"
            for table, mode in ((EXACT, 0), (FOLDED, 2))
        ),
        f"CREATE TRIGGER {added} AFTER INSERT ON {ENTRIES} BEGIN {add} END",
        f"CREATE TRIGGER {removed} AFTER DELETE ON {ENTRIES} BEGIN {take_out} END",
        f"CREATE TRIGGER {changed} AFTER UPDATE ON {ENTRIES} BEGIN {take_out} {add} END",
    ]


def take_down() -> list[str]:
    """Statements that undo `put_up`; the triggers go with the table of entries."""
    return [f"DROP TRIGGER {trigger}" for trigger in _TRIGGERS] + [
        f"DROP TABLE {table}" for table in (EXACT, FOLDED)
    ]


def _table(exact: bool) -> str:
    return EXACT if exact else FOLDED


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
