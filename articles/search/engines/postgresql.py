"""PostgreSQL: two generated text vectors beside each entry, one for each key, with GIN indexes."""

from django.db import connection

from articles.search.engines.base import (
    ENTRIES,
    STORY_OF_ENTRY,
    Engine,
    Place,
    Scope,
    Search,
    first_id,
    public_stories,
)
from articles.search.ladder import Every, Expression, Phrase
from newsroom.prepared import Prepared
from newsroom.vietnamese import fold

_WEIGHTS = {Place.TITLE: ":A", Place.HEAD: ":AB", Place.ANYWHERE: ""}
_WEIGHT_OF = {"title": "A", "standfirst": "B", "beside": "C", "body": "D"}
# Stands between two parts so that no phrase runs from one into the next; no word is like it.
_GAP = "'''='':1'::tsvector"


class PostgreSQL(Engine):
    _allowed = Prepared(lambda *, now: public_stories(now).filter(pk=STORY_OF_ENTRY))

    def _bound(self, number: int, scope: Scope) -> tuple[str, list]:
        sql = (
            f"SELECT coalesce((SELECT id FROM {ENTRIES}"
            f" WHERE folded_vector @@ %s::tsquery AND id BETWEEN %s AND %s"
            f" ORDER BY id DESC LIMIT 1 OFFSET {int(number) - 1}), %s)"
        )
        return sql, [_match(scope.common, Place.ANYWHERE, scope), scope.first, scope.last, scope.first]

    def _newest(self, search: Search, scope: Scope, condition: str) -> tuple[str, list]:
        first, params = first_id(search, scope)
        clause = f"{condition} AND " if condition else ""
        clause += f"{ENTRIES}.id BETWEEN {first} AND %s AND {_vector(search.exact)} @@ %s::tsquery"
        params = [*params, scope.last, _match(search.expression, search.place, scope)]
        for phrase, exact in scope.excluded:
            clause += f" AND NOT {_vector(exact)} @@ %s::tsquery"
            params.append(_tsquery(phrase, ""))
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        return (
            f"SELECT {ENTRIES}.id, {ENTRIES}.article_id FROM {ENTRIES} WHERE {clause} AND EXISTS ({allowed})"
            f" ORDER BY {ENTRIES}.id DESC LIMIT {int(search.limit)}"
        ), [*params, *allowed_params]

    def _matching_again(self, search: Search, scope: Scope, wider: str) -> tuple[str, str, list]:
        joined = f"{wider} JOIN {ENTRIES} ON {ENTRIES}.id = {wider}.id"
        clause = f"{_vector(search.exact)} @@ %s::tsquery"
        return joined, clause, [_match(search.expression, search.place, scope)]

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {ENTRIES}")

    def optimise(self) -> None:
        """The database does it by itself; fresh statistics let it choose well at once."""
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {ENTRIES}")


def put_up() -> list[str]:
    """Statements that add the vectors and their indexes.

    `translate` folds by a table of letters made of our own `fold`, so no extension is needed.
    """
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    table = [(letter, fold(letter)) for letter in letters if letter.islower()]
    table = [pair for pair in table if len(pair[1]) == 1 and pair[0] != pair[1]]
    marked, bare = ("".join(column) for column in zip(*table, strict=True))
    columns = {
        "exact_vector": "{}",
        "folded_vector": f"translate({{}}, '{marked}', '{bare}')",
    }
    statements = []
    for name, key in columns.items():
        parts = [
            f"setweight(to_tsvector('simple', {key.format(column)}), '{weight}')"
            for column, weight in _WEIGHT_OF.items()
        ]
        vector = f" || {_GAP} || ".join(parts)
        vector += " || array_to_tsvector(string_to_array(facets, ' '))"
        statements += [
            f"ALTER TABLE {ENTRIES} ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({vector}) STORED",
            f"CREATE INDEX articles_search_{name} ON {ENTRIES} USING gin ({name})",
        ]
    return statements


def take_down() -> list[str]:
    """Statements that undo `put_up`; the indexes go with their columns."""
    return [f"ALTER TABLE {ENTRIES} DROP COLUMN {name}" for name in ("exact_vector", "folded_vector")]


def _vector(exact: bool) -> str:
    return f"{ENTRIES}.{'exact' if exact else 'folded'}_vector"


def _match(expression: Expression, place: Place, scope: Scope) -> str:
    sought = _tsquery(expression, _WEIGHTS[place])
    return " & ".join([sought, *(f"'{facet}'" for facet in scope.facets)])


def _tsquery(expression: Expression, weights: str) -> str:
    """Words hold letters and digits only, so quoting them is enough."""
    if isinstance(expression, Phrase):
        return _adjacent([f"'{word}'{weights}" for word in expression.words])
    operator = " & " if isinstance(expression, Every) else " | "
    return f"({operator.join(_tsquery(part, weights) for part in expression.parts)})"


def _adjacent(lexemes: list[str]) -> str:
    return f"({' <-> '.join(lexemes)})"
