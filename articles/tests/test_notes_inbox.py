"""The inbox: who is told of what, what is unread, and the letters that go out beside it."""

import re
import socket
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import InboxChoice, Note, Notice, Transition
from articles.notes import inbox, threads
from articles.notes.mail import letter
from articles.roles import ROLES
from articles.tests.desk import change_url
from articles.tests.factories import make_author, make_draft, make_user

pytestmark = pytest.mark.django_db

INBOX = "/admin/hop-thu/"


@pytest.fixture
def reporter():
    return make_user("reporter", username="mot", email="mot@example.org")


@pytest.fixture
def editor():
    return make_user(
        "editor", username="hai", last_name="Người", first_name="Mẫu Hai", email="hai@example.org"
    )


@pytest.fixture
def story(reporter):
    return make_draft(user=reporter, title="Bài về cảng biển")


def told(user) -> list[str]:
    return [notice.kind for notice in Notice.objects.of(user).order_by("pk")]


# Who is told ----------------------------------------------------------------------------------------


def test_a_note_tells_whose_story_it_is_whom_it_names_and_who_wrote_before(story, reporter, editor):
    signer, chief = make_user("reporter"), make_user("managing_editor", username="ba")
    make_author(user=signer)
    signed = make_draft(user=reporter, authors=[signer.author])

    note = threads.begin(signed, editor, "Nhờ @ba xem.")
    threads.reply(note.thread, chief, "Được.")

    assert told(reporter) == ["note", "note"]
    assert told(signer) == ["note", "note"]
    assert told(editor) == ["reply"]
    assert told(chief) == ["mention"]


def test_nobody_is_told_of_their_own_note_nor_twice_of_one(story, reporter):
    threads.begin(story, reporter, "@mot tự nhắc mình, @mot nữa")

    assert told(reporter) == []


def test_who_may_not_open_the_story_is_told_nothing(story, editor):
    stranger = make_user("reporter", username="la")

    note = threads.begin(story, editor, "@la xem hộ")

    assert not note.mentioned.exists()
    assert not Notice.objects.filter(person=stranger).exists()


def test_a_story_that_is_closed_to_a_person_leaves_their_inbox(client, story, reporter, editor):
    threads.begin(story, editor, "Có ghi chú")
    before = told(reporter), inbox.unread_count(reporter)

    story.created_by = make_user("reporter")
    story.save(update_fields=["created_by"])

    client.force_login(reporter)
    notice = Notice.objects.get(person=reporter)
    assert before == (["note"], 1)
    assert (told(reporter), inbox.unread_count(reporter)) == ([], 0)
    assert client.post(reverse("admin:inbox_open", args=[notice.pk])).status_code == 404


def test_an_edit_tells_those_whom_it_names_only_now(story, reporter, editor):
    first = make_user("editor", username="dautien")
    later = make_user("editor", username="sau")
    note = threads.begin(story, editor, "Nhờ @dautien xem.")

    threads.edit(note, editor, "Nhờ @sau xem.")

    assert (told(first), told(later), told(reporter)) == ([], ["mention"], ["note"])


def test_a_deleted_note_is_gone_from_every_inbox(story, reporter, editor):
    note = threads.begin(story, editor, "Nói nhầm.")

    threads.delete(note, editor)

    assert told(reporter) == []


def test_a_returned_story_tells_whoever_wrote_it_and_why(client, story, reporter, editor):
    workflow.take_step(story, "submit", reporter)
    workflow.take_step(story, "return", editor, reason="Thiếu nguồn ở đoạn hai.")
    client.force_login(reporter)

    page = client.get(INBOX).content.decode()

    assert told(reporter) == ["step"]
    assert "Thiếu nguồn ở đoạn hai." in page


# The page -------------------------------------------------------------------------------------------


def test_opening_a_notice_marks_it_read_and_leads_to_the_note(client, story, reporter, editor):
    note = threads.begin(story, editor, "Xem giúp.")
    client.force_login(reporter)
    notice = Notice.objects.get(person=reporter)

    answer = client.post(reverse("admin:inbox_open", args=[notice.pk]))

    assert answer.url == f"{change_url(story)}#note-{note.pk}"
    assert inbox.unread_count(reporter) == 0


