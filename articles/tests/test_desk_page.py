"""The desk page: what one has to do first, what others have, what is due, planned and out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from articles import publishing, workflow, working_copy
from articles.models import Article
from articles.schedule import updates
from articles.tests.factories import make_article, make_author, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db

DESK = "/admin/"
NEXT = "/admin/articles/article/next/"


@pytest.fixture
def people():
    return {
        "reporter": make_user("reporter"),
        "editor": make_user("editor"),
        "managing_editor": make_user("managing_editor"),
    }


def page_for(client, user):
    client.force_login(user)
    return html.fromstring(client.get(DESK).content.decode())


def listed(client, user) -> dict[str, list[str]]:
    """Titles on the person's desk, by list."""
    lists = page_for(client, user).xpath("//section[contains(@class, 'desk-panel--')]")
    return {
        one.get("aria-labelledby").removeprefix("desk-"): [a.text for a in one.xpath(".//li//a")]
        for one in lists
    }


def handed_in(user, title="Bài gửi duyệt", **fields) -> Article:
    return workflow.take_step(make_draft(user=user, title=title, **fields), "submit", user)


def change(story, **columns) -> None:
    Article.objects.filter(pk=story.pk).update(**columns)


@pytest.mark.parametrize(("role", "ways"), [("reporter", ["Viết bài"]), ("registry_editor", [])])
def test_the_desk_begins_with_the_way_to_a_new_story_for_those_who_write(client, role, ways):
    page = page_for(client, make_user(role))

    assert page.xpath("//main//a[@href='/admin/articles/article/add/'][@class='button']/text()") == ways


def test_a_story_waits_for_whoever_takes_the_next_step_and_its_writer_waits_for_them(client, people):
    story = handed_in(people["reporter"])

    for step, writer, waits in (
        ("take", "reporter", "editor"),
        ("ready", "reporter", "editor"),
        ("publish", "reporter", "managing_editor"),
    ):
        assert story.title in listed(client, people[waits])["waiting"]
        assert listed(client, people[writer])["others"] == [story.title]
        assert listed(client, people[writer])["waiting"] == []
        story = workflow.take_step(story, step, people[waits])

    assert story.title not in listed(client, people["managing_editor"])["waiting"]


def test_a_returned_story_waits_for_its_writer_with_the_reason(client, people):
    story = handed_in(people["reporter"])
    workflow.take_step(story, "return", people["editor"], reason="Thiếu nguồn ở đoạn hai.")

    page = page_for(client, people["reporter"])

    (row,) = page.xpath("//section[@aria-labelledby='desk-waiting']//li")
    assert "Thiếu nguồn ở đoạn hai." in row.text_content()
    assert people["editor"].username in row.text_content()
    workflow.take_step(Article.objects.get(), "submit", people["reporter"])
    assert listed(client, people["reporter"])["waiting"] == []


def test_nobody_is_asked_to_approve_their_own_story(client, people, settings):
    own = handed_in(people["managing_editor"], "Bài của thư ký")
    change(own, state="ready")
    assert listed(client, people["managing_editor"])["waiting"] == []
    assert listed(client, people["managing_editor"])["others"] == ["Bài của thư ký"]

    settings.FOUR_EYES = False

    assert listed(client, people["managing_editor"])["waiting"] == ["Bài của thư ký"]


def test_an_edit_that_somebody_is_named_for_waits_for_them(client, people):
    story = handed_in(people["reporter"])
    other = make_user("editor")
    change(story, state="in_edit", assignee=other)

    assert listed(client, other)["waiting"] == [story.title]
    assert listed(client, people["editor"])["waiting"] == []


def test_a_draft_given_to_somebody_waits_for_them_and_stays_out_of_others_desks(client, people):
    given = make_draft(user=people["editor"], title="Đề tài được giao")
    change(given, assignee=people["reporter"])
    make_draft(user=people["reporter"], title="Bài đang viết")

    desk = listed(client, people["reporter"])

    assert (desk["waiting"], desk["own"]) == (["Đề tài được giao"], ["Bài đang viết"])
    assert "Bài đang viết" not in str(listed(client, people["managing_editor"]))


def test_an_update_waits_like_a_story(client, people):
    story = make_article(user=people["reporter"], title="Bài đã đăng")
    change(story, update_state="submitted")

    assert listed(client, people["editor"])["waiting"] == ["Bài đã đăng"]


def test_the_most_urgent_stands_first_then_what_waits_longest(client, people):
    now = timezone.now()
    for title, due in (
        ("Không hạn, mới", None),
        ("Hạn mai", now + timedelta(days=1)),
        ("Quá hạn", now - timedelta(days=1)),
    ):
        change(handed_in(people["reporter"], title), due_at=due)
    oldest = handed_in(people["reporter"], "Không hạn, cũ")
    change(oldest, modified_at=now - timedelta(days=9))

    assert listed(client, people["editor"])["waiting"] == [
        "Quá hạn",
        "Hạn mai",
        "Không hạn, cũ",
        "Không hạn, mới",
    ]


