"""Share links beside the form: how long, by whom, opened how often, closed at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import share_links, working_copy
from articles.models import Article, PreviewLink
from articles.tests.desk import change_url, send
from articles.tests.factories import make_draft, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, settings):
    """An editor's browser that asks for English."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor", username="thuky"))
    return client


def close(client, article: Article, link: PreviewLink, **headers):
    address = reverse("admin:articles_article_close_link", args=[article.pk])
    return client.post(address, {"link": link.pk}, headers=headers)


def link_to(article: Article, **fields) -> PreviewLink:
    until = timezone.now() + timedelta(days=1)
    return share_links.make(working_copy.newest(article), **{"expires_at": until, **fields})


@pytest.mark.parametrize(("chosen", "days"), [("1", 1), ("7", 7), ("30", 30), ("", 7), ("9999", 7), ("x", 7)])
def test_a_link_is_open_for_as_long_as_was_chosen(desk, chosen, days):
    send(desk, change_url(make_draft()), button="_share", share_days=chosen)

    left = PreviewLink.objects.get().expires_at - timezone.now()

    assert timedelta(days=days, minutes=-5) < left <= timedelta(days=days)


def test_the_panel_says_who_made_a_link_and_how_often_it_was_opened(desk, client):
    story = make_draft()
    link = link_to(story, user=make_user("managing_editor", username="nguoi-chia-se"))
    before = desk.get(change_url(story)).content.decode()
    address = reverse("articles:preview", args=[link.token])
    client.get(address)
    client.get(address)

    after = desk.get(change_url(story)).content.decode()

    link.refresh_from_db()
    assert link.last_viewed_at
    assert "not opened yet" in before
    assert "nguoi-chia-se" in after
    assert "opened 2 times, last at" in after
    assert link.token in after


def test_a_link_is_closed_without_saving_the_story(desk, client):
    story = make_draft()
    link = link_to(story)

    answer = close(desk, story, link, **{"X-Part": "1"})

    assert "The share link is closed." in answer.content.decode()
    assert link.token not in answer.content.decode()
    assert client.get(reverse("articles:preview", args=[link.token])).status_code == 410
    assert story.revisions.count() == 1
    assert close(desk, story, link, **{"X-Part": "1"}).status_code == 400


def test_a_link_of_another_story_is_not_closed_from_here(desk):
    link = link_to(make_draft())

    assert close(desk, make_draft(), link, **{"X-Part": "1"}).status_code == 400

    link.refresh_from_db()
    assert link.revoked_at is None


@pytest.mark.parametrize(
    ("role", "status"),
    [("reporter", 404), ("editor", 403), ("registry_editor", 403), ("managing_editor", 200)],
)
def test_closing_follows_the_rule_of_the_form(client, role, status):
    story = make_draft()
    link = link_to(story)
    client.force_login(make_user(role))

    assert close(client, story, link, **{"X-Part": "1"}).status_code == status
    link.refresh_from_db()
    assert bool(link.revoked_at) == (status == 200)


def test_nobody_closes_a_link_by_following_a_link(desk):
    story = make_draft()

    assert desk.get(reverse("admin:articles_article_close_link", args=[story.pk])).status_code == 405


@pytest.mark.parametrize("links", [1, 5])
def test_links_cost_the_form_the_same_however_many(desk, links, django_assert_max_num_queries):
    story = make_draft()
    for _ in range(links):
        link_to(story, user=make_user("managing_editor"))

    desk.get(change_url(story))
    with django_assert_max_num_queries(30):
        desk.get(change_url(story))
