"""Sitemaps as crawlers read them: every page that readers see, no other, and when it last changed."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles import correcting, publishing
from articles.models import Article, Masthead
from articles.tests.factories import make_article, make_author, make_draft, make_section, make_tag

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def entries(client, address: str) -> dict[str, str | None]:
    """Path and date of each entry of a well-formed sitemap."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml; charset=utf-8")
    root = ElementTree.fromstring(response.content)
    found = {one.findtext("{*}loc"): one.findtext("{*}lastmod") for one in root}
    assert all(place.startswith(SITE) for place in found)
    return {place.removeprefix(SITE): changed for place, changed in found.items()}


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_the_index_leads_to_every_page_that_readers_see(client):
    section, author, tag = make_section(), make_author(), make_tag()
    story = make_article(section=section, authors=[author], tags=[tag])

    pages = {page: part for part in entries(client, "/sitemap.xml") for page in entries(client, part)}

    for record in (story, section, author, tag):
        assert record.get_absolute_url() in pages
    assert {"/", "/dinh-chinh/", "/toa-soan/", "/phong-trao/", "/vinh-danh/"} <= set(pages)
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


def test_a_story_is_as_new_as_its_last_correction(client):
    story = make_article(published_at=timezone.now() - timedelta(days=9))
    path = story.get_absolute_url()
    assert entries(client, "/sitemap-bai-1.xml") == {path: written(story.published_at)}

    note = correcting.add(story, "correction", "Đúng là 210.")

    assert entries(client, "/sitemap-bai-1.xml") == {path: written(note.at)}
    assert entries(client, "/sitemap.xml")["/sitemap-bai-1.xml"] == written(note.at)


@pytest.mark.parametrize("years", [1, 3])
def test_the_months_of_the_archive_that_have_stories_are_in_it(client, years, django_assert_num_queries):
    now = timezone.now()
    first = make_article(published_at=datetime(now.year - years, 2, 28, 20, tzinfo=UTC))  # 1 March in Vietnam
    make_article(published_at=datetime(now.year - 1, 12, 15, tzinfo=UTC))
    hidden = make_article(published_at=datetime(now.year - 1, 9, 15, tzinfo=UTC))
    publishing.withdraw(hidden)

    with django_assert_num_queries(3):
        found = [path for path in entries(client, "/sitemap-trang.xml") if path.startswith("/luu-tru/2")]

    assert found == [f"/luu-tru/{now.year - years}/03/", f"/luu-tru/{now.year - 1}/12/"]
    assert client.get(found[0]).context["stories"] == [first]


def test_what_readers_do_not_see_is_in_no_sitemap(client):
    author, tag = make_author(), make_tag()
    shown, withdrawn = make_article(), make_article()
    publishing.withdraw(withdrawn)
    make_draft(authors=[author], tags=[tag])
    make_article(authors=[author], published_at=timezone.now() + timedelta(days=1))
    past = timezone.now() - timedelta(days=1)
    make_article(tags=[tag], published_at=past, expires_at=past + timedelta(hours=1))

    assert set(entries(client, "/sitemap-bai-1.xml")) == {shown.get_absolute_url()}
    assert [name for name in entries(client, "/sitemap.xml") if "tac-gia" in name or "tu-khoa" in name] == []
    assert client.get("/sitemap-tac-gia-1.xml").status_code == 404


def test_a_file_holds_the_stories_of_one_stretch_of_ids(client, django_assert_num_queries):
    at = timezone.now() - timedelta(days=1)
    Article.objects.bulk_create(
        Article(
            pk=pk,
            title="Bài mẫu",
            slug=f"bai-{pk}",
            state="published",
            published_at=at,
            first_published_at=at,
            changed_at=at,
        )
        for pk in (1_000_001, 1_049_999, 1_050_000, 1_050_001, 1_150_001)
    )

    with django_assert_num_queries(1 + 2 + 6 * 1 + 2):
        files = entries(client, "/sitemap.xml")

    numbers = [int(number) for name in files for number in re.findall(r"sitemap-bai-(\d+)", name)]
    assert numbers == [21, 22, 24]
    assert list(entries(client, "/sitemap-bai-21.xml")) == ["/bai-1000001/", "/bai-1049999/", "/bai-1050000/"]
    assert list(entries(client, "/sitemap-bai-22.xml")) == ["/bai-1050001/"]
    with django_assert_num_queries(2):
        assert list(entries(client, "/sitemap-bai-24.xml")) == ["/bai-1150001/"]


@pytest.mark.parametrize("name", ["bai-0", "bai-2", "bai-99999999999999999999", "khong-co-1", "bai-x"])
def test_a_file_that_holds_nothing_is_not_found(client, name):
    make_article()

    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_the_news_sitemap_holds_the_stories_of_two_days_under_the_name_of_the_masthead(client):
    Masthead.objects.create(name="Bản Tin & Mẫu")
    now = timezone.now()
    make_article(title="Bài cũ", published_at=now - timedelta(days=2, minutes=1))
    make_article(title="Bài hẹn giờ", published_at=now + timedelta(days=1))
    fresh = make_article(title="Tít <mới> & hay", published_at=now - timedelta(days=1, hours=23))

    (entry,) = ElementTree.fromstring(client.get("/news-sitemap.xml").content)

    assert entry.findtext("{*}loc") == SITE + fresh.get_absolute_url()
    news = entry.find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}title") == "Tít <mới> & hay"
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Bản Tin & Mẫu"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
    assert news.findtext(f"{NEWS}publication_date") == written(fresh.published_at)


def test_robots_are_told_of_the_sitemaps_and_kept_from_shared_previews(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/news-sitemap.xml" in lines
    assert "Disallow: /xem-thu/" in lines
