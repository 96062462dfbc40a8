"""PostgreSQL: generated text vectors beside each entry, for each key one of all its words, with a GIN index.

Such a vector lies outside of its row, and fetching it is what a search spends its time on. Another one for each key has
only the words of title and standfirst, stays within the row, and has an index too.

The database does not count what fetching costs: it would rather go through twenty thousand stories, newest first, than
ask the index for the five thousand that have the words. A function tells it.
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

# The vectors of heads have nothing but heads.
_WEIGHTS = {Place.TITLE: ":A", Place.HEAD: "", Place.ANYWHERE: ""}
_WEIGHT_OF = {"title": "A", "standfirst": "B", "beside": "C", "body": "D"}
_HEAD = ("title", "standfirst")
_KEYS = ("exact", "folded")
_HEADS = 1_000
_FETCHED = "articles_search_fetched"
# Stands between two parts so that no phrase runs from one into the next; no word is like it.
_GAP = "'''='':1'::tsvector"


class PostgreSQL(Engine):
    _allowed = Prepared(lambda *, now: public_stories(now).filter(pk=STORY_OF_ENTRY))

    def _statement(self, searches: Sequence[Search], scope: Scope) -> tuple[str, list]:
        windows, params = self._windows(searches, scope)
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
            newest, newest_params = self._newest(search, scope, needed)
            arms.append(f"s{number} (id, article) AS MATERIALIZED (SELECT * FROM ({newest}) AS newest{rest})")
            params += [*newest_params, *rest_params]
        found = " UNION ALL ".join(
            f"SELECT {number}, id, article FROM s{number}" for number in range(len(searches))
        )
        return f"WITH {', '.join(windows + arms)} {found}", params

    def _found(self, rows: list[tuple]) -> Iterable[Found]:
        return (Found(*row) for row in rows)

    def _window(self, search: Search, scope: Scope) -> Window | None:
        """Heads come from the newest ones always, which the searches after the first look through too."""
        if search.place == Place.HEAD and search.looks_through is None:
            search = replace(search, looks_through=_HEADS)
        return super()._window(search, scope)

    def _windows(self, searches: Sequence[Search], scope: Scope) -> tuple[list[str], list]:
        """For each place the longest window, newest first, with the vectors that are looked at in it.

        Shorter ones are its beginning. The database fills it once, and if it walks from the newest, only as far
        as it is read. The vectors are known by where they lie: they are fetched when they are looked at.
        """
        held = [(window, search) for search in searches if (window := self._window(search, scope))]
        left_out = [_whole_vector(exact) for _, exact in scope.excluded]
        windows, params = [], []
        for place in dict.fromkeys(window.place for window, _ in held):
            here = [(window.number, search) for window, search in held if window.place == place]
            number = max(number for number, _ in here)
            vectors = dict.fromkeys([*left_out, *(_vector(search.place, search.exact) for _, search in here)])
            clauses, clauses_params = _in_scope(scope.common, place, False, scope)
            windows.append(
                f"{_newest_of(place)} AS MATERIALIZED (SELECT id, article_id, {', '.join(vectors)} FROM {ENTRIES}"
                f" WHERE {' AND '.join(clauses)} ORDER BY id DESC LIMIT {int(number)})"
            )
            params += clauses_params
        return windows, params

    def _newest(self, search: Search, scope: Scope, needed: list[str]) -> tuple[str, list]:
        """Of what answers it is asked one by one whether readers may see it, until there are enough.

        A plain EXISTS would be made a join, which has an order of its own.
        """
        answering, params = self._answering(search, scope)
        allowed, allowed_params = self._allowed.sql_with_params(now=scope.now)
        conditions = " AND ".join([*needed, f"(SELECT EXISTS ({allowed}))"])
        return (
            f"SELECT id, article_id FROM ({answering} OFFSET 0) AS {ENTRIES}"
            f" WHERE {conditions} LIMIT {int(search.limit)}"
        ), [*params, *allowed_params]

    def _answering(self, search: Search, scope: Scope) -> tuple[str, list]:
        """The entries that have the expression and nothing that is left out, newest first, shown to readers or not."""
        window = self._window(search, scope)
        if window is None:
            source, order = ENTRIES, " ORDER BY id DESC"
            clauses, params = _in_scope(search.expression, search.place, search.exact, scope)
        else:
            source = f"(SELECT * FROM {_newest_of(window.place)} LIMIT {int(window.number)}) AS {ENTRIES}"
            order, clauses, params = "", ["TRUE"], []
            if (search.expression, search.place, search.exact) != (scope.common, window.place, False):
                clauses.append(f"{_vector(search.place, search.exact)} @@ %s::tsquery")
                params.append(_match(search.expression, search.place, scope))
        for phrase, exact in scope.excluded:
            clauses.append(f"NOT {_whole_vector(exact)} @@ %s::tsquery")
            params.append(_tsquery(phrase, ""))
        return f"SELECT id, article_id FROM {source} WHERE {' AND '.join(clauses)}{order}", params

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


def put_up_fetching() -> list[str]:
    """Statements that add the function of what fetching a vector costs: as much as a page of the table.

    It is always true, and asked of rows that match alone.
    """
    function = f"{_FETCHED}(tsvector) RETURNS boolean LANGUAGE plpgsql IMMUTABLE COST 400"
    return [f"CREATE FUNCTION {function} AS 'BEGIN RETURN true; END'"]


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


def take_down_fetching() -> list[str]:
    """Statements that undo `put_up_fetching`."""
    return [f"DROP FUNCTION {_FETCHED}(tsvector)"]


def _in_scope(expression: Expression, place: Place, exact: bool, scope: Scope) -> tuple[list[str], list]:
    """Conditions and their parameters: the entry lies in the scope and has the expression."""
    clauses = [f"{ENTRIES}.id BETWEEN %s AND %s", f"{_vector(place, exact)} @@ %s::tsquery"]
    if place == Place.ANYWHERE:
        clauses.append(f"{_FETCHED}({_vector(place, exact)})")
    return clauses, [scope.first, scope.last, _match(expression, place, scope)]


def _newest_of(place: Place) -> str:
    return f"newest_{place.name.lower()}"


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
