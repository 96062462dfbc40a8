"""What each author published in a month: pieces and words."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from articles import months
from articles.models import Article, Author, Byline


@dataclass(frozen=True)
class Line:
    """One author's month. A piece that several authors signed counts whole for each of them."""

    author: Author
    pieces: int
    shared: int
    words: int


@dataclass(frozen=True)
class Output:
    """A month's published stories: the lines of their authors, and each story counted once."""

    lines: list[Line]
    pieces: int
    words: int
    unsigned: int


def output_of(year: int, month: int) -> Output:
    """The output of the month as readers see it now, in three queries. Raises ValueError for no month."""
    opens, closes = months.bounds(year, month)
    out = Article.objects.filter(
        state=Article.State.PUBLISHED, published_at__gte=opens, published_at__lt=min(closes, timezone.now())
    )
    words = dict(out.values_list("pk", "word_count"))
    signed: dict[int, set[int]] = defaultdict(set)  # stories by author
    authors_of: dict[int, set[int]] = defaultdict(set)
    lines = Byline.objects.filter(role=Byline.Role.AUTHOR, article__in=out.values("pk"))
    for author, story in lines.order_by().values_list("author", "article"):
        signed[author].add(story)
        authors_of[story].add(author)
    return Output(
        lines=[
            Line(
                author=author,
                pieces=len(signed[author.pk]),
                shared=sum(len(authors_of[story]) > 1 for story in signed[author.pk]),
                words=sum(words[story] for story in signed[author.pk]),
            )
            for author in Author.objects.filter(pk__in=signed)
        ],
        pieces=len(words),
        words=sum(words.values()),
        unsigned=len(words.keys() - authors_of.keys()),
    )