def test_a_notice_can_be_marked_without_leaving_and_the_filter_stays(client, story, reporter, editor):
    threads.begin(story, editor, "Xem giúp.")
    client.force_login(reporter)
    notice = Notice.objects.get(person=reporter)

    answer = client.post(
        reverse("admin:inbox_open", args=[notice.pk]), {"stay": "1", "unread": "1", "kind": "note"}
    )

    assert answer.url == f"{INBOX}?kind=note&unread=1"
    assert client.get(answer.url).context["rows"] == []


def test_everything_is_marked_read_at_once_for_oneself_alone(client, story, reporter, editor):
    other = make_user("editor", username="ba")
    for _ in range(3):
        threads.begin(story, editor, "Nhờ @ba xem.")
    client.force_login(reporter)

    client.post(f"{INBOX}da-doc/")

    assert (inbox.unread_count(reporter), inbox.unread_count(other)) == (0, 3)


def test_answering_a_thread_marks_its_notices_read(story, reporter, editor):
    note = threads.begin(story, editor, "Xem giúp.")

    threads.reply(note.thread, reporter, "Xong.")

    assert inbox.unread_count(reporter) == 0


def test_every_page_of_the_desk_says_how_much_is_unread(client, story, reporter, editor):
    client.force_login(reporter)
    nothing = client.get("/admin/").content.decode()
    for _ in range(2):
        threads.begin(story, editor, "Xem giúp.")

    pages = [client.get(address).content.decode() for address in ("/admin/", change_url(story), INBOX)]

    assert "inbox-count" not in nothing
    counts = [re.findall(r'class="inbox-count">(\d+)<', page) for page in pages]
    assert counts == [["2"]] * 3


@pytest.mark.parametrize("role", ROLES)
def test_nobody_opens_the_notices_of_another(client, story, reporter, editor, role):
    threads.begin(story, editor, "Xem giúp.")
    notice = Notice.objects.get(person=reporter)
    client.force_login(make_user(role))

    assert client.get(INBOX).context["rows"] == []
    assert client.post(reverse("admin:inbox_open", args=[notice.pk])).status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_the_inbox_asks_for_a_login_and_for_post(client, reporter):
    doors = [INBOX, f"{INBOX}da-doc/", f"{INBOX}thu/", f"{INBOX}1/"]
    assert [client.post(door).status_code for door in doors] == [302] * 4

    client.force_login(reporter)
    assert [client.get(door).status_code for door in doors] == [200, 405, 405, 405]


