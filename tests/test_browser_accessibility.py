"""Every kind of page before axe, at both ends of the widths, in light and dark; on a narrow screen; by keyboard."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article, Correction, Photo, PreviewLink, Tag
from articles.schedule import updates
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_user,
)
from awards.models import Campaign, Event, Honour, Person
from awards.tests.factories import make_announcement, make_campaign, make_honour, make_target, prove

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.one_database]

WIDTHS = (360, 1280)
BODY = (
    "<p>Đoạn mở đầu.</p><h2>Ặ Ẫ Ở Ữ Ỵ</h2><h3>Mục nhỏ</h3><ul><li>Việc thứ nhất.</li></ul>"
    "<blockquote><p>Một câu trích.</p></blockquote>"
    "<aside>Đoạn mở đầu<br>– Người Mẫu Một</aside><aside>Câu chỉ đứng ở đây</aside>"
    '<figure data-video="youtube:aAbBcCdDeE_"><figcaption>Buổi lễ mẫu.</figcaption></figure>'
    "<table><thead><tr><th>Đơn vị</th><th>Số</th></tr></thead><tbody><tr><td>Một</td><td>1</td></tr></tbody></table>"
    "<table><thead><tr><th>Đơn vị</th><th>Số</th></tr></thead><tbody><tr><td>Hai</td><td>2</td></tr></tbody></table>"
    '<figure><img data-file="{photo}"><figcaption>Chú thích.</figcaption></figure>'
    '<figure><img data-file="{other}"></figure><h2>Nguồn</h2>'
    '<p>Thu NSNN theo <a href="https://example.org/a">báo cáo</a> và <a href="https://example.net/">bài khác</a>.</p>'
    "<p>" + "chữ của một bài dài " * 130 + "</p>"
)
# What Django's own forms and lists cannot do better is no rule of WCAG; the reader's pages keep all of axe's.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL = [*WCAG, "best-practice"]
RUN = """async (options) => (await axe.run(document, options)).violations.map(
  (one) => `${one.id} ${one.nodes[0].target} ${one.nodes[0].html.slice(0, 200)}`)"""
# The element with the focus, or the card that carries its outline.
STOP = """() => {
  const one = document.activeElement, place = one.getBoundingClientRect();
  const outline = getComputedStyle(one.closest(".card") ?? one).outlineStyle;
  const name = one.innerText.trim() || one.className || one.id || one.tagName;
  return [one === document.body ? "" : name, outline, place.top, place.bottom];
}"""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@pytest.fixture
def site(settings, tmp_path):
    """The seeded site, with its own media folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("loaddata", "groups", "award_forms", "articles", "registry", verbosity=0)


def full_story(photo: Photo) -> Article:
    """A story that has everything a story can have, and more of it than is good."""
    other = Photo.objects.exclude(pk=photo.pk).first() or make_photo()
    story = make_article(
        title="Ặ Ẫ Ở Ữ Ỵ: " + "một đầu đề rất dài " * 9,
        slug="bai-day-du",
        kicker="Chuyên đề",
        section=make_section(name="Mục thử", slug="muc-thu"),
        authors=[make_author(name=f"Người Mẫu {name}") for name in ("Một", "Hai", "Ba", "Bốn")],
        tags=[f"từ khóa thử {number}" for number in range(40)],
        related=[{"title": "Phim tài liệu", "url": "https://example.org/phim", "kind": "video"}],
        body=BODY.format(photo=photo.ref, other=other.ref),
        event_date="2020-09",
        event_date_basis="inferred",
        event_date_note="chú thích ảnh",
    )
    for kind in Correction.Kind:
        Correction.objects.create(article=story, kind=kind, text="Số đúng là 29.")
    publishing.renew(Article.objects.filter(pk=story.pk))
    return story


