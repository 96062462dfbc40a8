"""Suggestions while somebody types: names of records, authors and tags first, then titles of stories."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextField, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan
from django.urls import reverse
from django.utils import timezone

from articles import story_lists
from articles.models import Article
from articles.search import records
from articles.search.query import Query, read
from articles.search.words import folded
from newsroom.prepared import Prepared

FEWEST_LETTERS = 2
SHOWN = 8
_OF_EACH_KIND = 2
_LOOKED_AT = 4 * SHOWN  # stories, of which some may not be out
_KINDS = {"author": ("Tác giả", "articles:author"), "tag": ("Từ khóa", "articles:tag")}


@dataclass(frozen=True)
class Suggestion:
    """A page that somebody may be after; `kind` is what readers call it."""

    label: str
    kind: str
    address: str


def suggest(text: str) -> list[Suggestion]:
    """At most eight pages whose name or title has the words, the last of which may go on. Three queries."""
    query = read(text)
    if not query or sum(map(len, query.words)) < FEWEST_LETTERS:
        return []
    phrase = f" {' '.join(map(folded, query.words))}"
    now = timezone.now()
    return (_authors_and_tags(phrase, now) + _records(query) + _titles(phrase, now))[:SHOWN]


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
    authors = _first("author", story_lists.authors_shown(now), phrase)
    return authors.union(_first("tag", story_lists.tags_shown(now), phrase), all=True)


def _first(kind: str, rows, phrase: str):
    padded = Concat(Value(" "), "name_fold", output_field=TextField())
    first = (
        rows.filter(GreaterThan(StrIndex(padded, Value(phrase)), 0))
        .order_by("name")
        .values("pk")[:_OF_EACH_KIND]
    )
    return rows.model.objects.filter(pk__in=first).order_by().values_list(Value(kind), "name", "slug")


def _titles(phrase: str, now: datetime) -> list[Suggestion]:
    """The newest stories in whose title the phrase begins a word. One query."""
    newest_first = sorted(_headed(phrase=phrase, now=now), key=lambda story: story.published_at, reverse=True)
    return [Suggestion(story.title, "Bài", story.get_absolute_url()) for story in newest_first[:SHOWN]]


@Prepared
def _headed(*, phrase: str, now: datetime):
    # In this order an index has all that is asked for. The full-text tables would put together every word
    # that may still come of the last one.
    padded = Concat(Value(" "), "search_fold", output_field=TextField())
    found = Article.objects.filter(GreaterThan(StrIndex(padded, Value(phrase)), 0))
    latest = found.order_by("-modified_at", "-pk").values("pk")[:_LOOKED_AT]
    return (
        Article.objects.published(now).filter(pk__in=latest).only("title", "slug", "published_at").order_by()
    )
