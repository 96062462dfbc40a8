"""The desk by keyboard alone: found, opened, and back again, without a touch of the mouse."""

import pytest

from articles.tests.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(browser_page):
    """The browser, logged in as an editor."""
    make_user("editor", username="bientap")
    browser_page.goto("/admin/")
    browser_page.fill("[name=login]", "bientap")
    browser_page.fill("[name=password]", "mat-khau-thu")
    browser_page.click("main form button:not([form])")
    browser_page.wait_for_url("**/admin/")
    return browser_page


def focused(page) -> str:
    return page.evaluate("document.activeElement.innerText.trim()")


def test_a_story_is_found_and_opened_by_keyboard_from_any_page(desk):
    make_draft(title="Bài khác về cảng")
    story = make_draft(title="Đường phố Đà Nẵng")
    other = make_draft(title="Đường sắt")
    desk.goto("/admin/articles/tag/")

    desk.keyboard.press("Control+k")
    desk.wait_for_selector("dialog.palette [role=option]")
    desk.keyboard.type("duong")
    desk.wait_for_selector("[data-palette-status]:text-is('Kết quả: 2')")
    box = desk.locator("dialog.palette [role=combobox]")
    first = box.get_attribute("aria-activedescendant")
    desk.keyboard.press("ArrowDown")

    second = box.get_attribute("aria-activedescendant")
    assert box.get_attribute("aria-expanded") == "true"
    assert desk.inner_text(f"#{first}").startswith(other.title)
    assert desk.inner_text(f"#{second}").startswith(story.title)
    assert desk.get_attribute(f"#{second}", "aria-selected") == "true"
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert desk.url.endswith(f"/admin/articles/article/{story.pk}/change/")

    desk.click("#id_title")
    desk.keyboard.press("End")
    desk.keyboard.type("?jk")
    assert desk.input_value("#id_title").endswith("?jk")
    assert not desk.is_visible("dialog.shortcuts")

    desk.keyboard.press("Control+k")
    desk.keyboard.type("duong sat")
    desk.on("dialog", lambda asked: asked.accept())  # what was typed is not saved yet
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/admin/articles/article/{other.pk}/change/")
    assert desk.complaints == []


def test_rows_are_walked_with_letters_until_these_are_turned_off(desk):
    for title in ("Bài một", "Bài hai"):
        make_draft(title=title)
    desk.goto("/admin/articles/article/")

    desk.keyboard.press("j")
    desk.keyboard.press("j")
    assert focused(desk).startswith("Bài một")
    desk.keyboard.press("k")
    assert focused(desk).startswith("Bài hai")

    desk.keyboard.press("?")
    assert desk.is_visible("dialog.shortcuts")
    desk.focus("[data-single-keys]")
    desk.keyboard.press("Space")
    desk.keyboard.press("Escape")
    desk.reload()
    desk.keyboard.press("?")
    desk.keyboard.press("j")

    assert not desk.is_visible("dialog.shortcuts")
    assert not focused(desk).startswith("Bài hai")
    assert desk.complaints == []