def addresses(story: Article) -> list[str]:
    """One address for each kind of page that readers see."""
    gone = publishing.withdraw(make_article(title="Bài đã gỡ"), notice="Một nguồn rút lời.")
    revision = working_copy.newest(make_draft(title="Bản nháp"))
    link = PreviewLink.objects.create(revision=revision, expires_at=timezone.now() + timedelta(days=1))
    cited = Honour.objects.proven().exclude(organisation=None).first()
    records = [
        cited.organisation,
        cited.form,
        *(model.objects.proven().first() for model in (Campaign, Event, Person)),
    ]
    now = timezone.localtime(story.published_at)
    return [
        "/",
        story.get_absolute_url(),
        cited.evidence.first().article.get_absolute_url(),
        make_article(title="Bài không có gì").get_absolute_url(),
        *(
            one.get_absolute_url()
            for one in (story.section, make_section(), Tag.objects.first(), story.bylines.first().author)
        ),
        "/luu-tru/",
        "/don-vi/",
        "/ca-nhan/",
        f"/luu-tru/{now:%Y/%m}/",
        "/dinh-chinh/",
        "/toa-soan/",
        "/ngoai-tuyen/",
        f"/xem-thu/{link.token}/",
        gone.get_absolute_url(),
        "/khong-co-trang-nay/",
        f"{story.section.get_absolute_url()}?trang=hong",
        "/tai-khoan/login/",
        "/phong-trao/",
        "/vinh-danh/",
        f"/vinh-danh/?hinh-thuc={cited.form.slug}",
        *(record.get_absolute_url() for record in records),
    ]


def complaints(page, address: str, rules: list[str], widths=WIDTHS, waiting="load") -> list[str]:
    """What axe finds on the page: all rules at each width, and in the dark those of colour again."""
    found = []
    page.goto(address, wait_until=waiting)
    page.evaluate(axe.Axe().axe_script)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, only in (("light", rules), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            said = page.evaluate(RUN, {"runOnly": only, "resultTypes": ["violations"]})
            found += [f"{address} {width} {scheme}: {line}" for line in said]
    return found


def test_axe_finds_nothing_on_any_kind_of_page(site, browser_page):
    story = full_story(Photo.objects.first())

    found = [line for address in addresses(story) for line in complaints(browser_page, address, ALL)]

    assert "\n".join(found) == ""


def test_axe_finds_nothing_at_the_desk(browser_page):
    make_user("administrator", username="quantri")
    photo = make_photo()
    target = make_target(make_campaign())
    make_announcement(count=29)
    article = full_story(photo)
    body = working_copy.newest_snapshot(article)["body"]
    rewritten = body.replace("mở đầu", "<em>mở</em> bài").replace("<h3", "<p>Chen vào.</p><h3")
    working_copy.save(
        article, {"title": "Đầu đề khác", "body": rewritten, "lead_photo": photo.ref, "tags": []}
    )
    updates.plan(article, working_copy.newest(article), timezone.now() + timedelta(hours=1))
    story = f"/admin/articles/article/{article.pk}/"
    desk = [
        "/admin/",
        "/admin/articles/article/",
        f"{story}change/",
        f"{story}history/",
        f"{story}compare/",
        f"{story}restore/1/",
        "/admin/articles/article/calendar/",
        f"{story}move/update/",
        "/admin/articles/auditentry/",
        "/admin/articles/photo/",
        "/admin/articles/photo/?view=rows",
        "/admin/articles/photo/picker/",
        f"/admin/articles/photo/{photo.pk}/change/",
        "/admin/awards/honour/add/",
        f"/admin/awards/campaign/{target.campaign_id}/change/",
        "/tai-khoan/2fa/",
    ]
    browser_page.goto("/admin/")
    browser_page.fill("[name=login]", "quantri")
    browser_page.fill("[name=password]", "mat-khau-thu")
    browser_page.click("main form button:not([form])")
    browser_page.wait_for_url("**/admin/")

    found = [
        line
        for address in desk
        for line in complaints(browser_page, address, WCAG, widths=[1280, 768], waiting="networkidle")
    ]

    assert "\n".join(found) == ""


def test_no_page_scrolls_sideways_at_320_pixels_or_at_twice_the_letters(browser_page):
    story = full_story(make_photo())
    honour = prove(make_honour(), story)
    wide = []

    for address in ("/", story.get_absolute_url(), "/vinh-danh/", honour.form.get_absolute_url()):
        for width, letters in ((320, "100%"), (640, "200%")):
            browser_page.set_viewport_size({"width": width, "height": 900})
            browser_page.goto(address)
            browser_page.evaluate("size => { document.documentElement.style.fontSize = size }", letters)
            if browser_page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width, letters))

    assert wide == []


def test_by_keyboard_the_way_to_the_text_comes_first_and_every_stop_is_seen(browser_page):
    browser_page.goto(full_story(make_photo()).get_absolute_url())
    stops, unseen = [], []

    while len(stops) < 60:
        browser_page.keyboard.press("Tab")
        name, outline, top, bottom = browser_page.evaluate(STOP)
        if not name:
            break
        stops.append(name)
        if outline != "solid" or bottom <= 0 or top >= 900:
            unseen.append(name)

    assert stops[0] == "Đến nội dung chính"
    assert "Người Mẫu Một" in stops
    assert unseen == []
