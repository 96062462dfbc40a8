"""A story's page with its scripts: nothing moves, choices stay on the device, pictures open over the page."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from articles.photos.storing import store_photo
from articles.tests.factories import make_article, make_photo
from articles.tests.pictures import encoded, picture
from newsroom.modules import gathered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.one_database]

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
SIZE = "parseFloat(getComputedStyle(document.querySelector('.story__body p')).fontSize)"
PAINTED = """() => new Promise((done) => {
  new PerformanceObserver(() => done(true)).observe({ type: "paint", buffered: true });
  setTimeout(() => done(false), 10_000);
})"""
FOCUS = "document.activeElement.className"


def serve_gathered(page, *modules):
    """The page gets the modules as they are collected: each in one piece."""

    def answer(route):
        name = urlsplit(route.request.url).path.removeprefix("/static/")
        whole = gathered(name, lambda part: Path(finders.find(part)).read_text())
        route.fulfill(body=whole, content_type="text/javascript")

    for name in modules:
        page.route(f"**/{name}", answer)


def test_a_story_is_painted_while_its_scripts_and_pictures_are_on_their_way(browser_page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photo = store_photo(make_photo(caption="Chú thích."), encoded(picture(900, 600)))
    story = make_article(lead_photo=photo, body="<p>Đoạn thứ nhất.</p>")
    held = []
    for late in ("**/media/**", "**/js/site.js", "**/reader/story.js"):
        browser_page.route(late, lambda route: held.append(route))  # noqa: PLW0108  it wants a Python function

    browser_page.goto(story.get_absolute_url(), wait_until="commit")

    assert browser_page.evaluate(PAINTED)
    assert browser_page.get_by_text("Đoạn thứ nhất.").is_visible()
    assert len(held) == 3
    for route in held:
        route.continue_()


@pytest.mark.parametrize(
    ("comes_later", "stands"),
    [('<div class="card__text">', ".card__picture"), ('<nav class="foot__links"', ".foot")],
    ids=["the text of a card", "the second half of the foot"],
)
def test_half_a_page_stands_where_it_will_stand(browser_page, settings, tmp_path, comes_later, stands):
    settings.MEDIA_ROOT = tmp_path
    photo = store_photo(make_photo(), encoded(picture(900, 600)))
    address = make_article(lead_photo=photo).section.get_absolute_url()
    page = browser_page
    page.set_viewport_size({"width": 412, "height": 823})

    html = page.request.get(address).text()
    assert comes_later in html

    def place():
        page.goto(address)
        box = page.locator(stands).first.bounding_box()
        return box["x"], box["y"], box["width"]

    # Half of it first: the whole page brings a service worker, whose requests no route sees.
    page.route(
        f"**{address}",
        lambda route: route.fulfill(body=html[: html.index(comes_later)], content_type="text/html"),
    )
    half = place()
    page.unroute_all()

    assert half == place()


def test_a_reader_sets_the_text_looks_at_pictures_and_shares_without_a_cookie(
    browser_page, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    photos = [store_photo(make_photo(caption=f"Chú thích {n}."), encoded(picture(900, 600))) for n in (1, 2)]
    figures = "".join(f'<figure><img data-file="{photo.ref}"></figure>' for photo in photos)
    story = make_article(body=f"<p>Đoạn thứ nhất.</p>{figures}<p>Đoạn cuối.</p>")
    page = browser_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("navigator.share = async (told) => { window.told = told; }")
    serve_gathered(page, "newsroom/js/site.js", "articles/reader/story.js")

    page.goto(story.get_absolute_url())

    assert page.get_by_role("button", name="Nền tối").is_visible()
    assert page.evaluate(SHIFTS) == 0
    usual = page.evaluate(SIZE)
    page.get_by_role("button", name="Chữ lớn hơn").click()
    assert page.evaluate(SIZE) == pytest.approx(usual * 1.15)
    assert page.get_by_role("status").first.text_content() == "Cỡ chữ 115 %"
    page.reload()
    assert page.evaluate(SHIFTS) == 0
    assert page.evaluate(SIZE) == pytest.approx(usual * 1.15)
    for _ in range(2):
        page.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert page.evaluate(SIZE) == pytest.approx(usual * 0.9)
    assert page.get_by_role("button", name="Chữ nhỏ hơn").get_attribute("aria-disabled") == "true"

    first, second = page.locator("a.enlarge").all()
    first.focus()
    page.keyboard.press("Enter")
    large = page.get_by_role("dialog", name="Ảnh lớn")
    assert "Ảnh 1/2. Chú thích 1." in large.inner_text()
    page.keyboard.press("ArrowRight")
    assert "Ảnh 2/2. Chú thích 2." in large.inner_text()
    assert large.locator("img").bounding_box()["height"] > second.bounding_box()["height"]
    page.keyboard.press("Escape")
    assert not large.is_visible()
    assert second.evaluate("(link) => link === document.activeElement")

    assert not page.locator(".paragraph-link").first.is_visible()
    page.get_by_text("Chia sẻ", exact=True).click()
    page.get_by_role("button", name="Chép liên kết").click()
    address = f"http://127.0.0.1:8000{story.get_absolute_url()}"
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.get_by_role("button", name="Gửi bằng ứng dụng khác").click()
    assert page.evaluate("window.told") == {"title": story.title, "url": address}
    page.get_by_label("Hiện liên kết tới từng đoạn").check()
    link = page.get_by_role("link", name="Liên kết tới đoạn này").first
    link.focus()
    assert page.evaluate(FOCUS) == "paragraph-link"
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-copied]")
    assert page.evaluate("navigator.clipboard.readText()") == address + link.get_attribute("href")
    assert page.url.endswith(link.get_attribute("href"))

    assert page.context.cookies() == []
    assert page.complaints == []
