"""Sitemaps as XML."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from articles.models import Article
from articles.sitemaps.part import Address
from newsroom.site import absolute

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS_SPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def index_xml(files: Iterable[Address]) -> bytes:
    """The index of sitemap files."""
    return _written("sitemapindex", "sitemap", files)


def urlset_xml(pages: Iterable[Address]) -> bytes:
    """One file of pages."""
    return _written("urlset", "url", pages)


def news_xml(stories: Iterable[Article], house: str, language: str) -> bytes:
    """The news sitemap."""
    found = "".join(
        f"<url><loc>{absolute(story.get_absolute_url())}</loc><news:news>"
        f"<news:publication><news:name>{escape(house)}</news:name>"
        f"<news:language>{language}</news:language></news:publication>"
        f"<news:publication_date>{_moment(story.published_at)}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>\n"
        for story in stories
    )
    return f"{_HEAD}<urlset {_SPACE} {_NEWS_SPACE}>{found}</urlset>".encode()


def _written(root: str, element: str, addresses: Iterable[Address]) -> bytes:
    """The file, written piece by piece: a full one has eight megabytes, and a worker little more."""
    file = BytesIO()
    file.write(f"{_HEAD}<{root} {_SPACE}>".encode())
    for one in addresses:
        file.write(
            f"<{element}><loc>{absolute(one.path)}</loc>{_changed(one.changed)}</{element}>\n".encode()
        )
    file.write(f"</{root}>".encode())
    return file.getvalue()


def _changed(at: datetime | None) -> str:
    return f"<lastmod>{_moment(at)}</lastmod>" if at else ""


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"  # as the database gives it, in UTC: a file has fifty thousand of them
