"""The registry editor in a real browser: statements marked in the text, the desk by keys, a list pasted and recorded."""

import pytest

from articles import publishing
from articles.tests.desk import change_url
from articles.tests.factories import make_article, make_user
from awards.models import Evidence, Honour
from awards.tests.factories import make_form, make_organisation, prove

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "2 tập thể được tặng Huân chương Lao động hạng Nhì (Cục Mẫu, Báo Mẫu)"
MARKED = "() => [...(CSS.highlights.get('statements-waiting') ?? [])].map(String)"


def log_in(page, user):
    page.goto("/admin/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", "mat-khau-thu")
    page.click("main form button:not([form])")
    page.wait_for_url("**/admin/")


def test_statements_are_marked_answered_and_lists_recorded(browser_page, axe_finds):
    page = browser_page
    form = make_form(name="Huân chương Lao động", has_classes=True)
    story = make_article(body=f"<p>Mở bài.</p><p>{WORDS} năm 2019.</p>")
    publishing.refresh(story)
    lost = prove(
        make_organisation(name="Cục Mẫu"), story, quote="2 tập thể đã được tặng Huân chương Lao động"
    )
    Evidence.objects.update(found=False)

    # In the editor the words are marked; a line leads to them, their number beside the text back to the line.
    log_in(page, make_user("administrator"))
    page.goto(change_url(story))
    page.wait_for_selector(".statement-mark")
    assert set(page.evaluate(MARKED)) == {WORDS}
    page.locator("[data-statement-words]").first.click()
    assert page.evaluate("() => getSelection().anchorNode.parentElement.closest('.ProseMirror') !== null")
    page.click(".statement-mark")
    assert page.evaluate("() => document.activeElement.matches('[data-statement][data-shown]')")

    # The desk of what waits, by keys alone: to the line whose words were lost, and confirmed.
    page.goto("/admin/thi-dua/")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector(".messagelist .success")
    assert lost.evidence.get().quote == "2 tập thể được tặng Huân chương Lao động"
    assert axe_finds(page) == []

    # A list is pasted, put right and recorded.
    page.goto("/admin/danh-sach/")
    page.fill(
        "#id_text", "Họ tên\tĐơn vị\tHình thức\tHạng\nNgười Mẫu Một\tCục Mẫu\tHuân chương Lao động\tTư\n"
    )
    page.click("main button:has-text('Xem các dòng'), #content-main button.button--main")
    page.fill("[name='cell-2-order_class']", "Nhì")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=record]")
    assert axe_finds(page) == []
    page.click("[name=record]")
    page.wait_for_selector(".lists__facts")

    honour = Honour.objects.get()
    assert (honour.form, honour.order_class, str(honour.recipient_unit)) == (form, "nhi", "Cục Mẫu")
    assert page.complaints == []
