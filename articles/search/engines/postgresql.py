"""PostgreSQL: generated text vectors beside each entry, for each key one of all its words, with a GIN index.

Such a vector lies outside of its row, and fetching it is what a search spends its time on. Another one for each key has
only the words of title and standfirst, stays within the row, and has an index too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

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
from articles.search.ladder import Every, Expression, Phrase
from newsroom.prepared import Prepared
from newsroom.vietnamese import fold

_WEIGHTS = {Place.TITLE: ":A", Place.HEAD: ":AB", Place.ANYWHERE: ""}
_WEIGHT_OF = {"title": "A", "standfirst": "B", "beside": "C", "body": "D"}
_HEAD = ("title", "standfirst")
_KEYS = ("exact", "folded")
_HEADS = 1_000
# Stands between two parts so that no phrase runs from one into the next; no word is like it.
_GAP = "'''='':1'::tsvector"


class PostgreSQL(Engine):
    _allowed = Prepared(lambda *, now: public_stories(now).filter(pk=STORY_OF_ENTRY))

    def _statement(self, searches: Sequence[Search], scope: Scope) -> tuple[str, list]:
        head, params = [], []
        for window in dict.fromkeys(self._window(search, scope) for search in searches):
            if window:
                newest, newest_params = self._looked_through(window, scope)
                head.append(f"{window.name} AS MATERIALIZED ({newest})")
                params += newest_params
        arms = []
        for number, search in enumerate(searches):
            needed = [f"(SELECT count(*) FROM s{other}) < {int(rows)}" for other, rows in search.unless]
            rest, rest_params = "", []
            if search.within is not None:
                wider = f"s{search.within}"
                is_full = f"(SELECT count(*) FROM {wider}) >= {int(searches[search.within].limit)}"
                joined, again, rest_params = self._matching_again(search, scope, wider)
                among = " AND ".join([*needed, f"NOT ({is_full})", again])
                rest = f" UNION ALL SELECT {wider}.id, {wider}.article FROM {joined} WHERE {among}"
                needed.append(is_full)
            newest, newest_params = self._newest(search, scope, " AND ".join(needed))
            arms.append(f"s{number} (id, article) AS MATERIALIZED (SELECT * FROM ({newest}) AS newest{rest})")
            params += [*newest_params, *rest_params]
        found = " UNION ALL ".join(
            f"SELECT {number}, id, article FROM s{number}" for number in range(len(searches))
        )
        return f"WITH {', '.join(head + arms)} {found}", params

    def _found(self, rows: list[tuple]) -> Iterable[Found]:
        return (Found(*row) for row in rows)

    def _window(self, search: Search, scope: Scope) -> Window | None:
        """Heads come from the newest ones always: sorted before it is asked of each whether readers may see it."""
        if search.place == Place.HEAD and search.looks_through is None:
            search = replace(search, looks_through=_HEADS)
        return super()._window(search, scope)

    def _looked_through(self, window: Window, scope: Scope) -> tuple[str, list]:
        """Their ids and stories, newest first, with what is within their rows; none with a word that is left out."""
        clause, params = _in_scope(
            _match(scope.common, window.place, scope), _vector(window.place, exact=False), scope
        )
        return (
            f"SELECT id, article_id, exact_head, folded_head FROM {ENTRIES}"
            f" WHERE {clause} ORDER BY id DESC LIMIT {int(window.number)}"
        ), params

    def _newest(self, search: Search, scope: Scope, condition: str) -> tuple[str, list]:
        sought, vector = _match(search.expression, search.place, scope), _vector(search.place, search.exact)
        order = f" ORDER BY {ENTRIES}.id DESC"
        window = self._window(search, scope)
        if window is None:
            source = ENTRIES
            clause, params = _in_scope(sought, vector, scope)
        elif search.place == Place.ANYWHERE:
            # Goes through the candidates in their order, so the limit ends it as soon as there are enough.
            order = ""
            source = (
                f"{window.name} AS candidate CROSS JOIN LATERAL"
                f" (SELECT * FROM {ENTRIES} WHERE {ENTRIES}.id = candidate.id OFFSET 0) AS {ENTRIES}"
            )
            clause, params = f"{vector} @@ %s::tsquery", [sought]
        else:
            source = f"{window.name} AS {ENTRIES}"
            clause, params = f"{vector} @@ %s::tsquery", [sought]
        if condition:
            clause = f"{condition} AND {clause}"
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        return (
            f"SELECT {ENTRIES}.id, {ENTRIES}.article_id FROM {source}"
            f" WHERE {clause} AND EXISTS ({allowed}){order} LIMIT {int(search.limit)}"
        ), [*params, *allowed_params]

    def _matching_again(self, search: Search, scope: Scope, wider: str) -> tuple[str, str, list]:
        joined = f"{wider} JOIN {ENTRIES} ON {ENTRIES}.id = {wider}.id"
        clause = f"{_vector(search.place, search.exact)} @@ %s::tsquery"
        return joined, clause, [_match(search.expression, search.place, scope)]

    def text(self, expression: Expression) -> str:
        return _tsquery(expression, "")

    def having(self, text: str, exact: bool, first: str, scope: Scope) -> tuple[str, list]:
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        return (
            f"SELECT 1 FROM {ENTRIES} WHERE {_whole_vector(exact)} @@ ({text})::tsquery"
            f" AND {ENTRIES}.id BETWEEN {first} AND %s AND EXISTS ({allowed})"
        ), [scope.last, *allowed_params]

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {ENTRIES}")

    def optimise(self) -> None:
        """The database does it by itself; fresh statistics let it choose well at once."""
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {ENTRIES}")


def put_up() -> list[str]:
    """Statements that add the vectors of all words, and their indexes."""
    return [statement for key in _KEYS for statement in _added(f"{key}_vector", _vector_of(_WEIGHT_OF, key))]


def put_up_heads() -> list[str]:
    """Statements that add the vectors of title and standfirst alone, and their indexes."""
    return [statement for key in _KEYS for statement in _added(f"{key}_head", _vector_of(_HEAD, key))]


def _added(name: str, vector: str) -> list[str]:
    return [
        f"ALTER TABLE {ENTRIES} ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({vector}) STORED",
        f"CREATE INDEX articles_search_{name} ON {ENTRIES} USING gin ({name})",
    ]


def _vector_of(columns, key: str) -> str:
    """SQL that makes the vector of these columns under the key.

    `translate` folds by a table of letters made of our own `fold`, so no extension is needed.
    """
    marked, bare = _letters()
    of_column = "{}" if key == "exact" else f"translate({{}}, '{marked}', '{bare}')"
    parts = [
        f"setweight(to_tsvector('simple', {of_column.format(column)}), '{_WEIGHT_OF[column]}')"
        for column in columns
    ]
    return f" || {_GAP} || ".join(parts) + " || array_to_tsvector(string_to_array(facets, ' '))"


def _letters() -> tuple[str, str]:
    """Small letters with marks, and the same ones without."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    table = [(letter, fold(letter)) for letter in letters if letter.islower()]
    table = [pair for pair in table if len(pair[1]) == 1 and pair[0] != pair[1]]
    marked, bare = zip(*table, strict=True)
    return "".join(marked), "".join(bare)


def take_down() -> list[str]:
    """Statements that undo `put_up`; the indexes go with their columns."""
    return [f"ALTER TABLE {ENTRIES} DROP COLUMN {key}_vector" for key in _KEYS]


def take_down_heads() -> list[str]:
    """Statements that undo `put_up_heads`."""
    return [f"ALTER TABLE {ENTRIES} DROP COLUMN {key}_head" for key in _KEYS]


def _in_scope(sought: str, vector: str, scope: Scope) -> tuple[str, list]:
    """Condition and parameters: the entry lies in the scope, has what is sought, and nothing that is left out."""
    clause = f"{ENTRIES}.id BETWEEN %s AND %s AND {vector} @@ %s::tsquery"
    params = [scope.first, scope.last, sought]
    for phrase, exact in scope.excluded:
        clause += f" AND NOT {_whole_vector(exact)} @@ %s::tsquery"
        params.append(_tsquery(phrase, ""))
    return clause, params


def _vector(place: Place, exact: bool) -> str:
    return _whole_vector(exact) if place == Place.ANYWHERE else f"{ENTRIES}.{_KEYS[not exact]}_head"


def _whole_vector(exact: bool) -> str:
    return f"{ENTRIES}.{_KEYS[not exact]}_vector"


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
