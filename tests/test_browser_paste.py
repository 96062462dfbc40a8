"""The body editor in a real browser: what other programs paste, input methods, pull quotes and videos."""

import re

import pytest

from articles import publishing
from articles.models import Article
from articles.tests.factories import make_draft, make_section, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = ".tiptap.ProseMirror"
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".tiptap.ProseMirror").dispatchEvent(paste);
}"""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'><span lang=VI style='font-family:"Times New Roman",serif'>Tít của mục<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=VI>Chữ đậm</span></b><span lang=VI> và
<i>chữ nghiêng</i>,<span style='mso-spacerun:yes'>\xa0 </span>có <a href="https://vi-du.test/van-ban"><span style='color:blue'>liên kết</span></a>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Mục một<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Mục con<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;&nbsp; </span><![endif]>Mục hai<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Việc thứ nhất</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150pt'><p class=MsoNormal><b>Đơn vị</b><o:p></o:p></p></td><td><p class=MsoNormal>Số<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Cục mẫu</p></td><td><p class=MsoNormal>29</p></td></tr></table>
<p class=MsoNormal><img width=300 src="file:///C:/Users/x/AppData/Local/Temp/clip_image001.png" alt="Ảnh"><a name="_Toc1">Hết.</a></p>
<!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff-0000-1111-222233334444">
<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;font-weight:400;white-space:pre-wrap;">Tít phụ</span></h2>
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:700;font-style:normal;">Đậm thật</span><span style="font-weight:400;font-style:normal;"> thường </span><span style="font-weight:400;font-style:italic;">nghiêng</span>
<a href="https://www.google.com/url?q=https://vi-du.test/bai&amp;sa=D&amp;ust=1" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">nguồn</span></a></p><br />
<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Mục một</span></p></li>
<ul style="padding-inline-start:48px;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Mục con</span></p></li></ul>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Mục hai</span></p></li></ul><br />
<div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="301" /><col width="301" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000 1pt;"><p dir="ltr"><span>Trái</span></p></td><td><p dir="ltr"><span>Phải</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">"""

FLAT_LEVELS = """<ol><li aria-level="1">Một</li><li aria-level="2">Một con</li><li aria-level="1">Hai</li></ol>
<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>Chấm</p></li></ul></div>
<div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>Chấm con</p></li></ul></div>"""


@pytest.fixture
def open_story(browser_page):
    """Opens the form of a story in the browser, logged in as a managing editor; nothing leaves this machine."""
    user = make_user("managing_editor", username="thuky")
    browser_page.context.route(
        lambda url: not url.startswith(("http://localhost", "http://127.")), lambda route: route.abort()
    )
    browser_page.goto("/admin/")
    browser_page.fill("[name=login]", user.username)
    browser_page.fill("[name=password]", "mat-khau-thu")
    browser_page.click("main form button:not([form])")
    browser_page.wait_for_url("**/admin/")

    def opened(story: Article):
        browser_page.goto(f"/admin/articles/article/{story.pk}/change/")
        browser_page.wait_for_selector(".prose-menubar button[data-name=pullQuote]")
        browser_page.click(BODY)
        browser_page.keyboard.press("Control+End")
        return browser_page

    return opened


def saved_body(page, story: Article) -> str:
    """The stored body without ids of blocks, which are made anew for pasted text."""
    with page.expect_navigation():
        page.click("button[name=_save]")
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")  # the form goes on talking to the database, which is this test's too
    story.refresh_from_db()
    return re.sub(r' id="b-[a-z0-9]+"', "", story.body)


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        (
            WORD,
            """<h2>Tít của mục</h2>
<p><strong>Chữ đậm</strong> và <em>chữ nghiêng</em>, có <a href="https://vi-du.test/van-ban">liên kết</a>.</p>
<ul><li><p>Mục một</p><ul><li>Mục con</li></ul></li><li>Mục hai</li></ul>
<ol><li>Việc thứ nhất</li></ol>
<table><tbody><tr><td><strong>Đơn vị</strong></td><td>Số</td></tr><tr><td>Cục mẫu</td><td>29</td></tr></tbody></table>
<p>Hết.</p>""",
        ),
        (
            GOOGLE,
            """<h2>Tít phụ</h2>
<p><strong>Đậm thật</strong> thường <em>nghiêng</em> <a href="https://vi-du.test/bai">nguồn</a></p>
<ul><li><p>Mục một</p><ul><li>Mục con</li></ul></li><li>Mục hai</li></ul>
<table><tbody><tr><td>Trái</td><td>Phải</td></tr></tbody></table>""",
        ),
        (
            FLAT_LEVELS,
            """<ol><li><p>Một</p><ol><li>Một con</li></ol></li><li>Hai</li></ol>
<ul><li><p>Chấm</p><ul><li>Chấm con</li></ul></li></ul>""",
        ),
    ],
    ids=["word", "google docs", "lists by level"],
)
def test_what_other_programs_paste_keeps_its_structure_and_nothing_else(open_story, pasted, stored):
    story = make_draft(body="")
    page = open_story(story)

    page.evaluate(PASTE, pasted)

    left_out = page.inner_text("[data-paste-note]")
    assert left_out == ("1 ảnh không được dán theo: hãy thêm từ kho ảnh." if "<img" in pasted else "")
    assert saved_body(page, story) == stored
    assert page.complaints == []


