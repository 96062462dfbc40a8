"""A question with one word put for another that stories have: one query tries all of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from django.db import connection

from articles.models import SearchWord
from articles.search.engines.base import ENTRIES, Engine, Scope
from articles.search.ladder import Every, Phrase
from articles.search.query import Words
from articles.search.words import folded

CANDIDATES = 40  # that are tried
COUNTED = 20  # stories for each, at most
PHRASES_AMONG = 2_000  # newest stories; words that never stand together would be followed through all of them
_WORDS = SearchWord._meta.db_table
_STAND_IN = "\0"  # of the word that is put in: no word is like it


class Respelling(NamedTuple):
    """The word in this place put for another: how many stories have the question as a phrase, how many all its words."""

    place: int
    word: str
    as_phrase: int
    as_words: int


def respell(
    engine: Engine, words: Words, near: Sequence[Collection[str]], *, exact: bool, scope: Scope
) -> list[Respelling]:
    """What comes of words of the index whose folded keys are in `near`, a collection for each place.

    Where the index does not have some of the question's words, these alone are put for others. One query, none
    where no place has any.
    """
    if not any(near):
        return []
    typed = list(_typed(engine, words))
    as_phrase, phrase_params = _counted(engine, "phrase", exact, "(SELECT id FROM recent)", scope)
    as_words, words_params = _counted(engine, "words", exact, str(int(scope.first)), scope)
    key = "word" if exact else "folded"
    sql = f"""
        WITH typed (place, typed, folded, before_phrase, after_phrase, before_words, after_words) AS (
            VALUES {", ".join(f"({place}, %s, %s, %s, %s, %s, %s)" for place in range(len(typed)))}
        ),
        near AS MATERIALIZED ({_near(near)}),
        strange AS (
            SELECT place FROM typed
            WHERE NOT EXISTS (SELECT 1 FROM near WHERE near.place = typed.place AND near.folded = typed.folded)
        ),
        candidates AS MATERIALIZED (
            SELECT DISTINCT typed.place, near.{key} AS word, before_phrase, after_phrase, before_words, after_words
            FROM near JOIN typed ON typed.place = near.place
            WHERE near.{key} <> typed.typed
            AND (NOT EXISTS (SELECT 1 FROM strange) OR typed.place IN (SELECT place FROM strange))
            ORDER BY 1, 2 LIMIT {CANDIDATES}
        ),
        recent AS MATERIALIZED (
            SELECT coalesce(
                (SELECT id FROM {ENTRIES} ORDER BY id DESC LIMIT 1 OFFSET {PHRASES_AMONG}), {int(scope.first)}
            ) AS id
        )
        SELECT place, word, {as_phrase}, {as_words} FROM candidates
    """
    params = [value for row in typed for value in row]
    params += [value for keys in near for value in keys]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *phrase_params, *words_params])
        return [Respelling(*row) for row in cursor.fetchall()]


def _near(near: Sequence[Collection[str]]) -> str:
    """A query of the words of the index with these keys, and of the place that each would stand in."""
    return " UNION ALL ".join(
        f"SELECT {place} AS place, word, folded FROM {_WORDS} WHERE folded IN ({', '.join(['%s'] * len(keys))})"
        for place, keys in enumerate(near)
        if keys
    )


def _counted(engine: Engine, kind: str, exact: bool, first: str, scope: Scope) -> tuple[str, list]:
    """SQL of how many stories, from the id `first` on, have the question with the candidate; and its parameters."""
    text = f"candidates.before_{kind} || candidates.word || candidates.after_{kind}"
    sql, params = engine.having(text, exact, first, scope)
    return f"(SELECT count(*) FROM ({sql} LIMIT {COUNTED}) AS found)", params


def _typed(engine: Engine, words: Words) -> Iterator[tuple[str, ...]]:
    """Each word, its folded key, and what stands around it where the question is looked for."""
    for place, word in enumerate(words):
        others = (*words[:place], _STAND_IN, *words[place + 1 :])
        phrase, every = Phrase(others), Every(tuple(Phrase((other,)) for other in others))
        texts = (engine.text(expression).split(_STAND_IN) for expression in (phrase, every))
        yield (word, folded(word), *(part for text in texts for part in text))
