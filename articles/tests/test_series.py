"""Series and genre: parts link each other on readers' pages, and nothing unpublished shows through."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article, Series
from articles.tests.desk import ADD, change_url, send
from articles.tests.factories import make_article, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db


def make_series(**fields) -> Series:
    return Series.objects.create(**{"name": "Biên giới những ngày dịch", **fields})


def part(number, series, make=make_article, **fields) -> Article:
    return make(title=f"Phần thứ {number}", series=series.pk, part=number, **fields)


def page(client, story) -> str:
    return client.get(story.get_absolute_url()).content.decode()


def linked(html: str, story) -> bool:
    return f'href="{story.get_absolute_url()}"' in html


def test_a_part_says_its_number_and_links_the_others_in_order(client):
    series = make_series(planned_parts=3)
    second, first = part(2, series), part(1, series)

    html = page(client, first)

    assert "Bài 1/3" in html
    assert series.name in html
    parts = html[html.index('id="loat-bai"') :]
    assert parts.index("Phần thứ 1") < parts.index("Phần thứ 2")
    assert linked(html, second)


def test_a_series_without_a_plan_names_no_total(client):
    assert "<strong>Bài 1</strong>" in page(client, part(1, make_series()))


def test_drafts_plans_withdrawn_and_outdated_parts_do_not_show(client):
    series, now = make_series(planned_parts=6), timezone.now()
    first = part(1, series)
    part(2, series, make=make_draft)
    planned = part(3, series, published_at=now + timedelta(hours=1))
    gone = part(4, series)
    publishing.withdraw(gone, notice="Đã gỡ.")
    part(5, series, published_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))

    html = page(client, first)

    assert [f"Phần thứ {number}" in html for number in range(1, 6)] == [True] + [False] * 4
    assert "loat-bai" not in html
    assert not linked(html, planned)


def test_a_part_joins_the_others_the_moment_it_goes_out(client, monkeypatch):
    series, at = make_series(), timezone.now() + timedelta(hours=1)
    first, planned = part(1, series), part(2, series, published_at=at)

    monkeypatch.setattr(timezone, "now", lambda: at)

    assert linked(page(client, first), planned)
    assert linked(page(client, planned), first)


def test_a_part_moved_to_another_place_moves_once_it_is_published(client):
    series = make_series()
    first, other = part(1, series), part(2, series)
    working_copy.save(other, {"part": 9})
    before = page(client, first)
    publishing.publish(other)

    assert "Bài 2" in before
    assert "Bài 9" not in before
    assert "Bài 9" in page(client, first)


def test_a_renamed_series_is_renamed_on_its_stories(client):
    series = make_series(planned_parts=2)
    story = part(1, series)
    client.force_login(make_user("managing_editor"))

    client.post(f"/admin/articles/series/{series.pk}/change/", {"name": "Tên mới", "planned_parts": "4"})

    html = page(client, story)
    assert "Loạt bài: Tên mới" in html
    assert "Bài 1/4" in html


@pytest.mark.parametrize("parts", [1, 6])
def test_a_part_costs_three_queries_however_long_its_series(client, parts, django_assert_num_queries):
    series, section = make_series(), make_section()
    stories = [part(number, series, section=section) for number in range(1, parts + 1)]
    page(client, stories[0])

    with django_assert_num_queries(3):
        page(client, stories[0])


def test_a_name_that_differs_in_accents_alone_is_refused_with_a_message(client):
    make_series(name="Hải quan số")
    client.force_login(make_user("editor"))

    response = client.post("/admin/articles/series/add/", {"name": "HAI QUAN SO"})

    assert response.status_code == 200
    assert response.context["adminform"].form.errors
    assert Series.objects.count() == 1


def test_the_form_takes_genre_series_and_part(client):
    series = make_series()
    client.force_login(make_user("reporter"))

    send(client, ADD, title="Một phần", genre="interview", series=series.pk, part="2")

    story = Article.objects.get()
    assert (story.genre, story.series, story.part) == ("interview", series, 2)
    assert working_copy.newest_snapshot(story) == working_copy.snapshot_of(story)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"genre": "thơ"}, "genre"),
        ({"series": "9999"}, "series"),
        ({"series": "x"}, "series"),
        ({"part": "0"}, "part"),
        ({"part": "99999999"}, "part"),
        ({"part": "2"}, "series"),
    ],
)
def test_what_is_no_genre_series_or_part_is_said_at_its_field(client, typed, field):
    client.force_login(make_user("editor"))

    response = send(client, ADD, title="Tít còn đây", **typed)

    assert list(response.context["adminform"].form.errors) == [field]
    assert not Article.objects.exists()


def test_a_snapshot_older_than_series_reads_as_one_without(client):
    story = make_draft(title="Bản cũ")
    revision = story.revisions.get()
    for name in ("genre", "series", "part"):
        del revision.snapshot[name]
    revision.save()
    client.force_login(make_user("editor"))

    assert client.get(change_url(story)).status_code == 200
    assert publishing.publish(story).title == "Bản cũ"
    assert not working_copy.has_unpublished_changes(Article.objects.get(pk=story.pk))


def test_a_commentary_is_named_so_for_readers(client):
    assert "kicker__genre" in page(client, make_article(genre="commentary"))
    assert "kicker__genre" not in page(client, make_article(genre="news"))
