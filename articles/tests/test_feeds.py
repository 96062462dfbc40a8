"""RSS, Atom and JSON Feed as programs read them: whole, well-formed, and never of what is hidden."""

import json
from datetime import datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import correcting, publishing
from articles.models import Article, Masthead, Photo, Redirect
from articles.photos.storing import store_photo
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
    make_tag,
)
from articles.tests.pictures import encoded, picture

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
FORMS = ("rss.xml", "atom.xml", "feed.json")
BODY = (
    "<h2>Mục một</h2><p>Xem <a href='/bai-khac/'>bài khác</a> và <a href='#b-muc'>mục kia</a>.</p>"
    '<figure><img data-file="anh-trong-bai"><figcaption>Trong bài.</figcaption></figure>'
    '<figure data-video="youtube:abcdefghijk"><figcaption>Phim.</figcaption></figure>'
    "<aside>Câu nhấn mạnh.</aside>"
)


@pytest.fixture
def story(own_media):
    """A story with all that a feed may tell of it."""
    lead, _ = (
        store_photo(
            make_photo(ref=ref, caption=f"Chú thích {ref}.", credit="Ảnh: Người Chụp"), encoded(picture())
        )
        for ref in ("anh-dau", "anh-trong-bai")
    )
    writers = [make_author(name=f"Người Viết {number}") for number in ("Một", "Hai")]
    signed = [
        (writers[0], "author"),
        (writers[1], "author"),
        (make_author(name="Người Chụp"), "photographer"),
    ]
    return make_article(
        title="Tít “có” <b>dấu</b> & đủ thứ",
        body=BODY,
        lead_photo=lead,
        tags=["hải quan", "thi đua"],
        source_name="Nguồn Mẫu",
        source_url="https://nguon.example/bai/",
        bylines=[{"author": author.pk, "role": role, "job_title": "", "raw_line": ""} for author, role in signed],
    )  # fmt: skip


def read(client, address: str):
    """The feed at an address, parsed; every element that it needs is there."""
    response = client.get(address)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
def test_a_feed_tells_the_whole_story(client, story, form):
    feed = read(client, f"/{form}")

    assert (feed.feed.title, feed.feed.link, feed.feed.language) == ("Newsroom", f"{SITE}/", "vi")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}/{form}"]
    (entry,) = feed.entries
    assert entry.link == f"{SITE}/{story.slug}/"
    assert entry.summary == story.standfirst
    assert entry.id == f"tag:127.0.0.1,{story.first_published_at:%Y-%m-%d}:bai/{story.pk}"
    assert [author.name for author in entry.authors] == ["Người Viết Một", "Người Viết Hai"]
    assert [person.name for person in entry.contributors] == ["Người Chụp"]
    assert [tag.term for tag in entry.tags] == ["Chuyên mục chung", "hải quan", "thi đua"]
    assert entry.published_parsed[:5] == story.published_at.utctimetuple()[:5]
    lead = Photo.objects.get(ref="anh-dau").renditions["jpeg"]
    assert [(one.type, one.length, one.href) for one in entry.enclosures] == [
        ("image/jpeg", str(lead["bytes"]), f"{SITE}/media/{lead['name']}")
    ]
    assert [one["url"].split("/")[-2] for one in entry.media_content] == ["anh-dau", "anh-trong-bai"]
    text = entry.content[0].value
    assert "<h2>Mục một</h2>" in text
    assert f'href="{SITE}/bai-khac/"' in text
    assert f'href="{SITE}/{story.slug}/#b-muc"' in text
    assert 'href="https://www.youtube.com/watch?v=abcdefghijk"' in text
    assert "Câu nhấn mạnh." in text
    assert "Chú thích anh-dau. Ảnh: Người Chụp" in text
    assert 'href="https://nguon.example/bai/"' in text
    assert "data-" not in text


def test_titles_are_text_and_not_markup(client, story):
    rss, atom = (ElementTree.fromstring(client.get(f"/{form}").content) for form in FORMS[:2])

    assert rss.findtext("channel/item/title") == story.title
    assert atom.findtext("{*}entry/{*}title") == story.title
    assert [one.text for one in rss.iterfind("channel/item/{http://purl.org/dc/elements/1.1/}creator")] == [
        "Người Viết Một",
        "Người Viết Hai",
    ]


