"""The month calendar with a mouse and with the keyboard alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.tests.factories import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def at_noon(day: int):
    """Noon of a day of next month, in Vietnam's time."""
    now = timezone.localtime()
    first = (now.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=day, hour=12, minute=0, second=0, microsecond=0)


def test_a_publication_is_dragged_to_another_day_and_moved_by_keyboard(browser_page):
    playwright = pytest.importorskip("playwright.sync_api")
    page = browser_page
    user = make_user(role="managing_editor")
    story = make_article(title="Bài hẹn giờ", published_at=at_noon(11))
    page.goto("/admin/login/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", "mat-khau-thu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/**")
    page.goto(f"/admin/articles/article/calendar/?month={at_noon(11):%Y-%m}")
    said = page.locator("[data-calendar-said]")

    target = page.locator(f'td[data-day="{at_noon(13):%Y-%m-%d}"]')
    page.locator("[data-move]").drag_to(target)
    playwright.expect(said).to_contain_text("Bài hẹn giờ")

    assert target.locator(".entry").count() == 1
    story.refresh_from_db()
    assert story.published_at == at_noon(13)

    page.locator(".entry__move").focus()
    page.keyboard.press("Enter")
    box = page.get_by_label("Giờ mới")
    assert box.evaluate("box => box === document.activeElement")
    box.fill("2020-01-01T12:00")
    page.keyboard.press("Enter")
    page.locator("[data-calendar-fault]:visible").wait_for()
    box.fill(f"{at_noon(12):%Y-%m-%d}T09:30")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-calendar-dialog]:not([open])", state="attached")

    assert page.locator(f'td[data-day="{at_noon(12):%Y-%m-%d}"] .entry').count() == 1
    assert page.evaluate("document.activeElement.className") == "entry__move"
    assert Article.objects.get().published_at == at_noon(12).replace(hour=9, minute=30)
    page.keyboard.press("ArrowDown")
    playwright.expect(page.locator(f'td[data-day="{at_noon(19):%Y-%m-%d}"] .entry')).to_have_count(1)
    page.keyboard.press("ArrowLeft")
    playwright.expect(page.locator(f'td[data-day="{at_noon(18):%Y-%m-%d}"] .entry')).to_have_count(1)
    playwright.expect(page.locator(".entry__move")).to_be_focused()
    assert Article.objects.get().published_at == at_noon(18).replace(hour=9, minute=30)
    assert [text for text in page.complaints if "400" not in text] == []
