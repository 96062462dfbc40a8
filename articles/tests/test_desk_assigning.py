"""Stories are given to somebody, and a due time, many at once."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.tests.factories import make_draft, make_user

pytestmark = pytest.mark.django_db

STORIES = "/admin/articles/article/"


@pytest.fixture
def editor(client):
    user = make_user("editor")
    client.force_login(user)
    return user


def assign(client, *stories, confirmed="1", **fields):
    chosen = {"action": "assign", "_selected_action": [story.pk for story in stories], "confirmed": confirmed}
    return client.post(STORIES, chosen | fields)


def rows(*stories) -> list[tuple]:
    found = Article.objects.in_bulk([story.pk for story in stories])
    return [(found[story.pk].assignee, found[story.pk].due_at) for story in stories]


def test_it_asks_first_and_names_the_stories(client, editor):
    story = make_draft(title="Bài chưa giao")

    response = assign(client, story, confirmed="")

    assert "Bài chưa giao" in response.content.decode()
    assert rows(story) == [(None, None)]


def test_a_person_and_a_time_come_to_every_chosen_story_and_to_no_other(client, editor):
    one, two, other = (make_draft() for _ in range(3))
    writer = make_user("reporter")

    assign(client, one, two, assignee=writer.pk, due_at="2026-11-30T17:30")

    due = datetime(2026, 11, 30, 17, 30, tzinfo=timezone.get_default_timezone())
    assert rows(one, two, other) == [(writer, due), (writer, due), (None, None)]


def test_what_is_left_empty_stays_and_what_is_ticked_goes(client, editor):
    story, due = make_draft(), timezone.now() + timedelta(days=1)
    Article.objects.filter(pk=story.pk).update(assignee=editor, due_at=due)

    assign(client, story, nobody="on")
    assert rows(story) == [(None, due)]

    assign(client, story, no_due="on", assignee=editor.pk)
    assert rows(story) == [(editor, None)]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"due_at": "mai"},
        {"assignee": "999999"},
        {"due_at": "2026-11-30T17:30", "no_due": "on"},
        {"due_at": "99999-01-01T00:00"},
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(client, editor, fields):
    story = make_draft()

    response = assign(client, story, **fields)

    assert response.context["form"].errors
    assert rows(story) == [(None, None)]


def test_nobody_is_given_work_who_cannot_write(client, editor):
    story = make_draft()

    assign(client, story, assignee=make_user("registry_editor").pk)

    assert rows(story) == [(None, None)]


def test_who_may_not_assign_has_no_such_action(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    own = make_draft(user=reporter)

    assign(client, own, assignee=reporter.pk)

    assert rows(own) == [(None, None)]
    assert (
        "assign"
        not in client.get(STORIES)
        .content.decode()
        .partition('<select name="action"')[2]
        .partition("</select>")[0]
    )