def test_the_json_feed_keeps_the_rules_of_its_version(client, story):
    response = client.get("/feed.json")

    feed = response.json()
    assert response["Content-Type"].startswith("application/feed+json")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["feed_url"], feed["home_page_url"]) == (f"{SITE}/feed.json", f"{SITE}/")
    (item,) = feed["items"]
    known = {
        "id", "url", "external_url", "title", "content_html", "summary", "image", "date_published",
        "date_modified", "authors", "tags", "language", "attachments",
    }  # fmt: skip
    assert {key for key in item if not key.startswith("_")} <= known
    assert item["title"] == story.title
    assert datetime.fromisoformat(item["date_published"]).tzinfo
    assert [author["name"] for author in item["authors"]] == ["Người Viết Một", "Người Viết Hai"]
    assert item["_newsroom"]["contributors"] == [
        {"name": "Người Chụp", "url": f"{SITE}/tac-gia/nguoi-chup/", "role": "Ảnh"}
    ]
    assert [one["mime_type"] for one in item["attachments"]] == ["image/jpeg"] * 2
    assert item["attachments"][0]["size_in_bytes"] > 0
    assert item["external_url"] == "https://nguon.example/bai/"


def test_a_correction_made_after_publishing_stands_in_every_feed(client, story):
    ids = [read(client, f"/{form}").entries[0].id for form in FORMS[:2]]

    note = correcting.add(story, "correction", "Bài đã viết 120; đúng là 210.")

    told = "<strong>Đính chính lúc "
    for form, guid in zip(FORMS, ids, strict=False):
        (entry,) = read(client, f"/{form}").entries
        text = entry.content[0].value
        assert text.startswith(f"<p>{told}")
        assert "Bài đã viết 120; đúng là 210." in text
        assert entry.updated_parsed[:6] == note.at.utctimetuple()[:6]
        assert entry.id == guid
    (item,) = client.get("/feed.json").json()["items"]
    assert told in item["content_html"]
    assert item["date_modified"] == timezone.localtime(note.at).isoformat(timespec="seconds")
    (noted,) = item["_newsroom"]["corrections"]
    assert (noted["kind"], noted["text"]) == ("Đính chính", "Bài đã viết 120; đúng là 210.")


@pytest.mark.parametrize("form", FORMS)
def test_each_section_author_and_tag_has_a_feed_of_its_own(client, form):
    section, author, tag = make_section(), make_author(), make_tag()
    for fields in ({"section": section}, {"authors": [author]}, {"tags": [tag]}):
        make_article(title=f"Bài của {next(iter(fields))}", **fields)

    for page, name in ((section, "section"), (author, "authors"), (tag, "tags")):
        address = page.get_absolute_url()
        answer = client.get(address + form)
        assert answer.status_code == 200
        text = answer.content.decode()
        assert [title for title in ("section", "authors", "tags") if f"Bài của {title}" in text] == [name]
        assert f"{page.name} – Newsroom" in text
        html = client.get(address).content.decode()
        assert f'href="{address}{form}" title="{page.name} (' in html
        assert f'href="/{form}" title="Newsroom (' in html


@pytest.mark.parametrize("form", FORMS)
def test_the_feed_of_a_page_that_moved_leads_on_and_that_of_one_that_is_gone_says_so(client, form):
    section = make_section(slug="muc-moi")
    Redirect.objects.create(old_path="/chuyen-muc/muc-cu/", new_path=section.get_absolute_url())
    Redirect.objects.create(old_path="/tu-khoa/the-cu/", new_path="")

    moved, gone = client.get(f"/chuyen-muc/muc-cu/{form}"), client.get(f"/tu-khoa/the-cu/{form}")

    assert (moved.status_code, moved["Location"]) == (301, f"/chuyen-muc/muc-moi/{form}")
    assert gone.status_code == 410


