"""The plan of a search: which searches answer a question, so that each is asked only where it can matter."""

from typing import NamedTuple

from articles.search.engines import Place, Search
from articles.search.ladder import Match, Rung, rungs, single_words
from articles.search.query import Query

OF_EACH_WORD = 100
# How many of the newest stories with all the words are looked through for a phrase. In titles and standfirsts that
# reaches far back, for who remembers a headline; and who goes back by date goes on looking.
LOOKED_THROUGH, OF_HEADS, FURTHER_BACK = 1_000, 1_000, 5_000
# Among how many those that have the accents as typed are looked for, where the words stand apart; and those without
# a word that is left out.
FOR_ACCENTS, LEFT_OUT_OF = 300, 2_000
_PLACES = list(Place)
# Whatever is found on a rung is found on this one too.
_WIDER = {
    Match.EXACT_PHRASE: Match.PHRASE,
    Match.PHRASE: Match.WORDS,
    Match.EXACT_WORDS: Match.WORDS,
}


class Planned(NamedTuple):
    """A search, and on which rung it finds."""

    match: Match
    search: Search

    @property
    def rank(self) -> tuple[int, int]:
        return int(self.match), _PLACES.index(self.search.place)


def by_relevance(query: Query, limit: int) -> list[Planned]:
    """The widest rung first, since the others look within what it finds, and heads before what they belong to.

    Where some searches fill the list, those that rank after them are not asked.
    """
    ladder = rungs(query)
    widest = ladder[-1]
    plan: list[Planned] = []

    def add(rung: Rung, place: Place = Place.ANYWHERE, **how) -> int:
        plan.append(_planned(rung, place, limit=limit, **how))
        return len(plan) - 1

    # To leave out a word all stories that have it are looked up.
    reach = LEFT_OUT_OF if query.excluded else None
    everything = add(widest, looks_through=reach)
    in_head = {widest.match: add(widest, Place.HEAD, within=everything, looks_through=reach)}
    for rung in reversed(ladder[:-1]):
        if rung.match.whole:
            wider = in_head[_WIDER[rung.match]]
            in_head[rung.match] = add(rung, Place.HEAD, within=wider, looks_through=OF_HEADS)
    better: tuple[tuple[int, int], ...] = ()
    for rung in ladder:
        how = {"unless": better, "looks_through": OF_HEADS}
        if rung.match.whole:
            add(rung, Place.TITLE, within=in_head[rung.match], **how)
        elif rung is not widest:
            in_head[rung.match] = add(rung, Place.HEAD, within=in_head[widest.match], **how)
        better = (*better, (in_head[rung.match], limit))
        if rung is not widest:
            far = LOOKED_THROUGH if rung.match.whole else FOR_ACCENTS
            anywhere = add(rung, within=everything, unless=better, looks_through=far)
            better = (*better, (anywhere, limit))
    # The last resort is not held to what every good answer has.
    last_resort = [Rung(Match.ANY, word) for word in single_words(query)]
    return plan + [_planned(rung, limit=OF_EACH_WORD, unless=((everything, limit),)) for rung in last_resort]


def by_date(ladder: list[Rung], widest: Rung, limit: int, *, leaves_out: bool) -> list[Planned]:
    """The widest rung first; where a rung finds anything, those after it are not asked.

    A phrase is looked for further back where the newest stories have too few.
    """
    reach = FURTHER_BACK if leaves_out else None
    plan = [_planned(widest, limit=limit, looks_through=reach)]
    better: list[tuple[int, int]] = []
    for rung in ladder:
        if rung.match == Match.ANY:
            plan.append(_planned(rung, limit=limit, unless=((0, 1),)))
        elif rung != widest:
            nearer: list[tuple[int, int]] = []
            for far in (LOOKED_THROUGH, FURTHER_BACK) if rung.match.whole else (reach,):
                unless = (*better, *nearer)
                nearer.append((len(plan), limit))
                plan.append(_planned(rung, limit=limit, within=0, unless=unless, looks_through=far))
            better += [(number, 1) for number, _ in nearer]
    return plan


def _planned(rung: Rung, place: Place = Place.ANYWHERE, **how) -> Planned:
    return Planned(rung.match, Search(rung.expression, rung.match.exact, place, **how))
