"""Suggestions while somebody types: names of records, authors and tags first, then titles of stories."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Author, Byline, Tag, TaggedArticle
from articles.search import records
from articles.search.engines import Place, Scope, Search, engine
from articles.search.filters import Filters, entry_ids
from articles.search.ladder import Beginning
from articles.search.query import Query, read
from articles.search.words import folded
from newsroom.prepared import Prepared, filled_up

FEWEST_LETTERS = 2
SHOWN = 8
_OF_EACH_KIND = 2
_KINDS = {"author": ("Tác giả", "articles:author"), "tag": ("Từ khóa", "articles:tag")}


@dataclass(frozen=True)
class Suggestion:
    """A page that somebody may be after; `kind` is what readers call it."""

    label: str
    kind: str
    address: str


def suggest(text: str) -> list[Suggestion]:
    """At most eight pages whose name or title has the words, the last of which may go on. Four queries."""
    query = read(text)
    if not query or sum(map(len, query.words)) < FEWEST_LETTERS:
        return []
    words = tuple(map(folded, query.words))
    now = timezone.now()
    found = _authors_and_tags(f" {' '.join(words)}", now) + _records(query)
    found += _titles(words, now)[: SHOWN - min(SHOWN, len(found))]
    return found[:SHOWN]


def _records(query: Query) -> list[Suggestion]:
    return [
        Suggestion(record.title, group.heading, record.address)
        for group in records.groups(query, _OF_EACH_KIND)
        if group.kind != "honour"
        for record in group.records
    ]


def _authors_and_tags(phrase: str, now: datetime) -> list[Suggestion]:
    return [
        Suggestion(name, _KINDS[kind][0], reverse(_KINDS[kind][1], args=[slug]))
        for kind, name, slug in sorted(_named(phrase=phrase, now=now))
    ]


@Prepared
def _named(*, phrase: str, now: datetime):
    """Rows (kind, name, slug) of those that stories have and in whose name the phrase begins a word."""
    stories = Article.objects.published(now)
    signed = Byline.objects.filter(author=OuterRef("pk"), article__in=stories)
    used = TaggedArticle.objects.filter(tag=OuterRef("pk"), content_object__in=stories)
    authors = _first("author", Author.objects.filter(Exists(signed)), phrase)
    return authors.union(_first("tag", Tag.objects.filter(Exists(used)), phrase), all=True)


def _first(kind: str, rows, phrase: str):
    padded = Concat(Value(" "), "name_fold", output_field=TextField())
    first = (
        rows.filter(GreaterThan(StrIndex(padded, Value(phrase)), 0))
        .order_by("name")
        .values("pk")[:_OF_EACH_KIND]
    )
    return rows.model.objects.filter(pk__in=first).order_by().values_list(Value(kind), "name", "slug")


def _titles(words: tuple, now: datetime) -> list[Suggestion]:
    beginning = Beginning(words)
    first, last = entry_ids(Filters(), now)
    scope = Scope(now, first, last, common=beginning)
    search = Search(beginning, exact=False, place=Place.TITLE, limit=SHOWN)
    pks = [row.article for row in engine().find([search], scope)]
    rows = {story.pk: story for story in _headed(pks=filled_up(pks, (0, SHOWN)), now=now)}
    return [Suggestion(rows[pk].title, "Bài", rows[pk].get_absolute_url()) for pk in pks if pk in rows]


@Prepared
def _headed(*, pks: list[int], now: datetime):
    return Article.objects.published(now).filter(pk__in=pks).only("title", "slug", "published_at").order_by()
