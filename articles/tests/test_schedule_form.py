"""Times on the story's form: updates at a time, going off, embargo."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from articles import working_copy
from articles.models import Article, AuditEntry, Revision
from articles.schedule import updates
from articles.tests.desk import ADD, change_url, filled, open_form, send, take
from articles.tests.factories import make_article, make_draft, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
DAY = timedelta(days=1)
BOX = "%Y-%m-%dT%H:%M"


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def box(moment: datetime) -> str:
    """What the browser's date-and-time box sends: Vietnamese time."""
    return moment.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).strftime(BOX)


@pytest.fixture
def tomorrow():
    return minute(timezone.now() + DAY)


@pytest.fixture
def publisher(client, settings):
    """Somebody who publishes, alone at the desk: who may read whom is another rule's business."""
    settings.FOUR_EYES = False
    user = make_user(role="managing_editor")
    client.force_login(user)
    client.cookies["editor_language"] = "en"
    return user


@pytest.fixture
def story():
    return make_article(published_at=timezone.now() - DAY, user=make_user(role="reporter"))


def words(client, story) -> str:
    text = client.get(change_url(story)).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_publishing_a_public_story_at_a_later_time_schedules_what_was_just_saved(
    client, publisher, story, tomorrow
):
    response = take(client, story, "publish", title="Tít của ngày mai", step_at=box(tomorrow), follow=True)

    story.refresh_from_db()
    waiting = updates.waiting(story)
    assert response.status_code == 302
    assert story.title != "Tít của ngày mai"
    assert (waiting.due_at, waiting.number) == (tomorrow, working_copy.newest(story).number)
    assert f"Revision {waiting.number} goes out as an update at" in words(client, story)


def test_the_panel_says_what_does_not_go_out_with_the_update(client, publisher, story, tomorrow):
    take(client, story, "publish", title="Tít của ngày mai", step_at=box(tomorrow))
    assert "does not go out with it" not in words(client, story)

    send(client, change_url(story), title="Tít viết sau")

    assert "does not go out with it" in words(client, story)


def test_a_scheduled_update_is_cancelled_from_the_panel(client, publisher, story, tomorrow):
    take(client, story, "publish", title="Tít của ngày mai", step_at=box(tomorrow))

    send(client, change_url(story), button="_unschedule")

    assert not Revision.objects.waiting().exists()
    assert working_copy.newest_snapshot(story)["title"] == "Tít của ngày mai"


def test_only_who_publishes_cancels_an_update(client, story, tomorrow):
    updates.plan(story, working_copy.newest(story), tomorrow)
    client.force_login(make_user(role="editor"))

    send(client, change_url(story), button="_unschedule")

    assert updates.waiting(story).due_at == tomorrow


def test_an_update_that_was_missed_is_shown_with_its_reason(client, publisher, story):
    revision = working_copy.newest(story)
    Revision.objects.filter(pk=revision.pk).update(missed_at=timezone.now(), missed_why="Địa chỉ đã có.")

    text = words(client, story)

    assert "should have gone out" in text
    assert "Địa chỉ đã có." in text
    assert "Địa chỉ đã có." in client.get("/admin/").content.decode()


def test_a_story_goes_off_when_the_form_says_so(client, publisher, story, tomorrow):
    send(client, change_url(story), **{"times-expires_at": box(tomorrow)})

    with time_machine.travel(tomorrow - timedelta(seconds=1), tick=False):
        before = client.get(story.get_absolute_url())
    with time_machine.travel(tomorrow, tick=False):
        after = client.get(story.get_absolute_url())
    assert (before.status_code, after.status_code) == (200, 410)
    assert "đăng có thời hạn" in after.content.decode()
    assert AuditEntry.objects.get(action="schedule").user_pk == publisher.pk


def test_a_form_that_is_not_touched_changes_no_time(client, publisher, story):
    at = timezone.now() + DAY
    Article.objects.filter(pk=story.pk).update(expires_at=at)

    send(client, change_url(story), title="Tít khác")

    story.refresh_from_db()
    assert story.expires_at == at


