"""An editor's day in a real browser: write with a photo, publish, read as a visitor."""

import re
from io import BytesIO

import pytest
from PIL import Image

from articles.models import Article
from articles.tests.factories import make_author, make_draft, make_section, make_user
from newsroom.body_html import read_blocks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = ".tiptap.ProseMirror"
CLIPBOARD = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".tiptap.ProseMirror").dispatchEvent(paste);
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


def type_at_the_end(page, text: str) -> None:
    page.click(BODY)
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def save(page) -> None:
    with page.expect_navigation():
        page.click("button[name=_save]")


def jpeg() -> bytes:
    data = BytesIO()
    Image.new("RGB", (900, 600), "#245").save(data, "JPEG")
    return data.getvalue()


def test_a_story_with_a_photo_is_written_published_and_read(desk, browser, live_server, settings):
    settings.FOUR_EYES = False
    make_section(name="Thời sự")
    make_author(name="Đinh Mẫu Một")
    desk.goto("/admin/articles/article/add/")
    desk.wait_for_selector(BODY)

    desk.fill("#id_title", "Bài viết trong trình duyệt")
    desk.fill("#id_standfirst", "Sapo của bài.")
    desk.select_option("#id_section", label="Thời sự")
    desk.click(".row__field--author .select2-selection")
    desk.fill(".select2-search__field", "dinh mau")
    desk.click(".select2-results__option:has-text('Đinh Mẫu Một')")
    type_at_the_end(desk, "Đoạn mở đầu của bài. National single window")
    for _ in range(2):
        desk.keyboard.press("Shift+Control+ArrowLeft")
    desk.click("button[data-name=foreign]")
    desk.click("dialog[open] button[type=submit]")
    desk.wait_for_selector(f"{BODY} span[lang=en]")
    desk.wait_for_function("() => document.activeElement.matches('.ProseMirror')")
    desk.keyboard.press("Control+End")
    desk.keyboard.press("Enter")
    with desk.expect_popup() as opened:
        desk.click("button[data-name=figure]")
    picker = opened.value
    picker.click("summary")
    picker.set_input_files("#id_upload", {"name": "cang.jpg", "mimeType": "image/jpeg", "buffer": jpeg()})
    picker.fill("#id_alt", "Cảng biển lúc bình minh")
    picker.fill("#id_caption", "Cảng mẫu.")
    picker.fill("#id_credit", "Ảnh: Người Mẫu")
    with picker.expect_event("close"):
        picker.click("input[type=submit]")
    desk.wait_for_selector(f"{BODY} figure img")
    save(desk)
    saved = Article.objects.get()
    desk.check("[name=step_despite]")
    with desk.expect_navigation():
        desk.click("button[value=publish]")

    visitor = browser.new_context(base_url=live_server.url).new_page()
    visitor.goto("/bai-viet-trong-trinh-duyet/")
    assert visitor.inner_text("h1") == "Bài viết trong trình duyệt"
    assert visitor.get_attribute("article figure img", "alt") == "Cảng biển lúc bình minh"
    assert visitor.inner_text("article span[lang=en]") == "single window"
    for words in ("Đoạn mở đầu của bài.", "Cảng mẫu.", "Đinh Mẫu Một"):
        assert words in visitor.inner_text("article")
    visitor.context.close()
    assert [block.tag for block in read_blocks(saved.body)] == ["p", "figure"]
    assert desk.complaints == []


def test_block_ids_survive_typing_splitting_and_pasting(desk):
    story = make_draft(body="<p>Đoạn thứ nhất.</p><h2>Mục</h2><p>Đoạn thứ hai.</p>")
    first, heading, last = (block.id for block in read_blocks(story.body))
    desk.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.wait_for_selector(BODY)

    type_at_the_end(desk, " Viết tiếp.")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Đoạn mới.")
    desk.keyboard.press("Enter")
    desk.evaluate(CLIPBOARD, f'<p id="{first}">Chép lại đoạn đầu.</p>')
    save(desk)

    story.refresh_from_db()
    blocks = {block.text: block.id for block in read_blocks(story.body)}
    assert blocks["Đoạn thứ nhất."] == first
    assert blocks["Mục"] == heading
    assert blocks["Đoạn thứ hai. Viết tiếp."] == last
    assert len(set(blocks.values())) == len(blocks) == 5
    assert desk.complaints == []


def test_what_word_pastes_becomes_lists_and_plain_words(desk):
    story = make_draft(body="<p>Đầu.</p>")
    desk.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.wait_for_selector(BODY)

    type_at_the_end(desk, "")
    desk.keyboard.press("Enter")
    item = '<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;&nbsp;</span>{}</p>'
    desk.evaluate(
        CLIPBOARD, item.format("Mục một") + item.format("Mục hai") + '<p class="MsoNormal">Hết.</p>'
    )
    save(desk)

    story.refresh_from_db()
    assert [(block.tag, block.text) for block in read_blocks(story.body)] == [
        ("p", "Đầu."),
        ("li", "Mục một"),
        ("li", "Mục hai"),
        ("p", "Hết."),
    ]
    assert not re.search("Mso|style|class", story.body)


def test_spaces_typed_are_plain_and_the_toolbar_speaks_vietnamese(desk):
    story = make_draft(body="<p>Đầu.</p>")
    desk.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.wait_for_selector(".prose-menubar button[data-name=bold]")

    type_at_the_end(desk, " hai  ba ")
    title = desk.get_attribute("button[data-name=bold]", "title")
    save(desk)

    story.refresh_from_db()
    assert "\xa0" not in story.body
    assert "&nbsp;" not in story.body
    assert title == "Đậm"
    assert desk.complaints == []


def test_rows_are_added_moved_and_removed(desk):
    first, second = make_author(name="Người Một"), make_author(name="Người Hai")
    story = make_draft(authors=[first, second])
    desk.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.wait_for_selector(BODY)

    desk.click("[data-rows=bylines] [data-row]:nth-child(2) [data-row-up]")
    desk.click("[data-rows=related] [data-rows-add]")
    row = "[data-rows=related] [data-row]:last-child"
    desk.fill(f"{row} [name$=title]", "Phim tài liệu")
    desk.fill(f"{row} [name$=url]", "https://example.org/phim")
    save(desk)

    story.refresh_from_db()
    assert [line.author for line in story.bylines.all()] == [second, first]
    assert [item.title for item in story.related_items.all()] == ["Phim tài liệu"]
