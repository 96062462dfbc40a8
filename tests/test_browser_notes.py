"""A note in a real browser: words are selected and noted on, a colleague answers, it is settled."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Note, NoteThread
from articles.tests.desk import change_url
from articles.tests.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = ".tiptap.ProseMirror"
SELECT = """([selector, words]) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    document.querySelector(selector).focus();
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
  }
}"""


def log_in(page, user):
    page.context.clear_cookies()
    page.goto("/admin/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", "mat-khau-thu")
    page.click("main form button:not([form])")
    page.wait_for_url("**/admin/")


def test_selected_words_are_noted_on_answered_and_settled_while_the_story_is_written(browser_page):
    page = browser_page
    reporter = make_user("reporter", username="mot", last_name="Đặng", first_name="Mẫu Một")
    editor = make_user("editor", username="hai", last_name="Người", first_name="Mẫu Hai")
    story = make_draft(user=reporter, body="<p>Đoạn mở đầu của bài.</p><p>Đoạn kết của bài.</p>")

    # An editor types in the story, selects words and notes on them, naming a colleague without accents.
    log_in(page, editor)
    page.goto(change_url(story))
    page.wait_for_selector(BODY)
    page.fill("#id_title", "Tít đang gõ dở")
    page.evaluate(SELECT, [BODY, "mở đầu"])
    page.click("[data-note-here]")
    page.keyboard.type("Nguồn đâu @dang mau")
    page.wait_for_selector("#note-names [role=option]:has-text('Đặng Mẫu Một')")
    page.keyboard.press("Enter")
    page.keyboard.type("nhỉ?")
    page.click("button[form=note-add]")
    page.wait_for_selector(".note:focus")
    page.wait_for_selector(f"{BODY} ~ .note-mark:has-text('1')")

    note = Note.objects.get()
    assert (note.text, note.thread.quote) == ("Nguồn đâu @Đặng Mẫu Một nhỉ?", "mở đầu")
    assert page.input_value("#id_title") == "Tít đang gõ dở"
    assert page.inner_text(".note .mention") == "@Đặng Mẫu Một"

    # The reporter finds it in the inbox, answers and types on.
    log_in(page, reporter)
    assert page.inner_text(".inbox-count >> nth=0").startswith("1")
    page.click("#user-tools a:has(.inbox-count)")
    page.click(".inbox__story")
    page.wait_for_selector(BODY)
    page.wait_for_selector(f"#note-{note.pk}:focus")
    page.fill("#id_standfirst", "Sapo đang gõ dở")
    page.fill(f"#text-reply-{note.thread_id}", "Bộ Tài chính.")
    page.click(f"#thread-{note.thread_id} button:has-text('Trả lời')")
    page.wait_for_selector(".note:has-text('Bộ Tài chính.')")
    serious = [
        found["id"]
        for found in Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    ]

    # Settled, the thread steps aside.
    page.click(f"#thread-{note.thread_id} button:has-text('Xong')")
    page.wait_for_selector("text=Không có ghi chú nào đang mở.")

    assert page.input_value("#id_standfirst") == "Sapo đang gõ dở"
    assert NoteThread.objects.get().settled_by == reporter
    assert page.locator(f"{BODY} ~ .note-mark").count() == 0
    assert serious == []
    assert page.complaints == []
