import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article, Correction
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_tag,
)
from articles.views import lists

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - timedelta(**time)


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def author():
    return make_author()


@pytest.fixture
def tag():
    return make_tag()


@pytest.fixture
def filed(section, author, tag):
    """Makes a story that stands on every kind of list."""

    def make(make_story=make_article, **fields):
        bylines = [{"author": author.pk, "role": "author"}]
        return make_story(section=section, bylines=bylines, tags=[tag], **fields)

    return make


@pytest.fixture(params=["section", "author", "tag", "archive"])
def address(request, section, author, tag):
    """The address of a list of each kind."""
    if request.param == "archive":
        today = timezone.localdate()
        return reverse("articles:archive", args=[today.year, today.month])
    return {"section": section, "author": author, "tag": tag}[request.param].get_absolute_url()


def all_pages(client, address):
    """Titles of each page, from the first to the last."""
    pages, query = [], ""
    while True:
        response = client.get(address + query)
        assert response.status_code == 200
        pages.append([story.title for story in response.context["stories"]])
        cursor = response.context["page"].next_cursor
        if not cursor:
            return pages
        assert f"?trang={cursor}" in response.content.decode()
        query = f"?trang={cursor}"


def test_a_list_shows_its_stories_newest_first(client, filed, address):
    older, newer = filed(published_at=ago(minutes=2)), filed(published_at=ago(minutes=1))

    assert all_pages(client, address) == [[newer.title, older.title]]


def test_pages_follow_each_other_without_gap_or_repetition(client, filed, address, monkeypatch):
    monkeypatch.setattr(lists, "PAGE_SIZE", 2)
    same_moment = ago(minutes=1)
    stories = [filed(published_at=same_moment) for _ in range(5)]

    pages = all_pages(client, address)

    assert [len(page) for page in pages] == [2, 2, 1]
    assert [title for page in pages for title in page] == [story.title for story in reversed(stories)]


def test_lists_show_nothing_that_a_reader_may_not_see(client, filed, address):
    shown = filed()
    filed(make_draft, title="Bí mật nháp")
    filed(title="Bí mật ngày mai", published_at=timezone.now() + timedelta(seconds=90))
    filed(title="Bí mật quá hạn", published_at=ago(hours=2), expires_at=ago(hours=1))
    publishing.withdraw(filed(title="Bí mật đã gỡ"))

    response = client.get(address)

    assert response.context["stories"] == [shown]
    assert "Bí mật" not in response.content.decode()


@pytest.mark.parametrize(
    "cursor", ["x", "****", "MjAyNn4x", "eA~", "%00", "a" * 500, "MjAyNi0xMS0yMlQwMDowMDowMH4x"]
)
def test_a_cursor_that_the_site_did_not_make_is_a_bad_request(client, filed, address, cursor):
    filed()

    response = client.get(f"{address}?trang={cursor}")

    assert response.status_code == 400
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("count", [1, 15])
def test_a_list_costs_the_same_few_queries_however_long(client, filed, address, count):
    for _ in range(count):
        filed(lead_photo=make_photo())

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)

    assert len(response.context["stories"]) == count
    assert len(queries) <= 4


def test_an_empty_section_says_so(client, section):
    assert "Chuyên mục này chưa có bài nào." in client.get(section.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["author", "tag"])
def test_who_or_what_stands_on_no_public_story_is_not_found(client, filed, author, tag, name):
    filed(make_draft)
    record = {"author": author, "tag": tag}[name]

    response = client.get(record.get_absolute_url())

    assert response.status_code == 404
    assert record.name not in response.content.decode()


@pytest.mark.parametrize("name", ["author", "tag"])
def test_an_address_that_was_public_answers_after_its_last_story_went(client, filed, author, tag, name):
    publishing.withdraw(filed(title="Bí mật đã gỡ"))

    response = client.get({"author": author, "tag": tag}[name].get_absolute_url())

    assert response.status_code == 200
    assert "Bí mật" not in response.content.decode()


@pytest.mark.parametrize("name", ["author", "tag"])
def test_an_address_that_was_public_answers_after_its_last_story_names_it_no_more(
    client, filed, author, tag, name
):
    story = filed()
    working_copy.save(story, {"bylines": [], "tags": []})
    publishing.publish(story)

    response = client.get({"author": author, "tag": tag}[name].get_absolute_url())

    assert response.status_code == 200
    assert response.context["stories"] == []


@pytest.mark.parametrize("name", ["author", "tag"])
def test_who_left_a_story_before_it_went_out_stays_unknown(client, filed, author, tag, name):
    story = filed(published_at=timezone.now() + timedelta(days=1))
    working_copy.save(story, {"bylines": [], "tags": []})
    publishing.publish(story)

    response = client.get({"author": author, "tag": tag}[name].get_absolute_url())

    assert response.status_code == 404


def test_a_story_signed_in_two_roles_stands_once(client, author):
    roles = [{"author": author.pk, "role": role} for role in ("author", "photographer")]
    story = make_article(bylines=roles)

    assert client.get(author.get_absolute_url()).context["stories"] == [story]


