"""Every kind of page before axe, at both ends of the widths, in light and dark; on a narrow screen; by keyboard."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article, Correction, Photo, PreviewLink, Tag
from articles.tests.factories import make_article, make_author, make_draft, make_section, make_user
from awards.models import AwardForm, Campaign, Event, Honour, Organisation, Person

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.one_database]

WIDTHS = (360, 1280)
BODY = (
    "<p>Đoạn mở đầu.</p><h2>Ặ Ẫ Ở Ữ Ỵ</h2><h3>Mục nhỏ</h3><ul><li>Việc thứ nhất.</li></ul>"
    "<blockquote><p>Một câu trích.</p></blockquote>"
    "<table><thead><tr><th>Đơn vị</th><th>Số</th></tr></thead><tbody><tr><td>Một</td><td>1</td></tr></tbody></table>"
    "<table><thead><tr><th>Đơn vị</th><th>Số</th></tr></thead><tbody><tr><td>Hai</td><td>2</td></tr></tbody></table>"
    '<figure><img data-file="{photo}"><figcaption>Chú thích.</figcaption></figure>'
)
# What Django's own forms and lists cannot do better is no rule of WCAG; the reader's pages keep all of axe's.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL = [*WCAG, "best-practice"]
RUN = """async (options) => (await axe.run(document, options)).violations.map(
  (one) => `${one.id} ${one.nodes[0].target} ${one.nodes[0].html.slice(0, 200)}`)"""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@pytest.fixture
def site(settings, tmp_path):
    """The seeded site, and a story that has everything a story can have."""
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("loaddata", "groups", "award_forms", "articles", "registry", verbosity=0)
    story = make_article(
        title="Ặ Ẫ Ở Ữ Ỵ: " + "một đầu đề rất dài " * 9,
        slug="bai-day-du",
        kicker="Chuyên đề",
        section=make_section(name="Mục thử", slug="muc-thu"),
        authors=[make_author(name=f"Người Mẫu {name}") for name in ("Một", "Hai", "Ba", "Bốn")],
        tags=[f"từ khóa thử {number}" for number in range(40)],
        related=[{"title": "Phim tài liệu", "url": "https://example.org/phim", "kind": "video"}],
        body=BODY.format(photo=Photo.objects.first().ref),
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
    link = PreviewLink.objects.create(revision=revision, expires_at=timezone.now() + timezone.timedelta(1))
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


def complaints(page, address: str, rules: list[str], widths=WIDTHS) -> list[str]:
    """What axe finds on the page: all rules at each width, and in the dark those of colour again."""
    found = []
    page.goto(address)
    page.evaluate(axe.Axe().axe_script)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, only in (("light", rules), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            said = page.evaluate(RUN, {"runOnly": only, "resultTypes": ["violations"]})
            found += [f"{address} {width} {scheme}: {line}" for line in said]
    return found


def test_axe_finds_nothing_on_any_kind_of_page(site, browser_page):
    found = [line for address in addresses(site) for line in complaints(browser_page, address, ALL)]

    assert "\n".join(found) == ""


def test_axe_finds_nothing_at_the_desk(site, browser_page):
    make_user("administrator", username="quantri")
    browser_page.goto("/admin/")
    browser_page.fill("[name=login]", "quantri")
    browser_page.fill("[name=password]", "mat-khau-thu")
    browser_page.click("main form button:not([form])")
    browser_page.wait_for_url("**/admin/")
    campaign = Campaign.objects.filter(targets__isnull=False).first()
    desk = [
        "/admin/",
        "/admin/articles/article/",
        f"/admin/articles/article/{site.pk}/change/",
        "/admin/articles/photo/",
        f"/admin/articles/photo/{Photo.objects.first().pk}/change/",
        "/admin/awards/honour/add/",
        f"/admin/awards/campaign/{campaign.pk}/change/",
        "/tai-khoan/2fa/",
    ]

    found = [line for address in desk for line in complaints(browser_page, address, WCAG, [1280])]

    assert "\n".join(found) == ""