def test_telex_composes_anywhere_the_counter_follows_and_the_screen_is_filled(open_story):
    story = make_draft(body="<p>Mở đầu.</p><ul><li>Mục</li></ul>")
    page = open_story(story)
    keys = page.context.new_cdp_session(page)

    def compose(*steps: str) -> None:
        for text in steps:
            place = {"selectionStart": len(text), "selectionEnd": len(text)}
            keys.send("Input.imeSetComposition", {"text": text, **place})
        keys.send("Input.insertText", {"text": steps[-1]})

    page.keyboard.type(" ")
    compose("d", "đ", "đu", "đuo", "đươ", "đươn", "đường")
    page.keyboard.press("Enter")
    compose("phố", "phở")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    compose("Tieng", "Tiếng")
    page.keyboard.press("Control+Home")
    compose("Ng", "Nghỉ")
    page.wait_for_selector(".prose-count:text-is('6 chữ · 31 ký tự · đọc khoảng 1 phút')")
    page.click("button[data-name=fullscreen]")
    filled = page.evaluate("document.querySelector('.prose-editor').getBoundingClientRect().toJSON()")
    screen = page.evaluate("[document.documentElement.clientWidth, innerHeight]")
    assert [filled["left"], filled["top"], filled["width"], filled["height"]] == [0, 0, *screen]
    page.click("button[data-name=fullscreen]")

    assert (
        saved_body(page, story) == "<p>NghỉMở đầu.</p>\n<ul><li>Mục đường</li><li>phở</li></ul>\n<p>Tiếng</p>"
    )


def test_a_pull_quote_and_a_video_are_put_in_by_keyboard_and_read_by_visitors(
    open_story, browser, live_server
):
    story = make_draft(body="<p>Cảng mẫu thông quan trong một giờ.</p>", section=make_section())
    page = open_story(story)

    page.keyboard.press("Shift+Home")
    page.wait_for_selector("button[data-name=link]:not(.disabled)")
    page.keyboard.press("Alt+F10")
    for _ in range(30):
        if page.evaluate("document.activeElement.dataset.name") == "pullQuote":
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("– Người Mẫu Một")
    page.keyboard.press("Enter")
    page.click("button[data-name=video]")
    page.fill("dialog input", "https://video.vi-du.test/abc")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog .prose-editor-help:has-text('không phải địa chỉ')")
    page.fill("dialog input", "https://youtu.be/aAbBcCdDeE_?si=theo-doi")
    page.keyboard.press("Enter")
    page.click("figure[data-video] figcaption")
    page.keyboard.type("Buổi lễ mẫu")
    body = saved_body(page, story)
    publishing.publish(story)

    assert body == (
        "<p>Cảng mẫu thông quan trong một giờ.</p>\n"
        "<aside>Cảng mẫu thông quan trong một giờ.<br>– Người Mẫu Một</aside>\n"
        '<figure data-video="youtube:aAbBcCdDeE_"><figcaption>Buổi lễ mẫu</figcaption></figure>'
    )
    assert page.complaints == []
    context = browser.new_context(base_url=live_server.url)
    asked = []
    context.route(
        lambda url: not url.startswith(live_server.url),
        lambda route: asked.append(route.request.url) or route.abort(),
    )
    visitor = context.new_page()
    visitor.goto(story.get_absolute_url())
    visitor.wait_for_selector("button.video__door")
    assert asked == []
    visitor.click("button.video__door")
    frame = visitor.wait_for_selector("figure.video iframe")
    assert frame.get_attribute("src") == "https://www.youtube-nocookie.com/embed/aAbBcCdDeE_?autoplay=1&rel=0"
    assert frame.get_attribute("title") == "Video trên YouTube: Buổi lễ mẫu"
    assert asked == [frame.get_attribute("src")]
    assert context.cookies() == []
    context.close()
