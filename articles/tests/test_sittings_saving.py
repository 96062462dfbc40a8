"""A form that saves by itself: one open revision a sitting, nothing written for nothing, nothing lost."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import binning, workflow, working_copy
from articles.models import Article, PreviewLink, Revision, Series, Sitting
from articles.sittings import presence
from articles.tests.desk import ADD, change_url, filled, open_form, send
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_user,
)
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

SAVE_QUERIES = 20


class Tab:
    """One open form of a story in a browser with scripts."""

    def __init__(self, user, story=None):
        self.client, self.turn, self.user = Client(), 0, user
        self.client.force_login(user)
        self.page = change_url(story) if story else ADD
        self.address = self.page.replace("/change/", "/autosave/").replace("/add/", "/add/autosave/")
        self.data = filled(open_form(self.client, self.page))

    def write(self, **typed):
        """Type, and let the form save itself."""
        self.turn += 1
        self.data |= typed | {"turn": str(self.turn)}
        response = self.client.post(self.address, self.data)
        answer = response.json()
        if "base" in answer:
            self.data["base"] = answer["base"]
            self.page, self.address = answer["addresses"]["change"], answer["addresses"]["autosave"]
        return response

    def press(self, button="_save", value="1", **typed):
        self.turn += 1
        return self.client.post(self.page, self.data | typed | {"turn": str(self.turn), button: value})


@pytest.fixture
def editor():
    return make_user("editor", first_name="Một", last_name="Người Mẫu")


def numbers_and_origins(story) -> list[tuple]:
    return list(story.revisions.order_by("number").values_list("number", "origin"))


def test_a_sitting_writes_over_its_one_open_revision(editor):
    story = make_draft(title="Tít đầu")
    tab = Tab(editor, story)

    answers = [tab.write(title=f"Tít lần {n}").json()["code"] for n in range(5)]

    story.refresh_from_db()
    assert answers == ["saved"] * 5
    assert numbers_and_origins(story) == [(1, "edit"), (2, "autosave")]
    assert (story.title, working_copy.newest(story).user) == ("Tít lần 4", editor)


def test_what_is_asked_for_closes_the_open_revision(editor):
    story = make_draft()
    tab = Tab(editor, story)
    tab.write(title="Tự lưu")

    tab.press(title="Bấm lưu")
    tab.write(title="Viết tiếp sau khi lưu")

    assert numbers_and_origins(story) == [(1, "edit"), (2, "edit"), (3, "autosave")]
    assert [one.snapshot["title"] for one in story.revisions.order_by("number")][1:] == [
        "Bấm lưu",
        "Viết tiếp sau khi lưu",
    ]


def test_saving_what_saved_itself_closes_it_without_another_revision(editor):
    story = make_draft()
    tab = Tab(editor, story)
    tab.write(title="Tự lưu")

    tab.press()

    assert numbers_and_origins(story) == [(1, "edit"), (2, "edit")]


def test_nothing_changed_writes_nothing(editor):
    story = make_draft(body="<p>Đoạn.</p><ul><li>một</li></ul>")
    before = Article.objects.get(pk=story.pk).modified_at

    answer = Tab(editor, story).write().json()

    assert answer["code"] == "unchanged"
    assert numbers_and_origins(story) == [(1, "edit")]
    assert Article.objects.get(pk=story.pk).modified_at == before


def test_a_revision_that_something_refers_to_stays_as_it_is(editor):
    story = make_draft()
    tab = Tab(editor, story)
    tab.write(title="Bản được gửi xem")
    shared = working_copy.newest(story)
    PreviewLink.objects.create(revision=shared, expires_at=shared.created_at)

    tab.write(title="Bản sau")

    shared.refresh_from_db()
    assert shared.snapshot["title"] == "Bản được gửi xem"
    assert numbers_and_origins(story)[1:] == [(2, "autosave"), (3, "autosave")]


def test_a_step_of_the_workflow_closes_what_it_names(editor):
    reporter = make_user("reporter")
    story = make_draft(user=reporter)
    tab = Tab(reporter, story)
    tab.write(title="Bản nộp")
    workflow.take_step(story, "submit", reporter)

    answer = tab.write(title="Viết sau khi nộp")

    assert answer.status_code == 403
    assert answer.json()["code"] == "forbidden"
    assert working_copy.newest_snapshot(story)["title"] == "Bản nộp"


def test_what_readers_see_stays_while_a_published_story_saves_itself(editor):
    story = make_article(title="Bản đã đăng")

    Tab(editor, story).write(title="Bản đang viết")

    story.refresh_from_db()
    assert story.title == "Bản đã đăng"
    assert working_copy.newest_snapshot(story)["title"] == "Bản đang viết"


def test_a_new_story_begins_once_however_often_its_form_sends(editor):
    tab = Tab(editor)
    nothing = tab.write().json()
    tab.data |= {"body": "<p>Chữ đầu tiên.</p>"}
    first_door = tab.address

    created = tab.write().json()
    again = tab.client.post(first_door, tab.data | {"base": "", "turn": "9", "title": "Có tít"}).json()
    pressed = tab.client.post(ADD, tab.data | {"base": "", "title": "Bấm lưu ở trang cũ", "_save": "1"})

    story = Article.objects.get()
    assert nothing["code"] == "unchanged"
    assert created["addresses"]["change"] == again["addresses"]["change"] == pressed.url == change_url(story)
    assert (story.title, story.slug) == ("Bấm lưu ở trang cũ", "bam-luu-o-trang-cu")
    assert (story.created_by, numbers_and_origins(story)) == (editor, [(1, "edit")])


def test_a_story_without_a_title_has_a_name_in_the_list(editor):
    tab = Tab(editor)
    tab.write(body="<p>Chữ.</p>")

    page = tab.client.get("/admin/articles/article/").content.decode()

    assert str(Article.objects.get()) in page
    assert str(Article.objects.get()) != ""


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"slug": "Có Dấu"}, "slug"),
        ({"section": "999"}, "section"),
        ({"lead_photo": "khong-co"}, "lead_photo"),
        ({"tag_names": "x" * 101}, "tag_names"),
        ({"source_published_on": "9/2020"}, "source_published_basis"),
        ({"event_date": "hôm qua"}, "event_date"),
        ({"bylines-1-author": "999999"}, "bylines"),
        ({"bylines-0-ORDER": "x"}, "bylines"),
        ({"related-0-title": "Chỉ có tên"}, "related"),
    ],
)
def test_what_cannot_be_read_is_reported_and_the_rest_is_kept(editor, typed, field):
    story = make_draft(
        title="Tít cũ",
        authors=[make_author()],
        tags=["hải quan"],
        section=make_section(),
        lead_photo=make_photo(),
        event_date="2020",
        event_date_basis="stated",
    )
    before = working_copy.newest_snapshot(story)

    answer = Tab(editor, story).write(standfirst="Sapo mới.", **typed).json()

    after = working_copy.newest_snapshot(story)
    assert answer["code"] == "saved"
    if field in {"title", "event_date", "source_published_basis", "bylines", "related"} or answer["errors"]:
        assert answer["errors"].get(field) or field == "source_published_basis"
    assert after == before | {"standfirst": "Sapo mới."}


def test_a_late_older_state_is_not_taken(editor):
    story = make_draft()
    tab = Tab(editor, story)
    old = tab.data | {"title": "Trạng thái cũ", "turn": "1"}
    tab.turn = 1
    tab.write(title="Trạng thái mới")

    answer = tab.client.post(tab.address, old).json()

    assert answer["code"] == "stale"
    assert working_copy.newest_snapshot(story)["title"] == "Trạng thái mới"


def test_a_lost_answer_is_no_conflict_with_oneself(editor):
    story = make_draft()
    tab = Tab(editor, story)
    opened_with = tab.data["base"]
    tab.write(title="Máy chủ đã nhận")
    tab.data["base"] = opened_with

    answer = tab.write(title="Gửi lại")

    assert answer.json()["code"] == "saved"
    assert numbers_and_origins(story) == [(1, "edit"), (2, "autosave")]


def test_a_block_that_is_cut_and_comes_back_keeps_its_id(editor):
    story = make_draft(body="<p>Đoạn ở lại.</p><p>Đoạn được dời đi chỗ khác.</p>")
    stays, moved = (block.id for block in read_blocks(story.body))
    tab = Tab(editor, story)
    page = tab.data["body"]
    tab.write(body=page.partition("</p>")[0] + "</p>")

    tab.write(body=f'<p id="{moved}">Đoạn được dời lên đầu.</p><p id="{stays}">Đoạn ở lại.</p>')

    blocks = read_blocks(working_copy.newest_snapshot(story)["body"])
    assert [block.id for block in blocks] == [moved, stays]


# Doors ----------------------------------------------------------------------------------------------


def test_an_ended_login_is_told_apart_from_a_closed_door(editor):
    story = make_draft()
    tab = Tab(editor, story)
    Session.objects.all().delete()

    ended = tab.write(title="Chữ gõ khi hết phiên")
    stranger = Client()
    stranger.force_login(make_user("registry_editor"))
    closed = stranger.post(tab.address, tab.data)

    assert (ended.status_code, ended.json()["code"]) == (401, "login")
    assert (closed.status_code, closed.json()["code"]) == (403, "forbidden")
    assert numbers_and_origins(story) == [(1, "edit")]


def test_a_hidden_story_is_not_there(client):
    story = make_draft(user=make_user("reporter"))
    client.force_login(make_user("reporter"))

    answers = [
        client.post(change_url(story).replace("/change/", door), {"title": "x"})
        for door in ("/autosave/", "/here/", "/held/1/")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_tab_of_one_person_does_not_save_under_anothers_name(editor):
    story = make_draft()
    tab = Tab(editor, story)
    tab.write(title="Của người mở trang")
    other = make_user("editor")
    tab.client.force_login(other)

    answer = tab.write(title="Của người khác")

    assert answer.status_code == 403
    assert "Người Mẫu" in answer.json()["message"]
    assert working_copy.newest(story).user == editor


def test_a_post_without_the_token_is_refused(editor):
    story = make_draft()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)

    assert strict.post(f"/admin/articles/article/{story.pk}/autosave/", {"title": "x"}).status_code == 403


@pytest.mark.parametrize("sent", [{}, {"sitting": "x" * 500, "base": "?", "turn": "9" * 30}, {"turn": "-1"}])
def test_what_no_form_sends_is_answered_and_overwrites_nothing(client, editor, sent):
    story = make_draft(title="Còn nguyên")
    client.force_login(editor)

    answer = client.post(f"/admin/articles/article/{story.pk}/autosave/", sent | {"title": "Chen vào"})
    new = client.post("/admin/articles/article/add/autosave/", sent | {"title": "Chen vào"})

    assert (answer.status_code, new.status_code) == (409, 422)
    assert working_copy.newest_snapshot(story)["title"] == "Còn nguyên"
    assert client.get(f"/admin/articles/article/{story.pk}/autosave/").status_code == 405


@pytest.mark.parametrize("rows", [1, 6])
def test_a_save_costs_at_most_twenty_queries_however_much_a_story_has(editor, rows):
    story = make_draft(
        authors=[make_author() for _ in range(rows)],
        tags=[f"từ khóa {n}" for n in range(rows)],
        section=make_section(),
        lead_photo=make_photo(),
    )
    tab = Tab(editor, story)
    tab.write(title="Lần đầu")

    with CaptureQueriesContext(connection) as by_itself:
        answer = tab.write(title="Lần sau", body=tab.data["body"] + "<p>Đoạn mới.</p>")
    with CaptureQueriesContext(connection) as pressed:
        tab.press(title="Bấm lưu")
    update = Tab(editor, make_article(authors=[make_author()], tags=["từ khóa"]))
    with CaptureQueriesContext(connection) as of_an_update:
        update.press(title="Bản đang viết")

    assert answer.json()["code"] == "saved"
    assert working_copy.newest_snapshot(story)["title"] == "Bấm lưu"
    assert cost(by_itself) <= SAVE_QUERIES
    assert cost(pressed) <= SAVE_QUERIES
    assert cost(of_an_update) <= SAVE_QUERIES


@pytest.mark.parametrize(("rows", "asked_for"), [(1, False), (6, True)])
def test_a_save_that_changes_everything_at_once_costs_no_more(editor, rows, asked_for):
    one = {"title": "Bài trước", "url": "https://example.org/truoc", "kind": "link"}
    story = make_draft(authors=[make_author()], tags=["từ khóa đầu"], related=[one], lead_photo=make_photo())
    tab = Tab(editor, story)
    tab.data |= {f"bylines-{n}-author": make_author().pk for n in range(rows)}
    tab.data |= {f"bylines-{n}-role": "author" for n in range(rows)}
    tab.data |= {
        f"related-{n}-{name}": f"https://example.org/{n}" for n in range(rows) for name in ("title", "url")
    }
    tab.data |= {f"related-{n}-kind": "link" for n in range(rows)}
    tab.data |= {"bylines-TOTAL_FORMS": rows, "related-TOTAL_FORMS": rows}
    tab.data |= {"section": make_section().pk, "series": Series.objects.create(name="Loạt bài").pk, "part": 2}
    tab.data |= {"lead_photo": make_photo().ref, "tag_names": ", ".join(f"từ khóa {n}" for n in range(rows))}
    picture = f'<figure><img data-file="{make_photo().ref}"></figure>'

    with CaptureQueriesContext(connection) as captured:
        (tab.press if asked_for else tab.write)(title="Lần sau", body=f"<p>Đoạn mới.</p>{picture}")

    row = Article.objects.get(pk=story.pk)
    snapshot = working_copy.newest_snapshot(story)
    assert (snapshot["title"], row.title, row.part) == ("Lần sau", "Lần sau", 2)
    assert [len(snapshot[name]) for name in ("tags", "bylines", "related")] == [rows, rows, rows]
    assert [row.tag_uses.count(), row.bylines.count(), row.related_items.count()] == [rows, rows, rows]
    assert (row.photo_uses.count(), row.lead_photo.ref) == (2, snapshot["lead_photo"])
    assert cost(captured) <= SAVE_QUERIES


def cost(captured) -> int:
    """Queries without the savepoints, which stand for the transaction that each test runs in."""
    return sum("SAVEPOINT" not in query["sql"] for query in captured.captured_queries)


# Who is here ----------------------------------------------------------------------------------------


def test_who_else_has_the_story_open_is_told_until_they_leave(editor):
    story = make_draft()
    mine, theirs = Tab(editor, story), Tab(make_user("editor", username="hai"), story)
    door = change_url(story).replace("/change/", "/here/")

    alone = mine.client.post(door, mine.data).json()["others"]
    theirs.client.post(door, theirs.data)
    together = mine.client.post(door, mine.data).json()["others"]
    panel = mine.client.get(change_url(story)).context["panel"].others
    theirs.client.post(door, theirs.data | {"leaving": "1"})
    left = mine.client.post(door, mine.data).json()["others"]

    assert (alone, left) == ([], [])
    assert [one["name"] for one in together] == ["hai"]
    assert [name for name, _since in panel] == ["hai"]


def test_who_sends_a_story_on_has_left_it_and_a_tab_loaded_again_is_one_tab(editor):
    reporter = make_user("reporter")
    story = make_draft(user=reporter)
    tab, again = Tab(reporter, story), Tab(reporter, story)
    door = change_url(story).replace("/change/", "/here/")
    tab.client.post(door, tab.data)

    alone = again.client.post(door, again.data | {"instead": tab.data["sitting"]}).json()["others"]
    stranger = Tab(editor, story).client.post(door, tab.data | {"leaving": "1"})
    again.press("_step", "submit")
    left = again.client.post(door, again.data | {"leaving": "1"})

    assert alone == []
    assert (stranger.status_code, left.status_code) == (200, 200)
    assert Tab(editor, story).client.get(change_url(story)).context["panel"].others == []


def test_old_sittings_are_ignored_and_cleaned_away(editor):
    story = make_draft()
    old = Sitting.objects.create(article=story, user=make_user("editor"), key="k" * 20)
    Sitting.objects.filter(pk=old.pk).update(seen_at=old.seen_at - 2 * presence.KEPT)
    tab = Tab(editor, story)

    tab.client.post(change_url(story).replace("/change/", "/here/"), tab.data)
    others = tab.write(title="Mới").json()["others"]

    assert others == []
    assert not Sitting.objects.filter(pk=old.pk).exists()


def test_a_form_learns_which_states_have_arrived_and_that_it_was_overtaken(editor):
    story = make_draft()
    mine, theirs = Tab(editor, story), Tab(make_user("editor"), story)
    door = change_url(story).replace("/change/", "/here/")
    mine.write(title="Của tôi")

    answer = theirs.client.post(door, theirs.data | {"kept": mine.data["sitting"]}).json()
    own = mine.client.post(door, mine.data | {"kept": mine.data["sitting"]}).json()

    assert "Người Mẫu" in answer["overtaken"]
    assert answer["arrived"] == {}
    assert own["overtaken"] == ""
    assert own["arrived"] == {mine.data["sitting"]: 1}


def test_a_revision_that_another_tab_began_from_is_not_written_over(editor):
    story = make_draft()
    mine = Tab(editor, story)
    mine.write(title="Bản mà người kia mở")
    theirs = Tab(make_user("editor"), story)
    theirs.client.post(change_url(story).replace("/change/", "/here/"), theirs.data)

    mine.write(title="Viết tiếp")

    assert [one.snapshot["title"] for one in Revision.objects.filter(article=story).order_by("number")][
        1:
    ] == [
        "Bản mà người kia mở",
        "Viết tiếp",
    ]


def test_send_still_saves_a_form_without_scripts(client, editor):
    story = make_draft()
    client.force_login(editor)

    send(client, change_url(story), title="Không có script")

    assert working_copy.newest_snapshot(story)["title"] == "Không có script"


def test_a_story_in_the_bin_takes_nothing_more(editor):
    story = make_draft(title="Trong thùng")
    tab = Tab(editor, story)
    binning.throw_away(story, user=editor)

    answer = tab.write(title="Viết sau khi vứt")

    assert (answer.status_code, answer.json()["code"]) == (404, "gone")
    assert working_copy.newest_snapshot(story)["title"] == "Trong thùng"


def test_what_came_too_late_gives_the_form_nobody_elses_revision_as_its_base(editor):
    story = make_draft(user=make_user("reporter"), title="Bài đang sửa")
    tab = Tab(editor, story)
    tab.write(title="Bài đang sửa lần hai")
    late = tab.data | {"turn": "0", "title": "Bài đang sửa lần một"}
    Tab(make_user("managing_editor"), story).press(title="Bài của người khác")

    answer = tab.client.post(tab.address, late).json()

    assert answer["code"] == "stale"
    assert "base" not in answer


def test_a_story_is_judged_and_saved_on_as_it_was_read_once_under_its_lock(editor):
    story = make_draft(user=editor)
    tab = Tab(editor, story)

    with CaptureQueriesContext(connection) as captured:
        tab.write(title="Tự lưu")
        tab.press(title="Bấm lưu")

    columns = 'SELECT "articles_article"."id"'
    reads = [query["sql"] for query in captured.captured_queries if query["sql"].startswith(columns)]
    # SQLite has one writer at a time: its transactions wait for their turn before they read.
    locks = connection.features.has_select_for_update
    assert [("FOR UPDATE" in sql) for sql in reads] == [locks, locks]
    assert working_copy.newest_snapshot(story)["title"] == "Bấm lưu"


def test_a_form_that_was_open_leaves_what_others_have_planned_meanwhile():
    chief, other = make_user("managing_editor"), make_user("managing_editor")
    story = make_draft(user=make_user("reporter"), title="Bài có giữ tin")
    tab = Tab(chief, story)
    until = timezone.now() + timedelta(days=3)
    Article.objects.filter(pk=story.pk).update(embargo_until=until, embargo_shares=True, assignee=other)

    tab.press(title="Bài có giữ tin, sửa tít")

    story.refresh_from_db()
    assert working_copy.newest_snapshot(story)["title"] == "Bài có giữ tin, sửa tít"
    assert (story.embargo_until, story.embargo_shares, story.assignee) == (until, True, other)