def test_what_readers_do_not_see_is_in_no_feed(client):
    section, author, tag = make_section(), make_author(), make_tag()
    common = {"section": section, "authors": [author], "tags": [tag]}
    make_article(title="Bài đã đăng", **common)
    withdrawn = make_article(title="Bài giấu gỡ", **common)
    ahead, behind = timezone.now() + timedelta(days=1), timezone.now() - timedelta(days=1)
    make_draft(title="Bài giấu nháp", **common)
    make_article(title="Bài giấu hẹn giờ", published_at=ahead, **common)
    make_article(title="Bài giấu hết hạn", published_at=behind, expires_at=behind + timedelta(hours=1), **common)  # fmt: skip
    addresses = [
        page + form
        for page in ("/", *(one.get_absolute_url() for one in (section, author, tag)))
        for form in FORMS
    ]
    assert all("Bài giấu gỡ" in client.get(address).content.decode() for address in addresses)

    publishing.withdraw(withdrawn)

    for address in addresses:
        text = client.get(address).content.decode()
        assert ("Bài đã đăng" in text, "Bài giấu" in text) == (True, False)


def test_an_author_or_tag_of_drafts_alone_has_no_feed(client):
    author, tag = make_author(), make_tag()
    make_draft(authors=[author], tags=[tag])

    assert [client.get(page.get_absolute_url() + "rss.xml").status_code for page in (author, tag)] == [404, 404]  # fmt: skip
    assert client.get("/chuyen-muc/khong-co/rss.xml").status_code == 404
    assert client.get("/chuyen-muc/khong-co/feed.xml").status_code == 404


def test_a_picture_whose_rights_end_leaves_the_feeds_the_day_after(client, story):
    Photo.objects.filter(ref="anh-dau").update(rights_until=timezone.localdate())
    publishing.renew(Article.objects.filter(pk=story.pk))
    assert "/anh-dau/" in client.get("/rss.xml").content.decode()

    Photo.objects.filter(ref="anh-dau").update(rights_until=timezone.localdate() - timedelta(days=1))
    Article.objects.update(page_until=timezone.now() - timedelta(hours=1))

    for form in FORMS:
        text = client.get(f"/{form}").content.decode()
        assert ("/anh-dau/" in text, "/anh-trong-bai/" in text) == (False, True)


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_that_has_not_changed_is_not_sent_again(client, story, form):
    first = client.get(f"/{form}")

    again = client.get(f"/{form}", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, first.cookies) == (304, {})
    correcting.add(story, "update", "Thêm tin.")
    assert client.get(f"/{form}", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_masthead_names_the_feeds(client):
    Masthead.objects.create(name="Bản Tin Mẫu")

    assert read(client, "/rss.xml").feed.title == "Bản Tin Mẫu"
    assert read(client, "/atom.xml").feed.title == "Bản Tin Mẫu"
    assert client.get("/feed.json").json()["title"] == "Bản Tin Mẫu"


@pytest.mark.parametrize("count", [1, 25])
def test_a_feed_costs_the_same_queries_at_any_size(client, django_assert_num_queries, count):
    section, author, tag = make_section(), make_author(), make_tag()
    for _ in range(count):
        make_article(section=section, authors=[author, make_author()], tags=[tag, make_tag()])

    for address, queries in (
        ("/", 2),
        (section.get_absolute_url(), 3),
        (author.get_absolute_url(), 4),
        (tag.get_absolute_url(), 4),
    ):
        for form in FORMS:
            with django_assert_num_queries(queries):
                response = client.get(address + form)
            assert response.status_code == 200
    assert len(response.json()["items"]) == min(count, 20)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1, max_size=60), words=st.text(max_size=60))
def test_no_title_breaks_a_feed(client, title, words):
    story = make_article(title=title, standfirst=words, tags=[words[:40]], kicker=words)

    for form in FORMS[:2]:
        ElementTree.fromstring(client.get(f"/{form}").content)
    (item,) = json.loads(client.get("/feed.json").content)["items"]
    assert item.get("title", "") == story.title
    publishing.withdraw(story)
