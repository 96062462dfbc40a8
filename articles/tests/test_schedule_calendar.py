"""The month calendar of the desk: what it shows, to whom, and what can be moved."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import publishing, working_copy
from articles.models import Article, Byline, TaggedArticle
from articles.schedule import updates
from articles.tests.factories import make_article, make_author, make_section, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = "/admin/articles/article/calendar/"


def at(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=VIETNAM)


@pytest.fixture
def november():
    """It is 20 November 2026, noon in Vietnam."""
    with time_machine.travel(at(20, 12), tick=False):
        yield


@pytest.fixture
def publisher(client):
    user = make_user(role="managing_editor")
    client.force_login(user)
    client.cookies["editor_language"] = "en"
    return user


def shown(client, query="month=2026-11") -> list[tuple]:
    """(day, kind, title, still to come) of each entry."""
    month = client.get(f"{CALENDAR}?{query}").context["month"]
    return [
        (day.date.isoformat()[5:], entry.kind, entry.title, entry.planned)
        for week in month.weeks
        for day in week
        for entry in day.entries
    ]


def move(client, story, kind, moment, **headers):
    return client.post(
        reverse("admin:articles_article_move", args=[story.pk, kind]),
        {"at": moment.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")},
        headers=headers,
    )


def planned_update(story, moment):
    updates.plan(story, working_copy.save(story, {"title": story.title + " (mới)"}), moment)


def test_the_month_shows_what_is_done_and_what_is_to_come(client, publisher):
    out = make_article(title="Đã ra", published_at=at(3))
    make_article(title="Sắp ra", published_at=at(25))
    make_article(title="Sẽ gỡ", published_at=at(4), expires_at=at(28))
    planned_update(out, at(26))
    withdrawn = make_article(title="Đã rút", published_at=at(5))
    publishing.withdraw(withdrawn, notice="Rút.")

    assert shown(client) == [
        ("11-03", "publication", "Đã ra", False),
        ("11-04", "publication", "Sẽ gỡ", False),
        ("11-20", "withdrawal", "Đã rút", False),
        ("11-25", "publication", "Sắp ra", True),
        ("11-26", "update", "Đã ra", True),
        ("11-28", "going-off", "Sẽ gỡ", True),
    ]


def test_weeks_begin_on_monday_and_reach_into_the_neighbours(client, publisher):
    make_article(title="Tháng trước", published_at=at(31, month=10))

    month = client.get(f"{CALENDAR}?month=2026-11").context["month"]

    assert [week[0].date.weekday() for week in month.weeks] == [0] * len(month.weeks)
    assert month.weeks[0][0].date.isoformat() == "2026-10-26"
    assert [entry.title for entry in month.weeks[0][5].entries] == ["Tháng trước"]


def test_a_story_of_the_last_hours_of_a_month_stands_on_its_day_in_vietnam(client, publisher):
    make_article(title="Nửa đêm", published_at=at(21, 0))

    assert shown(client) == [("11-21", "publication", "Nửa đêm", True)]


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "tháng 11", "0000-01", "2026-11-01", "٢٠٢٦-11"])
def test_what_is_no_month_is_refused_with_a_message(client, publisher, month):
    response = client.get(CALENDAR, {"month": month})

    assert response.status_code == 400
    assert "2026-11" in response.content.decode()


@pytest.mark.parametrize("name", ["section", "author"])
def test_a_filter_that_is_no_choice_is_refused(client, publisher, name):
    assert client.get(CALENDAR, {name: "x"}).status_code == 400


def test_the_month_is_narrowed_to_a_section_or_an_author(client, publisher):
    section, author = make_section(), make_author()
    make_article(title="Của mục", published_at=at(3), section=section)
    make_article(title="Của người", published_at=at(4), authors=[author])

    assert [entry[2] for entry in shown(client, f"month=2026-11&section={section.pk}")] == ["Của mục"]
    assert [entry[2] for entry in shown(client, f"month=2026-11&author={author.pk}")] == ["Của người"]


def test_a_reporter_sees_the_plans_of_own_stories_and_moves_none(client):
    reporter = make_user(role="reporter")
    make_article(title="Của mình", published_at=at(25), user=reporter)
    other = make_article(title="Của người khác", published_at=at(26))
    client.force_login(reporter)

    assert [entry[2] for entry in shown(client)] == ["Của mình"]
    assert "data-move" not in client.get(f"{CALENDAR}?month=2026-11").content.decode()
    assert move(client, other, "publication", at(27)).status_code in (403, 404)


def test_who_may_see_no_story_sees_no_calendar(client):
    client.force_login(make_user(is_staff=True))

    assert client.get(CALENDAR).status_code == 403


def test_the_month_costs_the_same_however_much_happens(client, publisher):
    def costs(stories: int) -> int:
        for number in range(stories):
            story = make_article(
                published_at=at(3 + number % 5),
                expires_at=at(28),
                authors=[make_author()],
                section=make_section(),
            )
            planned_update(story, at(25))
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{CALENDAR}?month=2026-11")
        return len(asked)

    few, many = costs(1), costs(11)

    assert few == many <= 20


def test_a_busy_day_shows_the_first_few_that_are_done_and_all_that_is_to_come(client, publisher):
    for hour in range(8):
        make_article(published_at=at(3, hour))
        make_article(published_at=at(25, hour))

    response = client.get(f"{CALENDAR}?month=2026-11")

    days = {day.date.day: day for week in response.context["month"].weeks for day in week if day.in_month}
    assert (len(days[3].entries), days[3].more) == (5, 3)
    assert (len(days[25].entries), days[25].more) == (8, 0)


def test_the_link_to_the_rest_of_a_day_leads_to_its_stories(client, publisher):
    for hour in range(8):
        make_article(title=f"Trong ngày {hour}", published_at=at(3, hour))
    make_article(title="Hôm sau", published_at=at(4))
    page = client.get(f"{CALENDAR}?month=2026-11").content.decode()
    query = (
        page.split(reverse("admin:articles_article_changelist") + "?")[1].split('"')[0].replace("&amp;", "&")
    )

    response = client.get(reverse("admin:articles_article_changelist") + "?" + query)

    assert len(response.context["cl"].result_list) == 8


# Moving ---------------------------------------------------------------------------------------------------


def test_a_publication_moves_with_everything_that_carries_its_date(client, publisher):
    story = make_article(published_at=at(25), authors=[make_author()], tags=["thi đua"])

    response = move(client, story, "publication", at(27, 15))

    story.refresh_from_db()
    assert response["Location"] == f"{CALENDAR}?month=2026-11"
    assert (story.published_at, story.first_published_at) == (at(27, 15), at(27, 15))
    assert Byline.objects.get().published_at == TaggedArticle.objects.get().published_at == at(27, 15)
    assert "15:00" in story.story_html


def test_an_update_and_a_going_off_move(client, publisher):
    story = make_article(published_at=at(3), expires_at=at(28))
    planned_update(story, at(25))

    move(client, story, "update", at(26))
    move(client, story, "going-off", at(29))

    story.refresh_from_db()
    assert (updates.waiting(story).due_at, story.expires_at) == (at(26), at(29))


@pytest.mark.parametrize("kind", ["publication", "update", "going-off"])
def test_nothing_moves_into_the_past(client, publisher, kind):
    story = make_article(published_at=at(25) if kind == "publication" else at(3), expires_at=at(28))
    if kind == "update":
        planned_update(story, at(26))

    response = move(client, story, kind, at(19))

    assert response.status_code == 400
    assert "passed" in response.content.decode()


def test_what_has_happened_does_not_move(client, publisher):
    story = make_article(published_at=at(3))

    response = move(client, story, "publication", at(27))

    story.refresh_from_db()
    assert response.status_code == 400
    assert story.published_at == at(3)


def test_no_publication_moves_before_its_embargo(client, publisher):
    story = make_article(published_at=at(27))
    Article.objects.filter(pk=story.pk).update(embargo_until=at(26))

    response = move(client, story, "publication", at(25))

    story.refresh_from_db()
    assert response.status_code == 400
    assert "embargo" in response.content.decode()
    assert story.published_at == at(27)


def test_the_script_is_told_in_json(client, publisher):
    story = make_article(published_at=at(25))

    moved = move(client, story, "publication", at(27), accept="application/json")
    refused = move(client, story, "publication", at(1), accept="application/json")

    assert (moved.status_code, moved.json()["at"]) == (200, "2026-11-27T09:00")
    assert refused.status_code == 400
    assert "passed" in refused.json()["message"]


def test_the_form_without_a_script_shows_the_planned_time(client, publisher):
    story = make_article(published_at=at(25))

    response = client.get(reverse("admin:articles_article_move", args=[story.pk, "publication"]))

    assert 'value="2026-11-25T09:00"' in response.content.decode()


@pytest.mark.parametrize("text", ["", "mai", "2026-99-01T00:00", "0001-01-01T00:00", "9999-12-31T23:59"])
def test_what_is_no_moment_is_refused(client, publisher, text):
    story = make_article(published_at=at(25))

    response = client.post(
        reverse("admin:articles_article_move", args=[story.pk, "publication"]), {"at": text}
    )

    assert response.status_code == 400


@pytest.mark.parametrize(("role", "status"), [("editor", 403), ("reporter", 404), ("registry_editor", 403)])
def test_others_move_nothing(client, role, status):
    story = make_article(published_at=at(25))
    client.force_login(make_user(role=role))

    response = move(client, story, "publication", at(27))

    story.refresh_from_db()
    assert response.status_code == status
    assert story.published_at == at(25)


def test_there_is_no_other_kind_to_move(client, publisher):
    story = make_article(published_at=at(25))

    assert client.get(reverse("admin:articles_article_move", args=[story.pk, "khac"])).status_code == 404