def test_a_long_inbox_is_paged_by_key_and_loses_nothing(client, story, reporter, editor):
    thread = threads.begin(story, editor, "Đầu tiên.").thread
    for number in range(34):
        with time_machine.travel(timezone.now() + timedelta(seconds=number // 3)):
            threads.reply(thread, editor, f"Lời {number}")
    client.force_login(reporter)

    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        first = client.get(INBOX)
        second = client.get(INBOX + first.context["older"])

    shown = [row["notice"].pk for page in (first, second) for row in page.context["rows"]]
    assert len(shown) == len(set(shown)) == 35
    assert second.context["older"] == ""


@pytest.mark.parametrize("query", ["page=abc", "page=%00", "kind=khong-co", "unread=x"])
def test_a_strange_address_of_the_inbox_is_no_failure_of_ours(client, reporter, query):
    client.force_login(reporter)

    assert client.get(f"{INBOX}?{query}").status_code in {200, 400}


@pytest.mark.parametrize("count", [1, 9])
def test_the_inbox_costs_the_same_however_much_has_come(
    client, story, reporter, editor, count, django_assert_num_queries
):
    for _ in range(count):
        threads.begin(make_draft(user=reporter), editor, "Xem giúp.")
    client.force_login(reporter)
    client.get(INBOX)

    with django_assert_num_queries(7):
        client.get(INBOX)


# Letters --------------------------------------------------------------------------------------------


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_who_is_named_gets_the_words_and_the_way_there_in_the_mail(
    story, reporter, editor, committed, settings
):
    settings.SITE_URL = "https://bao.example"
    with committed():
        note = threads.begin(story, editor, "Nhờ @mot xem lại.\n<b>Gấp</b>")

    (sent,) = mail.outbox
    assert sent.to == ["mot@example.org"]
    assert sent.subject == "[Newsroom] Người Mẫu Hai nhắc tới bạn: Bài về cảng biển"
    assert "Nhờ @mot xem lại.\n<b>Gấp</b>" in sent.body
    assert f"https://bao.example{change_url(story)}#note-{note.pk}" in sent.body


def test_an_answer_and_a_returned_story_are_written_of_too(story, reporter, editor, committed):
    note = threads.begin(story, reporter, "Thế này được chưa?")
    with committed():
        threads.reply(note.thread, editor, "Được.")
        workflow.take_step(story, "submit", reporter)
        workflow.take_step(story, "return", editor, reason="Thiếu nguồn.")

    assert [(sent.to, sent.subject.partition(": ")[0]) for sent in mail.outbox] == [
        (["mot@example.org"], "[Newsroom] Người Mẫu Hai trả lời ghi chú"),
        (["mot@example.org"], "[Newsroom] Bài được trả lại"),
    ]
    assert "Thiếu nguồn." in mail.outbox[1].body


def test_a_note_that_names_nobody_waits_in_the_inbox_alone(story, editor, committed):
    with committed():
        threads.begin(story, editor, "Chỉ ghi lại.")

    assert mail.outbox == []


@pytest.mark.parametrize(
    "reason", ["no address", "wants none", "account closed", "no desk", "story closed to them"]
)
def test_no_letter_goes_to_whom_it_should_not(story, reporter, editor, committed, reason):
    with committed():
        threads.begin(story, editor, "Nhờ @mot xem.")
        if reason == "wants none":
            InboxChoice.objects.create(person=reporter, by_mail=False)
        elif reason == "story closed to them":
            story.created_by = None
            story.save(update_fields=["created_by"])
        else:
            change = {"no address": ("email", ""), "account closed": ("is_active", False)}
            name, value = change.get(reason, ("is_staff", False))
            setattr(reporter, name, value)
            reporter.save()

    assert mail.outbox == []


def test_the_choice_about_mail_is_made_in_the_inbox(client, reporter):
    client.force_login(reporter)
    chosen = [client.get(INBOX).context["by_mail"]]
    for sent in ({}, {"by_mail": "1"}):
        client.post(f"{INBOX}thu/", sent)
        chosen.append(client.get(INBOX).context["by_mail"])

    assert chosen == [True, False, True]


def test_a_subject_is_one_line_whatever_the_title(reporter, editor):
    story = make_draft(user=reporter, title="Tít\r\nBcc: ai@example.org " + "dài " * 60)
    threads.begin(story, editor, "Nhờ @mot xem.")
    notice = Notice.objects.get(person=reporter)
    notice.article.title = "Tít\r\nBcc: ai@example.org"

    written = letter(notice)

    assert "\n" not in written.subject
    assert "\r" not in written.subject
    assert written.recipients() == ["mot@example.org"]
    assert written.message()["Bcc"] is None


def test_a_mail_server_that_is_not_there_keeps_no_note_from_being_stored(
    client, story, reporter, editor, committed, settings
):
    with socket.socket() as taken:  # a port where nobody listens
        taken.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = taken.getsockname()
        client.force_login(editor)
        with committed():
            answer = client.post(f"/admin/articles/article/{story.pk}/notes/add/", {"text": "Nhờ @mot xem."})

    assert answer.status_code == 302
    assert Note.objects.get().text == "Nhờ @mot xem."
    assert told(reporter) == ["mention"]


def test_a_letter_that_is_refused_keeps_no_other_back(story, reporter, editor, committed, settings):
    settings.EMAIL_BACKEND = "articles.tests.refusing_mail.Backend"
    make_user("editor", username="ba", email="refused@example.org")

    with committed():
        threads.begin(story, editor, "Nhờ @ba và @mot xem.")

    assert [sent.to for sent in mail.outbox] == [["mot@example.org"]]


def test_steps_that_say_nothing_to_the_writer_fill_no_inbox(story, reporter, editor):
    workflow.take_step(story, "submit", reporter)
    workflow.take_step(story, "take", editor)

    assert Transition.objects.count() == 2
    assert told(reporter) == []