def test_a_form_that_did_not_show_the_times_leaves_them(client, publisher, story):
    at = timezone.now() + DAY
    Article.objects.filter(pk=story.pk).update(expires_at=at)
    shown = filled(open_form(client, change_url(story)))

    client.post(
        change_url(story),
        {name: value for name, value in shown.items() if not name.startswith("times-")} | {"_save": "1"},
    )

    story.refresh_from_db()
    assert story.expires_at == at


@pytest.mark.parametrize(
    ("moment", "why"),
    [(timedelta(hours=-1), "has passed"), (timedelta(days=-2), "has passed")],
)
def test_a_story_cannot_go_off_in_the_past(client, publisher, story, moment, why):
    response = send(client, change_url(story), **{"times-expires_at": box(timezone.now() + moment)})

    assert why in str(response.context["adminform"].form.times.errors)
    story.refresh_from_db()
    assert story.expires_at is None


def test_a_story_does_not_go_off_before_its_update(client, publisher, story, tomorrow):
    updates.plan(story, working_copy.newest(story), tomorrow)

    response = send(client, change_url(story), **{"times-expires_at": box(tomorrow)})

    assert "An update is scheduled" in str(response.context["adminform"].form.times.errors)


def test_publishing_for_after_the_story_goes_off_is_refused_with_a_message(client, publisher, tomorrow):
    story = make_draft(user=make_user(role="reporter"))
    send(client, change_url(story), **{"times-expires_at": box(tomorrow)})

    response = client.get(
        take(client, story, "publish", step_at=box(tomorrow + DAY))["Location"]
    ).content.decode()

    assert "before it goes out" in response
    story.refresh_from_db()
    assert story.state == "draft"


# Embargo --------------------------------------------------------------------------------------------------


def test_a_reporter_puts_an_embargo_on_a_new_story_and_cannot_lift_it(client, tomorrow):
    client.force_login(make_user(role="reporter"))
    send(client, ADD, title="Tin được giữ", **{"times-embargo_until": box(tomorrow)})
    story = Article.objects.get()
    assert story.embargo_until == tomorrow

    response = send(client, change_url(story), **{"times-embargo_until": ""})

    assert response.status_code == 200
    story.refresh_from_db()
    assert story.embargo_until == tomorrow


def test_a_reporter_does_not_let_share_links_open_before_the_embargo(client, tomorrow):
    client.force_login(make_user(role="reporter"))
    send(
        client,
        ADD,
        title="Tin được giữ",
        **{
            "times-embargo_until": box(tomorrow),
            "times-embargo_shares": "on",
            "times-expires_at": box(tomorrow),
        },
    )

    story = Article.objects.get()
    assert (story.embargo_until, story.embargo_shares, story.expires_at) == (tomorrow, False, None)


@pytest.mark.parametrize("early", [None, timedelta(minutes=1)])
def test_nothing_is_published_before_its_embargo(client, publisher, tomorrow, early):
    story = make_draft(user=make_user(role="reporter"))
    Article.objects.filter(pk=story.pk).update(embargo_until=tomorrow)

    response = take(client, story, "publish", step_at=box(tomorrow - early) if early else "")

    assert "under embargo until" in client.get(response["Location"]).content.decode()
    story.refresh_from_db()
    assert story.state == "draft"


def test_a_story_goes_out_at_the_very_end_of_its_embargo(client, publisher, tomorrow):
    story = make_draft(user=make_user(role="reporter"))
    Article.objects.filter(pk=story.pk).update(embargo_until=tomorrow)

    take(client, story, "publish", step_at=box(tomorrow))

    story.refresh_from_db()
    assert (story.state, story.published_at) == ("published", tomorrow)


def test_no_embargo_is_put_on_what_goes_out_before_it(client, publisher, tomorrow):
    story = make_article(published_at=tomorrow)

    response = send(client, change_url(story), **{"times-embargo_until": box(tomorrow + DAY)})

    assert "before that" in str(response.context["adminform"].form.times.errors)


def test_the_form_asks_for_no_embargo_of_a_story_that_has_been_out(client, publisher, story, tomorrow):
    send(client, change_url(story), **{"times-embargo_until": box(tomorrow)})

    story.refresh_from_db()
    assert story.embargo_until is None
