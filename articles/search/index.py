"""The index: one entry a story, written in the transaction that brings the story to readers."""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from articles.models import Article, ArticlePhoto, Byline, SearchEntry, SearchWord, TaggedArticle
from articles.search.engines import engine
from articles.search.texts import Texts, facets, keys
from articles.search.words import LONGEST_WORD, folded

BATCH = 250
# An id holds the second at which the story goes out and, below it, the end of the story's own id.
_STORY_BITS = 10


def first_id_at(moment: datetime) -> int:
    """The smallest id of an entry of the second that `moment` falls in."""
    return int(moment.timestamp() // 1) << _STORY_BITS


def write(articles: Iterable[Article]) -> None:
    """Bring the index up to what readers see of these stories, or will see, in a few queries for all.

    A story taken back has no entry; an entry that says what it said before stays. Reads the relations of
    `rendering.RELATIONS`, which the one who renders the stories has fetched.
    """
    articles = list(articles)
    before = {entry.article_id: entry for entry in SearchEntry.objects.filter(article__in=articles)}
    entries = [_entry(article) for article in articles if article.state == Article.State.PUBLISHED]
    entries = [entry for entry in entries if not _same(before.get(entry.article_id), entry)]
    standing = {article.pk for article in articles if article.state == Article.State.PUBLISHED}
    gone = before.keys() - standing | before.keys() & {entry.article_id for entry in entries}
    if gone:
        SearchEntry.objects.filter(article__in=gone).delete()
    if entries:
        _add(entries)


def stories() -> QuerySet[Article]:
    """The stories that have entries, with all that an entry is made of."""
    return (
        Article.objects.filter(state=Article.State.PUBLISHED)
        .defer("story_html")
        .prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("tag_uses", TaggedArticle.objects.select_related("tag")),
            Prefetch("photo_uses", ArticlePhoto.objects.select_related("photo")),
        )
        .order_by("pk")
    )


def rebuild(*, from_scratch: bool = False) -> Iterator[int]:
    """Write every entry anew, some hundred at a time; yields how many are done.

    Each batch is a transaction of its own: search goes on answering, and editors go on publishing.
    `from_scratch` empties the index first, which also mends one that the database has damaged.
    """
    if from_scratch:
        with transaction.atomic():
            engine().clear()
            SearchWord.objects.all().delete()
    else:
        SearchEntry.objects.exclude(article__state=Article.State.PUBLISHED).delete()
    last, done = 0, 0
    while pks := list(stories().filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            SearchEntry.objects.filter(article__in=pks).delete()
            write(stories().filter(pk__in=pks))
        last, done = pks[-1], done + len(pks)
        yield done
    engine().optimise()


def _add(entries: list[SearchEntry]) -> None:
    wanted = [entry.pk for entry in entries]
    taken = set(SearchEntry.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for entry in entries:
        if entry.pk in taken:
            entry.pk = _free_id(entry.pk, taken)
        taken.add(entry.pk)
    SearchEntry.objects.bulk_create(entries)
    _remember_words(entries)


def _entry(article: Article) -> SearchEntry:
    texts = Texts.of(article)
    return SearchEntry(
        pk=first_id_at(article.published_at) + article.pk % (1 << _STORY_BITS),
        article_id=article.pk,
        facets=facets(article),
        title=keys(texts.title),
        standfirst=keys(texts.standfirst),
        beside=keys(texts.beside),
        body=keys(texts.body),
        beside_text=texts.beside,
    )


def _same(before: SearchEntry | None, entry: SearchEntry) -> bool:
    if before is None:
        return False
    columns = ("facets", "title", "standfirst", "beside", "body", "beside_text")
    same_second = before.pk >> _STORY_BITS == entry.pk >> _STORY_BITS
    return same_second and all(getattr(before, name) == getattr(entry, name) for name in columns)


def _free_id(pk: int, taken: Container[int]) -> int:
    """The same id of the first second in which no other story has it."""
    while pk in taken or SearchEntry.objects.filter(pk=pk).exists():
        pk += 1 << _STORY_BITS
    return pk


def _remember_words(entries: Iterable[SearchEntry]) -> None:
    words = {
        word
        for entry in entries
        for part in (entry.title, entry.standfirst, entry.beside)
        for word in part.split()
        if not word.isdecimal()
    }
    rows = [SearchWord(word=word, folded=folded(word)[:LONGEST_WORD]) for word in sorted(words)]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True)
