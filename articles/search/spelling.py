"""“Did you mean”: the accents that stories print, and words one slip of a finger away.

Every suggestion is read from stories that readers may see, or has found one, so that none tells of others.
"""

import re
from collections import Counter, defaultdict
from html import unescape
from itertools import islice

from articles.models import SearchWord
from articles.search.engines import Search, engine
from articles.search.ladder import Match, as_phrase, as_words
from articles.search.query import Query, read
from articles.search.searching import Hit, Results
from articles.search.words import exact_words, folded
from newsroom.vietnamese import collapse_spaces

SHOWN = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CANDIDATES = 40  # texts that are tried
_HITS = 20  # stories counted for each
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
    """Questions one letter away that find something, the most fruitful first. Two queries, at most."""
    query = results.query
    if len(query.runs) != 1 or query.quoted or query.excluded:
        return []
    texts = list(islice(_neighbours(query), _CANDIDATES))
    readings = [read(text) for text in texts]
    searches = []
    for reading in readings:
        exact = reading.has_marks
        key = str if exact else folded
        searches += [
            Search(as_phrase(reading, key), exact, limit=_HITS),
            Search(as_words(reading, key), exact, limit=_HITS),
        ]
    number = Counter(row.search for row in engine().find(searches, results.scope))
    worth = {text: (number[2 * at], number[2 * at + 1]) for at, text in enumerate(texts)}
    fruitful = [text for text in texts if any(worth[text])]
    return sorted(fruitful, key=worth.get, reverse=True)[:1]


def _neighbours(query: Query):
    """The question with one word put for another that stories have and that differs by one slip."""
    words = query.runs[0].words
    known = _known(words)
    strange = [at for at, word in enumerate(words) if not known[at].get(folded(word))]
    for at in strange or range(len(words)):
        typed = words[at]
        spellings = [word for ways in known[at].values() for word in ways]
        if not query.has_marks:
            spellings = list(dict.fromkeys(map(folded, spellings)))
        for word in spellings:
            if word != typed:
                yield " ".join((*words[:at], word, *words[at + 1 :]))


def _known(words) -> list[dict[str, list[str]]]:
    """For each word, what the vocabulary has at most one slip away: spellings by folded key. One query."""
    near = [_one_slip_away(folded(word)) if len(word) <= _LONGEST else set() for word in words]
    spellings = defaultdict(list)
    rows = SearchWord.objects.filter(folded__in=set().union(*near)).order_by("word")
    for word, key in rows.values_list("word", "folded"):
        spellings[key].append(word)
    return [{key: spellings[key] for key in keys if key in spellings} for keys in map(sorted, near)]


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
