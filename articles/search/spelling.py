"""“Did you mean”: the accents that stories print, and words one slip of a finger away.

Every suggestion is read from stories that readers may see, or has found one, so that none tells of others.
"""

import re
from collections import Counter, defaultdict
from html import unescape
from operator import attrgetter

from articles.search.engines import engine
from articles.search.engines.respelling import respell
from articles.search.ladder import Match
from articles.search.searching import Hit, Results
from articles.search.words import exact_words, folded
from newsroom.vietnamese import collapse_spaces

SHOWN = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 12  # letters of a word that is looked at
_MARK = re.compile("<mark>(.*?)</mark>", re.DOTALL)


def accents(results: Results) -> list[str]:
    """How the stories on the page print a question typed without accents, or with others; most frequent first."""
    query = results.query
    if len(query.runs) != 1 or query.quoted or any(hit.match == Match.EXACT_PHRASE for hit in results.hits):
        return []
    prints = defaultdict(Counter)
    for hit in results.hits:
        if hit.match == Match.PHRASE:
            for key, printed in _marked(hit):
                prints[key][printed] += 1
    usual = sorted(prints.values(), key=lambda ways: -ways.total())
    texts = [ways.most_common(1)[0][0] for ways in usual]
    typed = query.runs[0].words
    return [text for text in texts if _answers(text, typed)][:SHOWN]


def _marked(hit: Hit) -> set[tuple]:
    """(key, words as printed) of every mark of the story on the page."""
    texts = (unescape(marked) for marked in _MARK.findall(hit.title + hit.passage))
    printed = (collapse_spaces(re.sub(r"[\W_]+", " ", text)) for text in texts)
    return {(tuple(exact_words(text)), text) for text in printed}


def _answers(text: str, typed: tuple) -> bool:
    """Whether the text is the question with other accents, and not an abbreviation of it."""
    words = tuple(exact_words(text))
    return words != typed and tuple(map(folded, words)) == tuple(map(folded, typed))


def slips(results: Results) -> list[str]:
    """The question with one letter put right that finds most; as a phrase before its words. One query, at most."""
    query = results.query
    if len(query.runs) != 1 or query.quoted or query.excluded:
        return []
    words = query.runs[0].words
    near = [_one_slip_away(folded(word)) if len(word) <= _LONGEST else () for word in words]
    tried = respell(engine(), words, near, exact=query.has_marks, scope=results.scope)
    best = max(tried, key=attrgetter("as_phrase", "as_words"), default=None)
    if best is None or not best.as_words:
        return []
    return [" ".join((*words[: best.place], best.word, *words[best.place + 1 :]))]


def _one_slip_away(word: str) -> set[str]:
    """The word itself, and those with a letter too many, too few, wrong, or two changed about."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        word,
        *(left + right[1:] for left, right in cuts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1),
        *(left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS),
        *(left + letter + right for left, right in cuts for letter in _LETTERS),
    } - {""}
