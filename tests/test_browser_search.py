"""Searching in a real browser: suggestions by keyboard, and the field without any script."""

import pytest

from articles.tests.factories import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_suggestions_are_walked_by_keyboard_and_leave_the_form_alone(browser_page, axe_finds):
    story = make_article(title="Hải quan đổi mới", tags=["hải quan số"])
    browser_page.goto("/")
    field = browser_page.get_by_role("combobox")

    browser_page.locator("#tim-nhanh").focus()
    field.wait_for()
    field.press_sequentially("hải q")
    options = browser_page.get_by_role("option")
    options.first.wait_for()

    assert [option.split("\n")[0].strip() for option in options.all_inner_texts()] == [
        "hải quan số Từ khóa",
        "Hải quan đổi mới Bài",
    ]
    assert axe_finds(browser_page) == []
    field.press("ArrowUp")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    field.press("Escape")
    assert not options.first.is_visible()
    field.press_sequentially("ua")
    options.first.wait_for()
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    browser_page.wait_for_url(f"**{story.get_absolute_url()}")

    browser_page.locator("#tim-nhanh").fill("hai quan")
    browser_page.locator("#tim-nhanh").press("Enter")
    browser_page.wait_for_url("**/tim-kiem/?q=hai+quan")
    assert browser_page.locator("mark").first.inner_text() == "Hải quan"
    for scheme in ("light", "dark"):
        browser_page.emulate_media(color_scheme=scheme)
        assert axe_finds(browser_page) == []
    assert browser_page.complaints == []