@pytest.mark.parametrize("kind", ["section", "author", "tag"])
def test_an_unknown_slug_is_not_found(client, kind):
    assert client.get(reverse(f"articles:{kind}", args=["khong-co"])).status_code == 404


@pytest.mark.parametrize("path", ["tac-gia", "tu-khoa"])
def test_deep_pages_read_the_index_by_date(client, filed, author, tag, path):
    filed()
    record = {"tac-gia": author, "tu-khoa": tag}[path]

    with CaptureQueriesContext(connection) as queries:
        client.get(record.get_absolute_url())

    rows = next(query["sql"] for query in queries if "EXISTS" in query["sql"] and "LIMIT" in query["sql"])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {rows}")
            steps = [step[3] for step in cursor.fetchall()]
        index = {"tac-gia": "author_stories_by_date", "tu-khoa": "tag_stories_by_date"}[path]
        assert index in steps[0]


# Archive ------------------------------------------------------------------------------------


def archive(client, year, month):
    return client.get(f"/luu-tru/{year:04}/{month:02}/")


def test_a_month_begins_and_ends_in_vietnams_time(client):
    first = make_article(published_at=datetime(2026, 9, 30, 17, 0, tzinfo=UTC))
    last = make_article(published_at=datetime(2026, 10, 31, 16, 59, 59, tzinfo=UTC))
    make_article(published_at=datetime(2026, 9, 30, 16, 59, 59, tzinfo=UTC))
    make_article(published_at=datetime(2026, 10, 31, 17, 0, tzinfo=UTC))

    assert archive(client, 2026, 10).context["stories"] == [last, first]


def test_the_archive_leads_to_months_and_years_that_have_stories(client):
    for at in ((2024, 5), (2024, 8), (2026, 1), (2026, 3)):
        make_article(published_at=datetime(*at, 15, tzinfo=UTC))

    text = archive(client, 2026, 2).content.decode()

    assert "/luu-tru/2026/01/" in text
    assert "/luu-tru/2026/03/" in text
    assert "/luu-tru/2024/08/" in text
    assert "/luu-tru/2024/05/" not in text
    assert "/luu-tru/2025/" not in text
    assert "Tháng này chưa có bài nào." in text


def test_months_of_hidden_stories_are_not_offered(client):
    make_article(published_at=datetime(2026, 3, 15, tzinfo=UTC))
    Article.objects.filter(pk=make_draft().pk).update(published_at=datetime(2026, 2, 15, tzinfo=UTC))

    response = archive(client, 2026, 3)

    assert "/luu-tru/2026/02/" not in response.content.decode()


def test_the_whole_archive_is_offered_by_years_with_a_fixed_number_of_queries(
    client, django_assert_max_num_queries
):
    assert "chưa có bài nào" in client.get("/luu-tru/").content.decode()
    for at in ((2024, 8), (2024, 5), (2026, 3)):
        make_article(published_at=datetime(*at, 15, tzinfo=UTC))
    Article.objects.filter(pk=make_draft().pk).update(published_at=datetime(2025, 2, 15, tzinfo=UTC))

    with django_assert_max_num_queries(6):
        text = client.get("/luu-tru/").content.decode()

    assert re.findall(r'id="nam-(\d+)"|href="/luu-tru/(\d+/\d+)/"', text) == [
        ("2026", ""),
        ("", "2026/03"),
        ("2024", ""),
        ("", "2024/05"),
        ("", "2024/08"),
    ]


@pytest.mark.parametrize("path", ["2026/00", "2026/13", "2026/1", "26/01", "0000/01", "1999/01", "9999/12"])
def test_a_month_that_the_archive_cannot_have_is_not_found(client, path):
    make_article()

    assert client.get(f"/luu-tru/{path}/").status_code == 404


def test_this_month_answers_before_the_first_story(client):
    today = timezone.localdate()

    assert archive(client, today.year, today.month).status_code == 200


# Corrections --------------------------------------------------------------------------------


def test_corrections_of_visible_stories_stand_newest_first(client):
    story = make_article()
    older = Correction.objects.create(article=story, text="Sửa tên.", at=ago(hours=2))
    newer = Correction.objects.create(article=story, text="Sửa số.", at=ago(hours=1))
    hidden = make_article()
    Correction.objects.create(article=hidden, text="Bí mật đã gỡ")
    publishing.withdraw(hidden)
    Correction.objects.create(article=make_draft(), text="Bí mật nháp")

    response = client.get("/dinh-chinh/")

    assert response.context["page"].rows == [newer, older]
    assert "Bí mật" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 15])
def test_corrections_cost_two_queries(client, count, django_assert_num_queries):
    for _ in range(count):
        Correction.objects.create(article=make_article(), text="Sửa.")

    with django_assert_num_queries(2):
        client.get("/dinh-chinh/")


def test_corrections_refuse_a_bad_cursor(client):
    assert client.get("/dinh-chinh/?trang=x").status_code == 400
