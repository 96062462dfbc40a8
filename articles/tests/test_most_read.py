"""What is read most: counted without knowing anybody, listed once an hour, never of what is not public."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone

from articles import publishing
from articles.models import MostRead, StoryReads
from articles.most_read import counting, ranking
from articles.tests.factories import make_article, make_draft

pytestmark = pytest.mark.django_db

BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 Firefox/150.0", "HTTP_ORIGIN": "http://testserver"}
HOUR = timezone.now().replace(minute=0, second=0, microsecond=0)


@pytest.fixture(autouse=True)
def within_the_hour():
    """A run of the tests may well go on into the next hour."""
    with time_machine.travel(HOUR + timedelta(minutes=20)):
        yield


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch):
    monkeypatch.setattr(counting, "tally", counting.Tally())


def read(client, story, **headers):
    return client.post("/luot-doc/", {"bai": getattr(story, "slug", story)}, **(BROWSER | headers))


def total() -> dict:
    return dict(StoryReads.objects.values_list("article", "count"))


def test_readings_wait_together_and_are_written_by_the_hour(client, monkeypatch):
    story = make_article()

    answers = [read(client, story) for _ in range(4)]
    at_once = total()
    monkeypatch.setattr(counting, "PATIENCE", 0)
    read(client, story)

    assert {answer.status_code for answer in answers} == {204}
    assert not answers[0].cookies
    assert (at_once, total()) == ({story.pk: 1}, {story.pk: 5})
    assert StoryReads.objects.get().hour == HOUR


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Googlebot/2.1"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_ORIGIN": "https://example.org"},
        {"HTTP_ORIGIN": ""},
    ],
)
def test_programs_and_other_sites_count_nothing(client, headers):
    assert read(client, make_article(), **headers).status_code == 204
    assert total() == {}


def test_two_processes_that_begin_an_hour_together_lose_no_reading(monkeypatch):
    story = make_article(slug="bai-mau")
    renew = ranking.renew
    beaten = iter([IntegrityError("the other process made the list")])

    def renew_second(hour):
        for error in beaten:
            raise error
        renew(hour)

    monkeypatch.setattr(ranking, "renew", renew_second)
    counting.write({"bai-mau": 4})

    assert StoryReads.objects.get(article=story).count == 4


def test_what_is_not_public_is_not_counted(client):
    gone = publishing.withdraw(make_article())

    counting.write({make_draft().slug: 5, gone.slug: 5, "khong-co": 5, "x'; --": 5})

    assert total() == {}
    assert read(client, "\x00" * 900).status_code == 204


def test_the_list_is_made_once_an_hour_and_without_what_was_withdrawn(client):
    first, second, rare, gone = (make_article() for _ in range(4))
    for story, count in ((first, 9), (second, 4), (rare, ranking.FEWEST - 1), (gone, 50)):
        StoryReads.objects.create(article=story, hour=HOUR, count=count)
    StoryReads.objects.create(article=rare, hour=HOUR - timedelta(days=2), count=99)
    StoryReads.objects.create(article=rare, hour=HOUR - timedelta(days=9), count=99)

    ranking.renew(HOUR)
    before = [story.pk for story in client.get("/").context["front"].most_read]
    publishing.withdraw(gone)
    after = client.get("/")
    StoryReads.objects.filter(article=second).update(count=100)
    ranking.renew(HOUR)
    same_hour = list(MostRead.objects.values_list("article", flat=True))
    ranking.renew(HOUR + timedelta(hours=1))

    assert before == [gone.pk, first.pk, second.pk]
    assert [story.pk for story in after.context["front"].most_read] == [first.pk, second.pk]
    assert "Đọc nhiều trong ngày" in after.content.decode()
    assert same_hour == before
    assert list(MostRead.objects.values_list("article", flat=True)) == [second.pk, first.pk]
    assert not StoryReads.objects.filter(hour__lt=HOUR - ranking.KEPT).exists()


def test_a_day_later_the_list_is_empty_again(client):
    story = make_article()
    counting.write({story.slug: 9})

    with time_machine.travel(HOUR + timedelta(days=2), tick=False):
        counting.write({story.slug: 1})

    assert not MostRead.objects.exists()
    assert "Đọc nhiều" not in client.get("/").content.decode()
