"""Scheduled updates: readers have them from their moment on, once, whatever happened in between."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles import publishing, workflow, working_copy
from articles.models import Article, AuditEntry, Redirect, Revision, Transition
from articles.schedule import applying, updates
from articles.tests.factories import make_article, make_draft, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def planned(story, at, **changes):
    """The story with a changed working copy that goes out at `at`."""
    revision = working_copy.save(story, changes or {"title": "Tít cập nhật"})
    updates.plan(story, revision, at)
    return revision


@pytest.fixture
def story():
    return make_article(title="Tít đầu", published_at=timezone.now() - HOUR)


def title_on_site(client, story):
    story.refresh_from_db()
    text = client.get(story.get_absolute_url()).content.decode()
    return re.search(r'id="tit">(.*?)<', text)[1]


def test_the_first_request_after_the_moment_shows_the_update(client, story):
    at = timezone.now() + HOUR
    planned(story, at)

    with time_machine.travel(at - timedelta(seconds=1), tick=False):
        before = title_on_site(client, story)
    with time_machine.travel(at, tick=False):
        after = title_on_site(client, story)

    assert (before, after) == ("Tít đầu", "Tít cập nhật")


@pytest.mark.parametrize("address", ["/", "/api/v1/articles", "/khong-co-trang-nay/"])
def test_any_request_brings_the_update_out(client, story, address):
    at = timezone.now() + HOUR
    planned(story, at)

    with time_machine.travel(at + HOUR, tick=False):
        text = client.get(address).content.decode()

    assert "Tít cập nhật" in text
    assert "Tít đầu" not in text


def test_an_update_that_was_applied_late_counts_from_its_moment(client, story):
    at = timezone.now() + HOUR
    planned(story, at)

    with time_machine.travel(at + timedelta(days=3), tick=False):
        client.get("/")

    story.refresh_from_db()
    assert story.updated_at == at
    assert not Revision.objects.waiting().exists()


def test_a_story_that_went_off_before_the_first_request_stays_off(client, story):
    at = timezone.now() + HOUR
    Article.objects.filter(pk=story.pk).update(expires_at=at + HOUR)
    planned(story, at)

    with time_machine.travel(at + 2 * HOUR, tick=False):
        response = client.get(story.get_absolute_url())

    assert response.status_code == 410


def test_the_update_moves_the_address_at_its_moment(client, story):
    at = timezone.now() + HOUR
    planned(story, at, slug="dia-chi-moi")

    with time_machine.travel(at, tick=False):
        response = client.get("/tit-dau/")

    assert (response.status_code, response["Location"]) == (301, "/dia-chi-moi/")


def test_what_is_written_after_scheduling_stays_on_the_desk(client, story):
    at = timezone.now() + HOUR
    planned(story, at)
    working_copy.save(story, {"title": "Tít chưa duyệt"})

    with time_machine.travel(at, tick=False):
        assert title_on_site(client, story) == "Tít cập nhật"
    assert working_copy.newest_snapshot(story)["title"] == "Tít chưa duyệt"


def test_publishing_sooner_takes_the_place_of_the_scheduled_update(client, story):
    at = timezone.now() + HOUR
    planned(story, at)
    working_copy.save(story, {"title": "Tít mới hơn"})
    publishing.publish(story)

    with time_machine.travel(at, tick=False):
        assert title_on_site(client, story) == "Tít mới hơn"


def test_a_withdrawn_story_does_not_come_back_with_its_update(client, story):
    at = timezone.now() + HOUR
    planned(story, at)
    publishing.withdraw(story, notice="Đã rút.")

    with time_machine.travel(at, tick=False):
        response = client.get(story.get_absolute_url())

    assert response.status_code == 410


def test_a_second_plan_takes_the_place_of_the_first(story):
    soon, later = timezone.now() + HOUR, timezone.now() + 2 * HOUR
    planned(story, soon)

    revision = planned(story, later, title="Tít thứ ba")

    assert list(Revision.objects.waiting().values_list("pk", "due_at")) == [(revision.pk, later)]


def test_a_cancelled_update_never_goes_out(client, story):
    at = timezone.now() + HOUR
    planned(story, at)
    assert updates.cancel(story)

    with time_machine.travel(at, tick=False):
        assert title_on_site(client, story) == "Tít đầu"


def test_an_update_waits_for_a_moment_to_come_within_the_window_of_the_story(story):
    Article.objects.filter(pk=story.pk).update(expires_at=timezone.now() + 2 * HOUR)
    story.refresh_from_db()
    revision = working_copy.newest(story)

    for at in (timezone.now() - HOUR, story.expires_at, story.expires_at + HOUR):
        with pytest.raises(ValidationError):
            updates.plan(story, revision, at)
    updates.plan(story, revision, story.expires_at - timedelta(seconds=1))


def test_an_update_whose_address_was_taken_leaves_the_story_as_it_is_and_says_so(client, story):
    at = timezone.now() + HOUR
    revision = planned(story, at, title="Tít cập nhật", slug="dia-chi-moi")
    make_draft(slug="dia-chi-moi")

    with time_machine.travel(at, tick=False):
        assert title_on_site(client, story) == "Tít đầu"
    revision.refresh_from_db()
    assert (revision.due_at, revision.missed_at) == (None, at)
    assert "dia-chi-moi" in revision.missed_why
    assert AuditEntry.objects.filter(action="miss").count() == 1


def test_one_update_that_fails_keeps_no_other_from_going_out(client, story, monkeypatch):
    at = timezone.now() + HOUR
    other = make_article(title="Bài kia", published_at=timezone.now() - HOUR)
    planned(story, at)
    planned(other, at, title="Bài kia, cập nhật")
    publish = publishing.publish

    def broken_for_one(article, **options):
        if article.pk == story.pk:
            raise RuntimeError("hỏng")
        return publish(article, **options)

    monkeypatch.setattr(publishing, "publish", broken_for_one)
    with time_machine.travel(at, tick=False):
        titles = (title_on_site(client, story), title_on_site(client, other))

    assert titles == ("Tít đầu", "Bài kia, cập nhật")
    assert [one.missed_why for one in updates.planned_or_missed(story)] == ["RuntimeError: hỏng"]


def test_planning_again_forgets_what_was_missed(story):
    revision = working_copy.newest(story)
    Revision.objects.filter(pk=revision.pk).update(missed_at=timezone.now(), missed_why="Lý do.")

    updates.plan(story, revision, timezone.now() + HOUR)

    assert [one.missed_at for one in updates.planned_or_missed(story)] == [None]


def test_who_scheduled_the_update_signs_its_publication(story):
    at, user = timezone.now() + HOUR, make_user(role="managing_editor")
    updates.plan(story, working_copy.newest(story), at, user=user)

    applying.apply_due(at)

    steps = Transition.objects.filter(article=story).order_by("pk").values_list("step", "user")
    assert list(steps)[-2:] == [("schedule", user.pk), ("publish", user.pk)]


def test_applying_twice_applies_once(story):
    at = timezone.now() + HOUR
    planned(story, at)

    done = [len(applying.apply_due(at)) for _ in range(2)]

    assert done == [1, 0]
    assert Transition.objects.filter(article=story, step="publish").count() == 2


def test_the_address_stays_when_the_update_keeps_it(client, story):
    at = timezone.now() + HOUR
    planned(story, at)

    applying.apply_due(at)

    assert not Redirect.objects.exists()


@pytest.mark.parametrize("left", [0, 1, 30, 3600])
def test_page_caches_keep_an_answer_no_longer_than_it_is_right(client, story, left):
    at = timezone.now() + HOUR
    planned(story, at)

    with time_machine.travel(at - timedelta(seconds=left), tick=False):
        response = client.get("/")

    assert f"s-maxage={min(left, 60) if left else 60}" in response["Cache-Control"]


@pytest.mark.parametrize("window", [{"published_at": HOUR}, {"expires_at": HOUR}])
def test_page_caches_let_go_when_a_story_goes_out_or_off(client, window):
    now = timezone.now()
    make_article(**{name: now + later for name, later in window.items()})
    updates.Masthead.objects.get_or_create(pk=1)

    with time_machine.travel(now + HOUR - timedelta(seconds=20), tick=False):
        response = client.get("/")

    assert "s-maxage=20" in response["Cache-Control"]


def test_the_check_costs_a_readers_page_no_query(client, story, django_assert_num_queries):
    planned(story, timezone.now() + HOUR)

    with django_assert_num_queries(3):
        client.get(story.get_absolute_url())


def test_who_may_not_publish_does_not_cancel_a_scheduled_update_by_discarding(story):
    revision = planned(story, timezone.now() + HOUR)

    with pytest.raises(PermissionDenied):
        workflow.take_step(story, "discard", make_user("editor"))

    assert updates.waiting(story) == revision


def test_an_update_that_goes_out_leaves_the_deadline_of_newer_work(story):
    at = timezone.now() + HOUR
    planned(story, at)
    working_copy.save(story, {"title": "Tít đang sửa tiếp"})
    deadline = at + HOUR
    Article.objects.filter(pk=story.pk).update(due_at=deadline)

    with time_machine.travel(at, tick=False):
        applying.apply_due()

    story.refresh_from_db()
    assert (story.title, story.due_at) == ("Tít cập nhật", deadline)
