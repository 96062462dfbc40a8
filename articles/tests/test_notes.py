"""Notes on a story: written, answered, settled, and what becomes of them when the text changes."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles import working_copy
from articles.models import Note, NoteThread, PreviewLink
from articles.notes import threads
from articles.notes.people import viewers
from articles.roles import ROLES
from articles.tests.desk import change_url
from articles.tests.factories import make_article, make_author, make_draft, make_user
from articles.workflow import may_view
from newsroom.body_html import read_blocks

pytestmark = pytest.mark.django_db

STORY = "/admin/articles/article/"


@pytest.fixture
def reporter():
    return make_user("reporter", last_name="Người", first_name="Mẫu Một")


@pytest.fixture
def editor():
    return make_user("editor", last_name="Người", first_name="Mẫu Hai")


@pytest.fixture
def story(reporter):
    return make_draft(user=reporter, body="<p>Đoạn mở đầu của bài.</p><p>Đoạn kết của bài.</p>")


def block(story, number=0) -> str:
    return read_blocks(working_copy.newest_snapshot(story)["body"])[number].id


def post(client, user, address, **data):
    client.force_login(user)
    return client.post(address, data)


def add(client, user, story, text="Xem lại số liệu.", **where):
    return post(client, user, f"{STORY}{story.pk}/notes/add/", text=text, **where)


def shown(client, story) -> list[tuple]:
    """What the panel lists of the open notes: place, old words, what became of them, texts."""
    rows = client.get(change_url(story)).context["panel"].notes.open
    return [
        (
            row.standing.label,
            row.thread.quote,
            row.standing.fate.value,
            [line.note.text for line in row.lines],
        )
        for row in rows
    ]


def test_a_note_on_selected_words_stands_at_its_paragraph_and_is_answered(client, story, reporter, editor):
    answer = add(client, editor, story, place=f"#{block(story)}", quote="mở  đầu")
    note = Note.objects.get()
    post(client, reporter, f"{STORY}{story.pk}/notes/{note.thread_id}/reply/", text="Đã xem.")

    assert answer.url == f"{change_url(story)}#note-{note.pk}"
    assert shown(client, story) == [("Đoạn 1", "mở đầu", "stands", ["Xem lại số liệu.", "Đã xem."])]


def test_notes_are_listed_by_their_place_in_the_text(client, story, editor):
    for place in ("slug", f"#{block(story, 1)}", "title", "", f"#{block(story, 0)}"):
        add(client, editor, story, place=place)

    assert [row[0] for row in shown(client, story)] == ["Cả bài", "Tít", "Đoạn 1", "Đoạn 2", "Địa chỉ trang"]


def test_a_note_on_a_paragraph_without_words_quotes_all_of_it(client, story, editor):
    add(client, editor, story, place=f"#{block(story)}")

    assert shown(client, story)[0][1] == "Đoạn mở đầu của bài."


@pytest.mark.parametrize(
    ("body", "fate", "label"),
    [
        ('<p id="{0}">Đoạn mào đầu của bài.</p><p id="{1}">Đoạn kết của bài.</p>', "changed", "Đoạn 1"),
        ('<p id="{1}">Đoạn kết của bài.</p>', "gone", "Thân bài"),
        (
            '<p id="{1}">Đoạn kết của bài.</p><p>Phần viết lại hoàn toàn, có chữ mở đầu ở đây.</p>',
            "stands",
            "Đoạn 2",
        ),
    ],
    ids=["its words changed", "its paragraph is gone", "its words stand elsewhere"],
)
def test_a_note_stays_with_its_old_words_when(client, story, editor, body, fate, label):
    add(client, editor, story, place=f"#{block(story)}", quote="mở đầu")
    working_copy.save(story, {"body": body.format(block(story, 0), block(story, 1))})

    place, quote, became, _texts = shown(client, story)[0]

    assert (place, quote, became) == (label, "mở đầu", fate)


def test_the_page_says_in_words_what_became_of_a_place(client, story, editor):
    add(client, editor, story, place=f"#{block(story)}", quote="mở đầu")
    working_copy.save(story, {"body": "<p>Viết lại từ đầu tới cuối.</p>"})

    page = client.get(change_url(story)).content.decode()

    assert "Đoạn này không còn trong bài." in page
    assert "mở đầu" in page


def test_a_note_on_the_title_says_when_the_title_changed(client, story, editor):
    add(client, editor, story, place="title")
    working_copy.save(story, {"title": "Tít hoàn toàn khác"})

    assert shown(client, story)[0][2] == "changed"


def test_words_of_a_paragraph_that_is_not_saved_yet_are_found_once_it_is(client, story, editor):
    add(client, editor, story, place="#p-chua-co", quote="đoạn đang viết dở")
    before = shown(client, story)[0][2]
    body = working_copy.newest_snapshot(story)["body"]
    working_copy.save(story, {"body": body + "<p>Một đoạn đang viết dở thì có ghi chú.</p>"})

    assert before == "gone"
    assert shown(client, story)[0][::2] == ("Đoạn 3", "stands")


def test_settled_notes_step_aside_and_open_again_by_hand_or_by_an_answer(client, story, reporter, editor):
    add(client, editor, story)
    thread = NoteThread.objects.get()
    notes = f"{STORY}{story.pk}/notes/{thread.pk}"

    post(client, reporter, f"{notes}/settle/")
    settled = client.get(change_url(story)).context["panel"].notes
    assert ([], [reporter.pk]) == (settled.open, [row.thread.settled_by_id for row in settled.settled])

    post(client, editor, f"{notes}/reopen/")
    assert len(shown(client, story)) == 1

    post(client, reporter, f"{notes}/settle/")
    post(client, editor, f"{notes}/reply/", text="Chưa xong đâu.")
    assert len(shown(client, story)) == 1


# Own notes ----------------------------------------------------------------------------------------


def test_own_notes_are_edited_for_a_day_and_say_so(client, story, reporter, editor):
    add(client, editor, story)
    note = Note.objects.get()
    edit = f"{STORY}{story.pk}/notes/one/{note.pk}/edit/"

    assert post(client, reporter, edit, text="Lời người khác").status_code == 403
    assert post(client, editor, edit, text="Xem lại số.").status_code == 302
    page = client.get(change_url(story)).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        late = post(client, editor, edit, text="Quá muộn")

    note.refresh_from_db()
    assert (late.status_code, note.text) == (403, "Xem lại số.")
    assert "đã sửa" in page


def test_a_deleted_note_that_was_answered_leaves_a_trace_without_words(client, story, reporter, editor):
    add(client, editor, story, text="Câu này sai.")
    note = Note.objects.get()
    post(client, reporter, f"{STORY}{story.pk}/notes/{note.thread_id}/reply/", text="Đã sửa.")

    post(client, editor, f"{STORY}{story.pk}/notes/one/{note.pk}/delete/")

    assert [row[3] for row in shown(client, story)] == [["", "Đã sửa."]]
    assert "Câu này sai." not in client.get(change_url(story)).content.decode()


def test_a_deleted_note_that_nobody_answered_is_gone_with_its_thread(client, story, editor):
    add(client, editor, story)
    note = Note.objects.get()

    post(client, editor, f"{STORY}{story.pk}/notes/one/{note.pk}/delete/")

    assert not NoteThread.objects.exists()


def test_of_a_thread_whose_every_note_is_deleted_nothing_stays(client, story, reporter, editor):
    add(client, editor, story)
    first = Note.objects.get()
    post(client, reporter, f"{STORY}{story.pk}/notes/{first.thread_id}/reply/", text="Đã sửa.")
    second = Note.objects.exclude(pk=first.pk).get()

    post(client, editor, f"{STORY}{story.pk}/notes/one/{first.pk}/delete/")
    post(client, reporter, f"{STORY}{story.pk}/notes/one/{second.pk}/delete/")

    assert not NoteThread.objects.exists()


# Doors --------------------------------------------------------------------------------------------

# What each role gets at the notes of three stories; posting asks the same as reading.
MAY_NOTE = {
    "reporter": {"own": True, "another's": False, "published": False},
    "editor": {"own": True, "another's": True, "published": True},
    "managing_editor": {"own": True, "another's": True, "published": True},
    "registry_editor": {"own": True, "another's": True, "published": True},
    "administrator": {"own": True, "another's": True, "published": True},
}


def doors(story, note) -> list[tuple[str, str, dict]]:
    notes = f"{STORY}{story.pk}/notes/"
    return [
        ("get", notes, {}),
        ("get", f"{notes}people/", {}),
        ("post", f"{notes}add/", {"text": "Lời"}),
        ("post", f"{notes}{note.thread_id}/reply/", {"text": "Lời"}),
        ("post", f"{notes}{note.thread_id}/settle/", {}),
        ("post", f"{notes}{note.thread_id}/reopen/", {}),
        ("post", f"{notes}one/{note.pk}/edit/", {"text": "Lời khác"}),
        ("post", f"{notes}one/{note.pk}/delete/", {}),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_open_a_story_may_note_on_it_and_nobody_else(client, role):
    user = make_user(role)
    stories = {
        "own": make_draft(user=user),
        "another's": make_draft(user=make_user("reporter")),
        "published": make_article(user=make_user("reporter")),
    }
    client.force_login(user)

    for kind, story in stories.items():
        note = threads.begin(story, user, "Lời của tôi")
        answers = {door[1]: getattr(client, door[0])(*door[1:]).status_code for door in doors(story, note)}

        expected = {200, 302} if MAY_NOTE[role][kind] else {404}
        assert set(answers.values()) == expected, kind
        assert may_view(story, user) is MAY_NOTE[role][kind]


def test_without_a_login_every_door_leads_to_the_login(client, story, editor):
    note = threads.begin(story, editor, "Lời")

    for method, address, data in doors(story, note):
        answer = getattr(client, method)(address, data)
        assert (answer.status_code, "/login/" in answer.url) == (302, True)
    assert Note.objects.count() == 1


def test_the_notes_of_one_story_are_not_reached_through_another(client, story, reporter, editor):
    note = threads.begin(make_draft(user=make_user("reporter")), editor, "Kín")
    client.force_login(reporter)

    answers = [
        getattr(client, method)(address, data).status_code
        for method, address, data in doors(story, note)
        if str(note.pk) in address.partition("notes/")[2]
    ]

    assert set(answers) == {404}
    assert [one.text for one in Note.objects.all()] == ["Kín"]


def test_one_who_may_only_read_a_story_notes_beside_what_they_read(client, story):
    client.force_login(make_user("registry_editor"))

    add = client.get(change_url(story)).content.decode()

    assert 'form="note-add"' in add
    assert f'action="{STORY}{story.pk}/notes/add/"' in add


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", ["own", "signed", "assigned", "another's", "binned"])
def test_who_may_be_named_is_who_may_open_the_story(role, kind):
    user = make_user(role)
    begun_by = user if kind in {"own", "binned"} else make_user("reporter")
    authors = [make_author(user=user)] if kind == "signed" else []
    story = make_draft(user=begun_by, authors=authors)
    story.assignee = user if kind == "assigned" else None
    story.binned_at = timezone.now() if kind == "binned" else None
    story.save()

    assert (user in viewers(story)) is may_view(story, user)


def test_somebody_without_a_desk_cannot_be_named(story, editor):
    outside = make_user(username="docgia")
    gone = make_user("editor", username="nghiviec", is_active=False)

    note = threads.begin(story, editor, "@docgia @nghiviec xem giúp")

    assert not {outside, gone} & {*note.mentioned.all()}


def test_no_note_reaches_a_reader(client, editor):
    published = make_article(body="<p>Đoạn công khai.</p>")
    threads.begin(published, editor, "BÍ MẬT TÒA SOẠN", field="body", block=block(published))
    link = PreviewLink.objects.create(
        revision=working_copy.newest(published), expires_at=timezone.now() + timedelta(days=1)
    )
    client.force_login(editor)
    preview = client.get(f"{STORY}{published.pk}/preview/")
    client.logout()
    pages = [
        preview,
        client.get(published.get_absolute_url()),
        client.get(f"/xem-thu/{link.token}/"),
        client.get(f"/api/v1/articles/{published.slug}"),
    ]

    assert [page.status_code for page in pages] == [200] * 4
    assert [page for page in pages if "BÍ MẬT" in page.content.decode()] == []


# What is typed is kept ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": "  "}, "Hãy viết gì đó trước."),
        ({"text": "Ă" * 4001}, "nhiều nhất"),
        ({"text": "Lời ghi chú", "place": "#p-khong-co"}, "chỗ khác"),
        ({"text": "Lời ghi chú", "place": "khong-co", "quote": "x"}, "chỗ khác"),
    ],
)
def test_a_note_that_is_refused_comes_back_with_what_was_typed(client, story, editor, sent, words):
    plain = add(client, editor, story, **sent)
    part = add(client, editor, story, part="1", **sent)

    assert (plain.status_code, part.status_code) == (400, 400)
    assert words in plain.content.decode()
    assert words in part.content.decode()
    assert plain.context["notes"].typed.text == sent["text"]
    assert sent["text"].strip() in plain.content.decode()
    assert not Note.objects.exists()


def test_a_script_gets_the_new_state_of_the_notes_alone(client, story, editor):
    answer = add(client, editor, story, part="1")

    page = answer.content.decode()
    assert answer["X-Anchor"] == f"note-{Note.objects.get().pk}"
    assert "Xem lại số liệu." in page
    assert "<html" not in page


def test_markup_in_a_note_is_words(client, story, editor):
    add(client, editor, story, text="<script>alert(1)</script> <b>đậm</b>")

    page = client.get(f"{STORY}{story.pk}/notes/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;đậm&lt;/b&gt;" in page


# Costs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 7])
def test_the_notes_cost_the_same_however_many(client, story, editor, count, django_assert_num_queries):
    for _ in range(count):
        note = threads.begin(story, editor, f"@{story.created_by.username} xem")
        threads.reply(note.thread, story.created_by, f"Xong rồi @{editor.username}")
    client.force_login(editor)
    address = reverse("admin:articles_article_notes", args=[story.pk])
    client.get(address)

    with django_assert_num_queries(10):
        client.get(address)


def test_colleagues_are_found_without_accents(client, story, reporter, editor):
    client.force_login(reporter)
    make_user("editor", username="khac", last_name="Đặng", first_name="Mẫu Ba")

    answer = client.get(f"{STORY}{story.pk}/notes/people/", {"q": "dang mau"})

    assert answer.json() == {"people": [{"name": "Đặng Mẫu Ba", "login": "khac", "write": "Đặng Mẫu Ba"}]}
