"""The body of a story as its page shows it, and what is told around it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from articles.body_parts import dress_body
from articles.models import Abbreviation, Article, Photo
from articles.photos.markup import enlargeable_html
from articles.reading.abbreviations import explain
from articles.reading.contents import Heading, contents
from articles.reading.duration import minutes
from articles.reading.galleries import gather
from articles.reading.paragraph_links import add_paragraph_links
from articles.reading.sources import Source, number_sources
from newsroom.body_html import tree
from newsroom.prepared import Prepared


@dataclass(frozen=True)
class PageBody:
    """`minutes` is 0 and lists are empty where there is nothing to tell."""

    html: SafeString
    minutes: int
    contents: list[Heading]
    sources: list[Source]


@Prepared
def _abbreviations():
    return Abbreviation.objects.explained().values_list("short", "long")


def page_body(article: Article, photos: dict[str, Photo]) -> PageBody:
    """`photos` are those of the body, by ref. One query, for the abbreviations."""
    body, words = article.body, article.word_count
    if not body:
        return PageBody(mark_safe(""), 0, [], [])
    root = tree.parse(body)
    headings = contents(root, words)
    sources = number_sources(root)
    gather(root, photos)
    dress_body(root, body, photos, enlargeable_html)
    explain(root, dict(_abbreviations()))
    add_paragraph_links(root)
    html = mark_safe(tree.serialise(root))  # noqa: S308  allow-listed when stored, dressed by code only
    return PageBody(html, minutes(words), headings, sources)
