"""What a story's page offers its reader: contents, sources, explained abbreviations, galleries, tools."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

import brotli
import pytest
from django.contrib.staticfiles import finders
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles import publishing, rendering
from articles.models import Abbreviation, Article
from articles.photos.storing import store_photo
from articles.reading.abbreviations import explain
from articles.reading.contents import contents
from articles.tests.factories import make_article, make_photo
from articles.tests.pictures import encoded, picture
from newsroom.body_html import read_blocks, tree

LONG = "<p>" + "một hai ba bốn " * 160 + "</p>"
HEADED = "<h2>Đầu</h2>{0}<h3>Phần nhỏ</h3><p>Ngắn.</p><h2>Cuối</h2><p>Hết.</p>"


def shown(client, story):
    return html.fromstring(client.get(story.get_absolute_url()).content.decode())


def explained(body, **meanings) -> str:
    root = tree.parse(body)
    explain(root, meanings)
    return tree.serialise(root)


@pytest.mark.django_db
def test_a_long_story_has_contents_that_lead_to_its_headings(client):
    page = shown(client, make_article(body=HEADED.format(LONG)))

    (nav,) = page.xpath("//nav[@aria-labelledby='muc-luc']")
    assert nav.xpath("ol/li/a/text()") == ["Đầu", "Cuối"]
    assert nav.xpath("ol/li/ol/li/a/text()") == ["Phần nhỏ"]
    targets = [href[1:] for href in nav.xpath(".//a/@href")]
    assert targets == page.xpath("//h2[starts-with(@id, 'b-')]/@id | //h3[starts-with(@id, 'b-')]/@id")


@pytest.mark.parametrize("body", [HEADED.format("<p>Ngắn.</p>"), f"<h2>Đầu</h2>{LONG}<h2>Cuối</h2>"])
@pytest.mark.django_db
def test_a_short_story_or_one_with_two_headings_has_no_contents(client, body):
    assert shown(client, make_article(body=body)).xpath("//nav[@aria-labelledby='muc-luc']") == []


def test_smaller_headings_before_the_first_large_one_stand_by_themselves():
    root = tree.parse('<h3 id="b-a">Một</h3><h2 id="b-b">Hai</h2><h3 id="b-c">Ba</h3>')

    found = [(one.text, [part.text for part in one.parts]) for one in contents(root, 1000)]

    assert found == [("Một", []), ("Hai", ["Ba"])]


@pytest.mark.parametrize(
    ("words", "told"), [("một " * 100, "khoảng 1 phút"), ("một " * 1000, "khoảng 4 phút")]
)
@pytest.mark.django_db
def test_the_time_that_reading_takes_is_told(client, words, told):
    page = shown(client, make_article(body=f"<p>{words}</p>"))

    assert page.xpath("//div[dt = 'Thời gian đọc']/dd/text()") == [told]


@pytest.mark.django_db
def test_links_to_other_sites_are_numbered_and_listed_once_with_the_way_back(client):
    story = make_article(
        body='<p>Theo <a href="https://www.example.org/a?x=1&y=2">báo cáo</a>, <a href="/toa-soan/">tòa soạn</a>'
        ' và <a href="http://127.0.0.1:8000/khac/">bài khác</a>.</p>'
        '<p>Lại <a href="https://www.example.org/a?x=1&y=2">báo cáo ấy</a>, rồi'
        ' <a href="https://example.net/">https://example.net/</a>.</p><aside><a href="https://q.example/">q</a></aside>',
        source_name="Báo mẫu",
        source_url="https://example.org/bai",
    )

    page = shown(client, story)

    body = page.xpath("//div[@class='story__body']")[0]
    assert body.xpath(".//a[@data-source]/@data-source") == ["1", "1", "2"]
    listed = page.xpath("//section[@aria-labelledby='nguon-dan']//li")
    assert [one.xpath("string(a[1])") for one in listed] == ["báo cáo", "example.net"]
    assert listed[0].xpath("a/@href") == ["https://www.example.org/a?x=1&y=2", f"#{body[0].get('id')}"]
    assert page.xpath("//a[. = 'Theo Báo mẫu']/@href") == ["https://example.org/bai"]


@pytest.mark.django_db
def test_a_story_without_links_to_other_sites_lists_no_sources(client):
    page = shown(client, make_article(body='<p><a href="/x/">x</a> <a href="mailto:a@example.org">a</a></p>'))

    assert page.xpath("//*[@id='nguon-dan']") == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Thu NSNN; NSNN tăng.</p>", '<p>Thu <abbr title="tiền">NSNN</abbr>; NSNN tăng.</p>'),
        ("<p><b>NSNN</b>, BTC</p>", '<p><b><abbr title="tiền">NSNN</abbr></b>, <abbr title="Bộ">BTC</abbr></p>'),
        ("<p>x<br>NSNN BTC</p>", '<p>x<br><abbr title="tiền">NSNN</abbr> <abbr title="Bộ">BTC</abbr></p>'),
        ("<p>382/QĐ-BTC, nsnn, NSNNX, BTC.gov</p>", "<p>382/QĐ-BTC, nsnn, NSNNX, BTC.gov</p>"),
        ("<h2>NSNN</h2><p>NSNN</p>", '<h2>NSNN</h2>\n<p><abbr title="tiền">NSNN</abbr></p>'),
        ('<p><a href="/x/">NSNN</a></p>', '<p><a href="/x/">NSNN</a></p>'),
        ("<blockquote><p>NSNN</p></blockquote>", "<blockquote><p>NSNN</p></blockquote>"),
        ("<p>Tiền (NSNN) và NSNN</p>", "<p>Tiền (NSNN) và NSNN</p>"),
        ("<p>NSNN (tiền) và NSNN</p>", "<p>NSNN (tiền) và NSNN</p>"),
    ],
    ids=range(9),
)  # fmt: skip
def test_an_abbreviation_is_explained_where_it_first_stands_in_running_text(body, wanted):
    assert explained(body, NSNN="tiền", BTC="Bộ") == wanted


@given(st.text(alphabet="NSNB TC(</p>,–"), st.text())
def test_explaining_changes_no_words(words, tail):
    body = f"<p>{escape(words)}<br/>{escape(tail)}</p>"
    try:
        before = tree.parse(body).text_content()
    except ValueError:  # characters that no stored body has
        return

    assert tree.parse(explained(body, NSNN="ngân sách", TC="tài chính")).text_content() == before


@pytest.mark.django_db
def test_explaining_leaves_the_stored_words_the_api_and_the_words_of_blocks_alone(client):
    Abbreviation.objects.update_or_create(short="NSNN", defaults={"long": "ngân sách nhà nước"})
    story = make_article(body="<p>Thu NSNN tăng.</p>")

    page, told = shown(client, story), client.get(f"/api/v1/articles/{story.slug}").json()

    assert page.xpath("//abbr/@title") == ["ngân sách nhà nước"]
    assert page.xpath("string(//div[@class='story__body']/p)") == "Thu NSNN tăng."
    assert [block.text for block in read_blocks(story.body)] == ["Thu NSNN tăng."]
    assert "abbr" not in told["body_html"] + story.body
    assert "paragraph-link" not in told["body_html"]


@pytest.mark.django_db
@pytest.mark.usefixtures("own_media")
def test_pictures_that_follow_each_other_are_a_gallery_of_links_to_the_large_ones(client):
    photos = [make_photo(alt=f"Hình {n}") for n in range(4)]
    for photo in photos:
        store_photo(photo, encoded(picture()))
    figures = [f'<figure><img data-file="{photo.ref}"></figure>' for photo in photos]
    body = f"{figures[0]}{figures[1]}<p>Chữ.</p>{figures[2]}<figure><img data-file='khong-co'></figure>"

    page = shown(client, make_article(body=body, lead_photo=photos[3]))

    (gallery,) = page.xpath("//div[@role='group' and @aria-label='Chùm 2 ảnh']")
    assert gallery.xpath("figure//picture//img/@alt") == ["Hình 0", "Hình 1"]
    assert page.xpath("//div[@class='story__body']/figure//picture//img/@alt") == ["Hình 2"]
    large = page.xpath("//figure/a[@class='enlarge']/@href")
    assert large == ["/media/" + photo.renditions["avif"][-1]["name"] for photo in [photos[3], *photos[:3]]]
    assert client.get(large[0]).status_code == 200


@pytest.mark.django_db
def test_each_paragraph_heading_and_item_links_to_itself_and_nothing_else_does(client):
    body = "<h2>Đầu</h2><p>Chữ.</p><ul><li>Một</li></ul><blockquote><p>Lời.</p></blockquote><aside>Câu lớn</aside>"

    page = shown(client, make_article(body=body))

    links = page.xpath("//a[@class='paragraph-link']")
    assert [link.getparent().tag for link in links] == ["h2", "p", "li", "p"]
    assert all(link.get("href") == f"#{link.getparent().get('id')}" for link in links)
    assert {link.get("aria-label") for link in links} == {"Liên kết tới đoạn này"}


@pytest.mark.django_db
def test_sharing_is_plain_links_to_the_address_of_the_story(client):
    story = make_article(title="Thi đua & khen thưởng")

    (share,) = shown(client, story).xpath("//details[@class='share']")

    address = f"http%3A%2F%2F127.0.0.1%3A8000%2F{story.slug}%2F"
    title = "Thi%20%C4%91ua%20%26%20khen%20th%C6%B0%E1%BB%9Fng"
    assert share.xpath(".//a/@href") == [
        f"http://127.0.0.1:8000/{story.slug}/",
        f"https://www.facebook.com/sharer/sharer.php?u={address}",
        f"https://x.com/intent/tweet?url={address}&text={title}",
        f"mailto:?subject={title}&body={address}",
    ]


@pytest.mark.django_db
def test_changing_an_abbreviation_on_the_desk_changes_the_stories_that_print_it(admin_client):
    row = Abbreviation.objects.create(short="VTM", long="viết tắt mẫu")
    story = make_article(body="<p>Theo VTM.</p>")

    admin_client.post(
        f"/admin/articles/abbreviation/{row.pk}/change/",
        {"short": "VTM", "long": "vận tải mẫu", "in_stories": "on"},
    )

    assert shown(admin_client, story).xpath("//abbr/@title") == ["vận tải mẫu"]
    admin_client.post(f"/admin/articles/abbreviation/{row.pk}/delete/", {"post": "yes"})
    assert shown(admin_client, story).xpath("//abbr") == []


@pytest.mark.django_db
def test_a_page_made_for_another_address_of_the_site_is_made_again(settings):
    story = make_article()
    before = rendering.fingerprint.__wrapped__()
    settings.SITE_URL = "https://tin.example"

    publishing.renew(Article.objects.filter(pk=story.pk))

    assert rendering.fingerprint.__wrapped__() != before
    assert f"https://tin.example/{story.slug}/" in Article.objects.get().story_html


def test_scripts_of_a_story_are_small_on_the_wire():
    first = Path(finders.find("newsroom/js/first.js"))
    modules = [
        *first.parent.glob("*.js"),
        *Path(finders.find("articles/reader/story.js")).parent.glob("*.js"),
    ]

    sizes = [len(brotli.compress(path.read_bytes())) for path in modules]

    assert len(sizes) >= 8
    assert sum(sizes) < 10_000
    assert re.search(r"cookie", "".join(path.read_text() for path in modules)) is None
