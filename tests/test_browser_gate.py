"""The gate and the preview in a real browser: from a finding to its place, ticked off, seen at three widths."""

import pytest

from articles import working_copy
from articles.models import GateWaiver
from articles.tests.factories import make_article, make_author, make_draft, make_user
from newsroom.body_html import read_blocks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = ".tiptap.ProseMirror"
GATE = "[aria-labelledby=gate-heading]"
PREVIEW = "[data-preview-frame]"
CURSOR = """() => {
  const { anchorNode } = getSelection();
  return (anchorNode.closest ? anchorNode : anchorNode.parentElement).closest("[id]").id;
}"""


@pytest.fixture
def desk(browser_page):
    """The browser, logged in through the login page as a managing editor."""
    user = make_user("managing_editor", username="thuky")
    browser_page.goto("/admin/")
    browser_page.fill("[name=login]", user.username)
    browser_page.fill("[name=password]", "mat-khau-thu")
    browser_page.click("main form button:not([form])")
    browser_page.wait_for_url("**/admin/")
    return browser_page


def open_story(desk, story) -> None:
    desk.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.wait_for_selector(BODY)


def test_findings_lead_to_their_place_and_are_ticked_off_with_a_reason(desk):
    body = '<p>Đoạn đầu.</p><p>Đọc <a href="https://example.org/">tại đây</a>.</p>'
    story = make_draft(user=make_user("reporter"), authors=[make_author()], standfirst="", body=body)
    block = read_blocks(story.body)[1].id
    open_story(desk, story)

    desk.click(f"{GATE} a[href='#id_standfirst']")
    assert desk.evaluate("document.activeElement.id") == "id_standfirst"
    desk.click("#gate-advice > summary")
    desk.click(f"{GATE} a[href='#{block}']")
    assert desk.evaluate("document.activeElement.className").startswith("tiptap")
    assert desk.evaluate(CURSOR) == block

    finding = f"{GATE} li:has(a[href='#{block}'])"
    desk.click(f"{finding} summary")
    desk.fill(f"{finding} input", "Nguồn viết như vậy.")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#gate-ticked")
    assert GateWaiver.objects.get().reason == "Nguồn viết như vậy."
    assert desk.locator("#gate-advice").get_attribute("open") is not None

    desk.fill("#id_standfirst", "Sapo vừa được viết thêm vào bài, đủ dài để không ai phải nhắc nữa.")
    desk.wait_for_selector(f"{GATE} a[href='#id_standfirst']", state="detached", timeout=15_000)
    desk.click("#gate-ticked > summary")
    desk.click("#gate-ticked button")
    desk.wait_for_selector("#gate-ticked", state="detached")
    assert not GateWaiver.objects.exists()
    assert desk.complaints == []


def test_the_preview_beside_the_form_has_three_widths_and_follows_each_save(desk):
    story = make_article(user=make_user("reporter"), title="Bản bạn đọc đang thấy")
    open_story(desk, story)
    page = desk.frame_locator(PREVIEW)

    desk.keyboard.press("Control+Shift+P")
    page.locator("h1", has_text="Bản bạn đọc đang thấy").wait_for()
    seen = {}
    for width in (390, 820, 1280):
        desk.click(f"[data-preview-width='{width}']")
        box = desk.locator(PREVIEW).bounding_box()
        seen[width] = page.locator("html").evaluate("() => innerWidth")
        assert box["x"] + box["width"] <= desk.viewport_size["width"] + 1
    assert seen == {390: 390, 820: 820, 1280: 1280}

    desk.fill("#id_title", "Bản đang được sửa trên bàn biên tập")
    page.locator("h1", has_text="Bản đang được sửa").wait_for(timeout=15_000)
    with desk.expect_navigation():
        desk.keyboard.press("Control+s")
    page.locator("h1", has_text="Bản đang được sửa").wait_for()
    assert desk.get_attribute("[data-preview-width='1280']", "aria-pressed") == "true"

    desk.click("#add-correction > summary")
    desk.fill("#correction_text", "Bài đã viết 120; đúng là 210.")
    desk.click("#add-correction button")
    page.locator(".story__corrections", has_text="đúng là 210").wait_for()
    desk.click("[data-preview-close]")
    assert desk.locator("#preview-pane").is_hidden()
    story.refresh_from_db()
    assert story.title == "Bản bạn đọc đang thấy"
    assert working_copy.newest_snapshot(story)["title"] == "Bản đang được sửa trên bàn biên tập"
    assert desk.complaints == []
