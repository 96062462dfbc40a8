"""Readers' pages do the same work however many stories there are: counted in steps of the database, not in seconds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from articles.models import Article, ArticlePhoto, Byline, Correction, Subject, TaggedArticle
from articles.tests.factories import make_article, make_author, make_photo, make_section, make_tag
from awards.models import Evidence
from awards.tests.factories import (
    make_campaign,
    make_event,
    make_honour,
    make_organisation,
    make_person,
    prove,
)
from newsroom.paging import encode_cursor

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FEW, MANY = 60, 400
SAME = 1.1
NEWEST = datetime(2026, 1, 31, 12, tzinfo=UTC)
FAR_BACK = 25  # from the end: the page after that one is full at both sizes


class Site:
    """Stories of one section, author, tag, picture and campaign, each with a correction: every list is long."""

    def __init__(self):
        self.section, self.author, self.tag = make_section(), make_author(), make_tag()
        self.first = make_article(
            section=self.section,
            authors=[self.author],
            tags=[self.tag],
            lead_photo=make_photo(),
            published_at=NEWEST,
        )
        prove(make_campaign(), self.first)
        other = make_article(published_at=NEWEST - timedelta(days=1))
        self.records = [
            prove(record, other)
            for record in (make_event(), make_organisation(), make_person(), make_honour())
        ]
        self._stories = 1

    def grow(self, number: int) -> None:
        """Bring the stories to that number: copies of the first, each a minute older than the one before."""
        rows = [self._copy(one) for one in range(self._stories, number)]
        Article.objects.bulk_create(rows)
        Correction.objects.bulk_create(
            Correction(article=row, text="Đúng là 210.", at=row.published_at) for row in rows
        )
        for model in (Byline, TaggedArticle, ArticlePhoto, Subject, Evidence):
            story = "content_object_id" if model is TaggedArticle else "article_id"
            of_first = model.objects.filter(**{story: self.first.pk})
            model.objects.bulk_create(
                _copy_of(one, published_at=row.published_at, ref=f"mau-{row.pk}", **{story: row.pk})
                for one in of_first
                for row in rows
            )
        self._stories = number

    def _copy(self, number: int) -> Article:
        at = NEWEST - timedelta(minutes=number)
        moments = dict.fromkeys(("published_at", "first_published_at", "changed_at"), at)
        return _copy_of(self.first, slug=f"bai-mau-so-{number}", **moments)

    def addresses(self) -> Iterator[str]:
        """Readers' pages and what programs read; of each list also a page far back."""
        deep = Article.objects.order_by("published_at")[FAR_BACK]
        lists = {
            self.section.get_absolute_url(): deep.pk,
            self.author.get_absolute_url(): deep.bylines.get().pk,
            self.tag.get_absolute_url(): deep.tag_uses.get().pk,
            f"/luu-tru/{NEWEST:%Y/%m}/": deep.pk,
            "/dinh-chinh/": deep.corrections.get().pk,
        }
        for path, key in lists.items():
            yield path
            yield f"{path}?trang={encode_cursor(deep.published_at, key)}"
        for path in ("/", *list(lists)[:3]):
            yield from (f"{path}{name}" for name in ("rss.xml", "atom.xml", "feed.json"))
        yield from (one.get_absolute_url().partition("#")[0] for one in (self.first, deep, *self.records))
        yield from (
            "/",
            "/luu-tru/",
            "/phong-trao/",
            "/vinh-danh/",
            "/vinh-danh.csv",
            "/toa-soan/",
            "/tim-kiem/",
        )
        yield from ("/sitemap.xml", "/sitemap-trang.xml", "/news-sitemap.xml", "/api/v1/articles")
        yield f"/api/v1/articles?cursor={encode_cursor(deep.published_at, deep.pk)}"
        yield from (f"/api/v1/articles/{deep.slug}", "/api/v1/campaigns", "/api/v1/honours", "/api/v1/events")


def _copy_of(row, **changed):
    """A new row like this one but for these columns, of which it may lack some."""
    columns = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    return type(row)(**{name: changed.get(name, getattr(row, name)) for name in columns})


def steps_of(client, address: str) -> int:
    """How many instructions of SQLite's machine one answer takes."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    client.get(address)  # what is asked once in a process
    connection.connection.set_progress_handler(count, 1)
    try:
        response = client.get(address)
        assert response.status_code == 200, address
        if response.streaming:
            b"".join(response.streaming_content)
    finally:
        connection.connection.set_progress_handler(None, 1)
    return steps


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite counts its steps")
def test_no_page_does_more_for_many_stories_than_for_few(client):
    site = Site()
    site.grow(FEW)
    few = {address: steps_of(client, address) for address in site.addresses()}

    site.grow(MANY)
    many = dict(zip(few, (steps_of(client, address) for address in site.addresses()), strict=True))

    assert all(few.values())
    assert {one: (few[one], many[one]) for one in few if many[one] > SAME * few[one]} == {}
