from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.tests.factories import make_article, make_draft, make_photo, make_section
from newsroom import places

pytestmark = pytest.mark.django_db


def test_the_newest_story_leads_two_stand_beside_it_and_the_rest_follow_by_day(client):
    now = timezone.now()
    stories = [make_article(published_at=now - timedelta(days=age)) for age in range(5)]

    front = client.get("/").context["front"]

    assert front.lead == stories[0]
    assert front.secondary == stories[1:3]
    assert [of_day for _, of_day in front.river] == [[stories[3]], [stories[4]]]


def test_a_site_without_stories_has_a_front_page(client):
    response = client.get("/")

    assert response.status_code == 200
    assert "Chưa có bài nào được đăng." in response.content.decode()


def test_the_front_page_shows_nothing_hidden(client):
    make_article()
    make_draft(title="Bí mật nháp")
    make_article(title="Bí mật ngày mai", published_at=timezone.now() + timedelta(minutes=1))
    publishing.withdraw(make_article(title="Bí mật đã gỡ"))

    assert "Bí mật" not in client.get("/").content.decode()


def test_bands_that_have_something_to_show_stand_on_the_front_page(client, monkeypatch):
    monkeypatch.setitem(places._filled, "front_bands", [])
    places.fill("front_bands", lambda: "")
    places.fill("front_bands", lambda: "Dải vinh danh")

    assert client.get("/").context["bands"] == ["Dải vinh danh"]


@pytest.mark.parametrize("count", [1, 20])
def test_the_front_page_costs_three_queries_and_its_bands(
    client, count, django_assert_num_queries, monkeypatch
):
    monkeypatch.setitem(places._filled, "front_bands", [])
    for _ in range(count):
        make_article(section=make_section(), lead_photo=make_photo())

    with django_assert_num_queries(3):
        client.get("/")
