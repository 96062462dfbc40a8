"""A story's form in a real browser: two people, two tabs, no network, an ended login, a killed server.

At the end of each every typed word is on the server, or offered by the browser.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session

from articles import working_copy
from articles.models import Article, HeldText
from articles.tests.factories import make_draft, make_user
from newsroom.body_html import text_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.one_database]

ROOT = Path(__file__).resolve().parent.parent
BODY = ".tiptap.ProseMirror"
STATE = "[data-saved]"
SAVED = re.compile("Đã lưu lúc")
LOST = re.compile("Mất mạng")
SOMETHING_KEPT = "() => Object.keys(localStorage).some((one) => one.startsWith('newsroom:text'))"
NOTHING_KEPT = "() => !Object.keys(localStorage).some((one) => one.startsWith('newsroom:text'))"


def log_in(page, name: str, password: str = "mat-khau-thu") -> None:
    page.goto("/admin/")
    fill_login(page, name, password)
    page.wait_for_url("**/admin/")


def fill_login(frame, name: str, password: str = "mat-khau-thu") -> None:
    frame.locator("[name=login]").fill(name)
    frame.locator("[name=password]").fill(password)
    frame.locator("main form button:not([form])").first.click()


def open_story(page, story: Article | int) -> None:
    page.goto(f"/admin/articles/article/{getattr(story, 'pk', story)}/change/")
    page.wait_for_selector(BODY)


def type_at_the_end(page, text: str) -> None:
    page.click(BODY)
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def state_becomes(page, pattern: re.Pattern) -> None:
    page.wait_for_function(
        "([selector, words]) => document.querySelector(selector).textContent.includes(words)",
        arg=[STATE, pattern.pattern],
        timeout=20_000,
    )


def all_arrives(page) -> None:
    """What was just typed is kept in the browser a moment later, and let go once the server has it."""
    page.wait_for_function(SOMETHING_KEPT)
    page.wait_for_function(NOTHING_KEPT, timeout=20_000)


def crash(page) -> None:
    """The tab goes without a chance to send anything."""
    page.evaluate("() => { window.fetch = () => new Promise(() => {}); navigator.sendBeacon = () => false; }")
    page.close()


def words_on_the_server(story: Article) -> str:
    return text_of(working_copy.newest_snapshot(story)["body"])


@pytest.fixture
def people(browser, served):
    """A function that opens the desk for a person in a profile of their own."""
    contexts = []

    def arrive(name: str):
        context = browser.new_context(base_url=served.url, viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        log_in(page, name)
        return page

    yield arrive
    for context in contexts:
        context.close()


def test_typing_saves_itself_and_the_cursor_stays(people, served):
    make_user("editor", username="bientap")
    page = people("bientap")
    page.goto("/admin/articles/article/add/")
    page.wait_for_selector(BODY)

    page.fill("#id_title", "Bài tự lưu")
    type_at_the_end(page, "Đoạn đầu")
    state_becomes(page, SAVED)
    page.keyboard.type(" viết tiếp sau khi lưu.")
    page.wait_for_function("location.pathname.endsWith('/change/')")
    story = Article.objects.get()
    all_arrives(page)

    assert words_on_the_server(story) == "Đoạn đầu viết tiếp sau khi lưu."
    assert list(story.revisions.values_list("origin", flat=True)) == ["autosave"]
    assert page.url.endswith(f"/admin/articles/article/{story.pk}/change/")
    assert page.get_attribute("[data-new-story]:not([hidden]) a", "href") == page.url.removeprefix(served.url)
    # Nothing saved itself before the button was pressed: what is being sent is no text left behind.
    page.fill("#id_kicker", "Vừa gõ đã bấm lưu")
    with page.expect_navigation(), page.expect_response("**/here/") as arrived:
        page.click("button[name=_save]")
    assert arrived.value.json()["others"] == []
    page.wait_for_function(NOTHING_KEPT)
    assert page.locator(".kept-text").count() == 0
    assert Article.objects.count() == 1
    assert list(story.revisions.values_list("origin", flat=True)) == ["edit"]
    assert page.complaints == []


def test_a_fault_put_right_takes_its_mark_and_the_banner_along(people):
    story = make_draft()
    make_user("editor", username="bientap")
    page = people("bientap")
    open_story(page, story)

    page.fill("#id_title", "")
    page.fill("#id_source_url", "không phải địa chỉ")
    with page.expect_navigation():
        page.click("button[name=_save]")
    page.wait_for_selector(".errornote")
    marks = page.locator(".sheet .errorlist")
    before = marks.count()
    page.fill("#id_title", "Tít đã có")
    state_becomes(page, SAVED)
    page.wait_for_selector(".errornote", state="detached")
    halfway = marks.count()
    page.fill("#id_source_url", "https://example.org/bai")
    page.wait_for_selector(".sheet .errorlist", state="detached")

    assert (before, halfway) == (2, 1)
    assert page.locator("[aria-invalid=true]").count() == 0
    assert working_copy.newest_snapshot(story)["source_url"] == "https://example.org/bai"
    assert page.complaints == []


def test_two_editors_on_one_story_keep_both_texts_and_merge_them(people, axe_finds):
    story = make_draft(title="Tít chung", body="<p>Đoạn một.</p><p>Đoạn hai.</p>")
    make_user("editor", username="mot", first_name="Một")
    make_user("editor", username="hai", first_name="Hai")
    first, second = people("mot"), people("hai")
    open_story(first, story)
    open_story(second, story)

    type_at_the_end(first, " Chữ của người thứ nhất.")
    state_becomes(first, SAVED)
    second.fill("#id_title", "Tít của người thứ hai")
    second.wait_for_selector(".sitting-notice a[href*='/held/']")
    with second.expect_response("**/here/"):
        second.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    # That somebody has saved is told again; the way to the two texts stays.
    second.click(".sitting-notice a[href*='/held/']")
    second.wait_for_url("**/held/*/")

    assert "Chữ của người thứ nhất." in words_on_the_server(story)
    assert HeldText.objects.get().snapshot["title"] == "Tít của người thứ hai"
    assert axe_finds(second) == []
    second.click("button[value=merged]")
    second.wait_for_url("**/change/")
    newest = working_copy.newest_snapshot(story)
    assert newest["title"] == "Tít của người thứ hai"
    assert "Chữ của người thứ nhất." in text_of(newest["body"])
    assert "Một" in second.inner_text("[data-others]")
    assert first.complaints == second.complaints == []


def test_one_person_in_two_tabs_overwrites_nothing(people):
    story = make_draft(body="<p>Đầu.</p>")
    make_user("editor", username="bientap")
    one = people("bientap")
    other = one.context.new_page()
    open_story(one, story)
    open_story(other, story)

    type_at_the_end(one, " Ở tab một.")
    state_becomes(one, SAVED)
    other.bring_to_front()
    type_at_the_end(other, " Ở tab hai.")
    other.wait_for_selector(".sitting-notice")

    assert words_on_the_server(story) == "Đầu. Ở tab một."
    assert text_of(HeldText.objects.get().snapshot["body"]) == "Đầu. Ở tab hai."


def test_words_typed_without_a_network_wait_in_the_browser_and_arrive(people, axe_finds):
    story = make_draft(body="<p>Đầu.</p>")
    make_user("editor", username="bientap")
    page = people("bientap")
    open_story(page, story)

    page.context.set_offline(True)
    type_at_the_end(page, " Gõ khi mất mạng.")
    state_becomes(page, LOST)
    crash(page)
    page.context.set_offline(False)
    again = page.context.new_page()
    open_story(again, story)
    again.wait_for_selector(".kept-text")
    shown = again.inner_text(".kept-text")
    found = axe_finds(again)
    again.click(".kept-text .button--main")
    again.wait_for_selector(".messagelist .success")

    assert "Gõ khi mất mạng." in shown
    assert found == []
    assert words_on_the_server(story) == "Đầu. Gõ khi mất mạng."
    again.wait_for_function(NOTHING_KEPT)
    again.context.set_offline(True)
    type_at_the_end(again, " Lần hai.")
    state_becomes(again, LOST)
    again.context.set_offline(False)
    state_becomes(again, SAVED)
    assert words_on_the_server(story) == "Đầu. Gõ khi mất mạng. Lần hai."


def test_a_login_that_ends_while_typing_is_renewed_in_place(people):
    story = make_draft(body="<p>Đầu.</p>")
    make_user("editor", username="bientap")
    page = people("bientap")
    open_story(page, story)

    Session.objects.all().delete()
    type_at_the_end(page, " Gõ khi hết phiên.")
    page.wait_for_selector("dialog.login-again[open]", timeout=20_000)
    before = words_on_the_server(story)
    fill_login(page.frame_locator("dialog.login-again iframe"), "bientap")
    page.wait_for_selector("dialog.login-again", state="hidden", timeout=20_000)
    state_becomes(page, SAVED)

    assert before == "Đầu."
    assert words_on_the_server(story) == "Đầu. Gõ khi hết phiên."
    type_at_the_end(page, " Và sau đó.")
    with page.expect_navigation():
        page.click("button[name=_save]")
    assert words_on_the_server(story) == "Đầu. Gõ khi hết phiên. Và sau đó."


def test_vietnamese_composition_goes_on_while_the_form_saves_itself(people):
    story = make_draft(body="<p>Đầu.</p>")
    make_user("editor", username="bientap")
    page = people("bientap")
    open_story(page, story)
    keyboard = page.context.new_cdp_session(page)

    type_at_the_end(page, " ")
    for written in ("t", "ti", "tie", "tiê", "tiên", "tiếng"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": written, "selectionStart": len(written), "selectionEnd": len(written)},
        )
        page.wait_for_timeout(700)
    keyboard.send("Input.insertText", {"text": "tiếng"})
    page.keyboard.type(" Việt")
    all_arrives(page)
    state_becomes(page, SAVED)

    assert words_on_the_server(story) == "Đầu. tiếng Việt"


# A server that dies ---------------------------------------------------------------------------------


class OwnServer:
    """The site on a database of its own, as a process that can be killed."""

    def __init__(self, folder: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "DATA_DIR": str(folder),
            "DEBUG": "1",
            "PORT": str(self.port),
            "SECRET_KEY": "only-for-tests",
            "PYTHONUNBUFFERED": "1",
        }
        self.process = None

    def manage(self, *arguments: str, **kwargs) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True, **kwargs
        )
        return done.stdout

    def start(self) -> None:
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=1).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        pytest.fail("the server did not start")

    def kill(self) -> None:
        if self.process and self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait(10)


PREPARE = """
from django.contrib.auth import get_user_model
from articles import working_copy
user = get_user_model().objects.create_superuser("quantri", password="mat-khau-thu")
print(working_copy.begin({"title": "Bài mẫu", "body": "<p>Đầu.</p>"}, user=user).pk)
"""
READ = "from articles import working_copy; from articles.models import Article; from newsroom.body_html import text_of; print(text_of(working_copy.newest_snapshot(Article.objects.get())['body']))"


@pytest.fixture
def own_server(tmp_path):
    server = OwnServer(tmp_path)
    server.manage("migrate", "--verbosity", "0")
    server.story = int(server.manage("shell", "--verbosity", "0", "-c", PREPARE))
    server.start()
    yield server
    server.kill()


def test_a_server_killed_between_keystroke_and_answer_costs_no_word(browser, own_server):
    context = browser.new_context(base_url=own_server.address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    log_in(page, "quantri")
    open_story(page, own_server.story)
    page.on("request", lambda request: request.url.endswith("/autosave/") and own_server.kill())

    type_at_the_end(page, " Gõ khi máy chủ chết.")
    state_becomes(page, LOST)
    crash(page)
    own_server.start()
    page = context.new_page()
    open_story(page, own_server.story)
    stored = own_server.manage("shell", "--verbosity", "0", "-c", READ).strip()
    if stored == "Đầu.":
        page.wait_for_selector(".kept-text")
        page.click(".kept-text .button--main")
        page.wait_for_selector(".messagelist .success")
    own_server.kill()
    type_at_the_end(page, " Và lần nữa.")
    state_becomes(page, LOST)
    own_server.start()
    state_becomes(page, SAVED)
    context.close()

    stored = own_server.manage("shell", "--verbosity", "0", "-c", READ).strip()
    assert stored == "Đầu. Gõ khi máy chủ chết. Và lần nữa."
