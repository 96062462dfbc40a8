"""The search itself: a question and filters in, stories with their marks out."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from html import unescape

from django.utils import timezone

from articles.models import Article
from articles.search import planning
from articles.search.engines import Found, Scope, engine
from articles.search.filters import Choice, Filters, entry_ids, look_up
from articles.search.ladder import Either, Match, Phrase, Rung, as_words, rungs, single_words
from articles.search.marking import Marker, shortened
from articles.search.query import Query, read
from articles.search.words import folded, has_marks
from newsroom.paging import BadCursor, decode_cursor, encode_cursor
from newsroom.prepared import Prepared, filled_up

MOST_BY_RELEVANCE = 200  # stories that a search ranks; by date there is no end
_BLOCK_END = re.compile(r"</(?:p|h2|h3|li|figcaption|blockquote|td|th)>|<br>")
_TAG = re.compile(r'<(?:[^>"]|"[^"]*")*>')
PAGE_SIZE = 20


@dataclass(frozen=True)
class Answer:
    """A story found, and on which rung."""

    article: int
    match: Match


@dataclass
class Hit:
    """A story found, as a list shows it; title and passage are safe HTML with `<mark>`."""

    article: Article
    match: Match
    title: str
    passage: str

    @property
    def is_partial(self) -> bool:
        """Whether it has only some of the words."""
        return self.match == Match.ANY


@dataclass
class Results:
    """What was found, and one page of it. By relevance, `answers` are all stories found, 200 at most."""

    query: Query
    scope: Scope | None = None
    chosen: dict[str, Choice] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    shown: list[Answer] = field(default_factory=list)
    next_cursor: str = ""

    @cached_property
    def hits(self) -> list[Hit]:
        """The stories of the page. One query, when first asked."""
        return _hits(self.query, self.shown, self.scope.now) if self.shown else []

    @property
    def is_cut(self) -> bool:
        """Whether more stories answer than are ranked."""
        return len(self.answers) >= MOST_BY_RELEVANCE

    @property
    def is_good(self) -> bool:
        """Whether a story has all the words."""
        return any(answer.match < Match.ANY for answer in self.answers)


def search(
    text: str,
    filters: Filters | None = None,
    *,
    by_date: bool = False,
    cursor: str = "",
    size: int = PAGE_SIZE,
    now: datetime | None = None,
) -> Results:
    """Stories that readers may see and that answer the question, one page of them.

    Two queries and one for the page; one when nothing was asked. Raises UnknownChoice and BadCursor.
    """
    now, filters = now or timezone.now(), filters or Filters()
    looked_up = look_up(filters)
    query = read(text, looked_up.shorts)
    results = Results(query, chosen=looked_up.chosen)
    if not query:
        return results
    first, last = entry_ids(filters, now)
    results.scope = Scope(
        now=now,
        first=first,
        last=last,
        common=as_words(query, folded),
        facets=looked_up.facets,
        excluded=tuple(_excluded(words) for words in query.excluded),
    )
    if by_date:
        _newest_first(results, cursor, size)
        results.shown = results.answers
    else:
        results.answers = _best_first(query, results.scope)
        results.shown = _slice(results, cursor, size)
    return results


def _excluded(words) -> tuple[Phrase, bool]:
    """With accents typed only these words are left out, without them all that fold to them."""
    if any(map(has_marks, words)):
        return Phrase(words), True
    return Phrase(tuple(map(folded, words))), False


def _best_first(query: Query, scope: Scope) -> list[Answer]:
    """By rung; on a rung those first that have it in the title, then in the standfirst; then the newest."""
    plan = planning.by_relevance(query, MOST_BY_RELEVANCE)
    found = engine().find([planned.search for planned in plan], scope)
    words = Counter(row.article for row in found if plan[row.search].match == Match.ANY)

    def rank(row: Found) -> tuple:
        planned = plan[row.search]
        most_words = -words[row.article] if planned.match == Match.ANY else 0
        return planned.rank, most_words, -row.entry

    by_story: dict[int, Match] = {}
    for row in sorted(found, key=rank):
        by_story.setdefault(row.article, plan[row.search].match)
    answers = [Answer(article, match) for article, match in by_story.items()]
    return answers[:MOST_BY_RELEVANCE]


def _newest_first(results: Results, cursor: str, size: int) -> None:
    """The newest stories of the best rung on which there is any; the cursor stays on that rung."""
    ladder, last_resort = rungs(results.query), single_words(results.query)
    widest, scope = ladder[-1], results.scope
    if last_resort:
        ladder.append(Rung(Match.ANY, Either(tuple(last_resort))))
    if cursor:
        match, below = _whole_numbers(cursor, 2)
        ladder = [rung for rung in ladder if rung.match == match]
        if not ladder or not scope.first < below <= scope.last:
            raise BadCursor
        scope = replace(scope, last=below - 1)
    plan = planning.by_date(ladder, widest, size + 1, leaves_out=bool(scope.excluded))
    found = engine().find([planned.search for planned in plan], scope)
    asked = {rung.match for rung in ladder}
    best = min((match for row in found if (match := plan[row.search].match) in asked), default=None)
    entries = {row.entry: row for row in found if plan[row.search].match == best}
    rows = [entries[entry] for entry in sorted(entries, reverse=True)]
    if len(rows) > size:
        results.next_cursor = encode_cursor(int(best), rows[size - 1].entry)
    results.answers = [Answer(row.article, best) for row in rows[:size]]


def _slice(results: Results, cursor: str, size: int) -> list[Answer]:
    (start,) = _whole_numbers(cursor, 1) if cursor else (0,)
    if not 0 <= start <= MOST_BY_RELEVANCE:
        raise BadCursor
    if start + size < len(results.answers):
        results.next_cursor = encode_cursor(start + size)
    return results.answers[start : start + size]


def _whole_numbers(cursor: str, count: int) -> list[int]:
    try:
        return [int(part) for part in decode_cursor(cursor, count)]
    except ValueError as error:
        raise BadCursor from error


@Prepared
def _stories(*, now: datetime, pks: list[int]):
    return (
        Article.objects.published(now)
        .select_related("section", "lead_photo", "search_entry")
        .only(
            *("title", "slug", "standfirst", "body", "published_at"),
            *("section__name", "lead_photo", "search_entry__beside_text"),
        )
        .order_by()
        .filter(pk__in=pks)
    )


def _hits(query: Query, answers: list[Answer], now: datetime) -> list[Hit]:
    pks = filled_up([answer.article for answer in answers], (PAGE_SIZE, MOST_BY_RELEVANCE))
    rows = {story.pk: story for story in _stories(now=now, pks=pks)}
    markers: dict[Match, Marker] = {}
    hits = []
    for answer in answers:
        article = rows.get(answer.article)
        if article is None:  # taken back between the two queries
            continue
        marker = markers.setdefault(answer.match, Marker(query, answer.match))
        passage = marker.passage(_readable(article))
        hits.append(
            Hit(article, answer.match, marker.marked(article.title), passage or shortened(article.standfirst))
        )
    return hits


def _readable(article: Article):
    yield article.standfirst
    yield _plain(article.body)
    yield article.search_entry.beside_text


def _plain(body: str) -> str:
    """The words of a stored body, a paragraph a line: twenty times as fast as reading its blocks."""
    return unescape(_TAG.sub("", _BLOCK_END.sub("\n", body)))