def test_what_is_late_and_what_is_due_today_stand_apart(client, people):
    now = timezone.now()
    tonight = timezone.localtime(now).replace(hour=23, minute=59, second=59)
    for title, due in (
        ("Trễ", now - timedelta(hours=1)),
        ("Tối nay", tonight),
        ("Mai", tonight + timedelta(hours=2)),
    ):
        change(make_draft(user=people["reporter"], title=title), due_at=due)
    change(make_article(title="Đã đăng rồi"), due_at=now - timedelta(hours=1))

    desk = listed(client, people["editor"])

    assert (desk["overdue"], desk["today"]) == (["Trễ"], ["Tối nay"])


def test_publications_and_updates_stand_by_their_moment(client, people):
    now = timezone.now()
    make_article(title="Bài ra mai", published_at=now + timedelta(days=1))
    story = make_article(title="Bài có bản cập nhật")
    revision = working_copy.save(story, {"title": "Tít mới"})
    updates.plan(story, revision, now + timedelta(hours=2))

    page = page_for(client, people["editor"])

    rows = page.xpath("//section[@aria-labelledby='desk-scheduled']//li")
    assert [row.xpath(".//a")[0].text for row in rows] == ["Bài có bản cập nhật", "Bài ra mai"]


def test_numbers_lead_to_the_lists_that_they_count(client, people):
    for _ in range(2):
        handed_in(people["reporter"])
    make_draft()
    change(make_article(), update_state="in_edit")

    page = page_for(client, people["editor"])

    counted = {}
    for link in page.xpath("//section[contains(@class, 'desk-numbers')]//li/a"):
        rows = client.get(link.get("href")).context["cl"].result_list
        assert len(rows) == int(link.xpath("./b")[0].text)
        counted[link.get("href").partition("?")[2]] = len(rows)
    assert counted == {
        "state__exact=draft": 1,
        "state__exact=submitted": 2,
        "state__exact=published": 1,
        "update_state__exact=in_edit": 1,
    }


def test_the_week_counts_what_came_out_on_each_of_seven_days(client, people):
    now = timezone.localtime()
    morning = now.replace(hour=0, minute=0, second=1)
    for moment in (
        morning,
        morning - timedelta(seconds=2),
        morning - timedelta(days=6),
        morning - timedelta(days=7),
    ):
        make_article(published_at=moment)
    make_article(published_at=now + timedelta(days=1))
    publishing.withdraw(make_article(published_at=morning), notice="Đã gỡ.")

    page = page_for(client, people["editor"])

    table = page.xpath("//section[contains(@class, 'desk-week')]//tbody/tr/td/text()")
    bars = [float(bar.get("height")) for bar in page.xpath("//section[contains(@class, 'desk-week')]//rect")]
    assert table == ["1", "0", "0", "0", "0", "1", "1"]
    assert [bar > 0 for bar in bars] == [number != "0" for number in table]


def test_each_role_sees_what_it_works_with(client, people):
    handed_in(people["reporter"], "Bài kín")
    make_article(title="Bài công khai")

    other = listed(client, make_user("reporter"))
    registry = listed(client, make_user("registry_editor"))

    assert "Bài kín" not in str(other)
    assert set(registry) == {"scheduled", "out"}
    assert registry["out"] == ["Bài công khai"]


def test_a_key_leads_from_one_waiting_story_to_the_next_and_round(client, people):
    first, second, third = (handed_in(people["reporter"], f"Bài {number}") for number in range(3))
    client.force_login(people["editor"])

    def after(story) -> str:
        return client.get(NEXT, {"from": f"/admin/articles/article/{story.pk}/change/"} if story else {}).url

    steps = [after(None), after(first), after(second), after(third), after(make_draft())]

    expected = [first, first.pk and second, third, first, first]
    assert steps == [f"/admin/articles/article/{story.pk}/change/" for story in expected]


@pytest.mark.parametrize("address", ["", "x", "//example.org", "/admin/articles/article/x/change/", "/%00"])
def test_wherever_one_comes_from_the_next_story_is_found_or_said_to_be_none(client, people, address):
    client.force_login(people["editor"])

    assert client.get(NEXT, {"from": address}).url == "/admin/"
    assert client.get(NEXT, {"from": address}, follow=True).context["messages"]


def test_who_cannot_write_has_no_next_story(client):
    make_draft()
    client.force_login(make_user("registry_editor"))

    assert client.get(NEXT).url == "/admin/"


def test_the_desk_costs_the_same_however_much_is_on_it(client, people):
    editor = people["editor"]

    def cost_with(more: int) -> int:
        for number in range(more):
            handed_in(people["reporter"], authors=[make_author()], section=make_section())
            back = handed_in(people["reporter"], f"Trả lại {number}")
            workflow.take_step(back, "return", editor, reason="Sửa lại.")
            change(make_draft(user=editor), due_at=timezone.now())
            make_article(published_at=timezone.now() + timedelta(days=1))
            story = make_article()
            updates.plan(
                story, working_copy.save(story, {"title": "Mới"}), timezone.now() + timedelta(days=1)
            )
        client.force_login(editor)
        client.get(DESK)
        with CaptureQueriesContext(connection) as queries:
            client.get(DESK)
        return len(queries)

    assert cost_with(1) == cost_with(12) <= 30


def test_a_reporter_is_told_of_their_own_stories_only(client):
    make_article(title="Bài của người khác")
    client.force_login(make_user("reporter"))

    page = client.get("/admin/").content.decode()

    assert "Chưa bài nào của bạn được xuất bản." in page
    assert "Bài của bạn" in page
    assert "Chưa xuất bản bài nào." not in page
