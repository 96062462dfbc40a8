import json
import re
from datetime import datetime, timedelta
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles import publishing
from articles.desk.imprint import EXPECTED
from articles.models import Masthead, Redirect
from articles.tests.factories import make_article, make_author, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def public_addresses():
    """One address of every kind of page that anybody may open."""
    section, author = make_section(), make_author()
    story = make_article(section=section, authors=[author], tags=["hải quan"])
    today = timezone.localdate()
    return [
        "/",
        story.get_absolute_url(),
        section.get_absolute_url(),
        author.get_absolute_url(),
        reverse("articles:tag", args=["hai-quan"]),
        reverse("articles:archive", args=[today.year, today.month]),
        "/dinh-chinh/",
        "/toa-soan/",
        "/ngoai-tuyen/",
        "/manifest.webmanifest",
        "/robots.txt",
        "/.well-known/security.txt",
        "/sw.js",
        f"/oembed?url={quote('http://127.0.0.1:8000' + story.get_absolute_url())}",
        "/rss.xml",
        section.get_absolute_url() + "feed.json",
    ]


def test_public_pages_set_no_cookie_and_answer_conditional_requests(client, public_addresses):
    for address in public_addresses:
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first["ETag"]})

        assert (address, first.status_code, again.status_code) == (address, 200, 304)
        assert not first.cookies
        assert "Cookie" not in first.get("Vary", "")
        assert again["Cache-Control"] == first["Cache-Control"]


def test_shared_caches_may_keep_pages_for_a_minute_and_browsers_never_show_old_ones(client, public_addresses):
    for address in public_addresses[:9]:
        rules = client.get(address)["Cache-Control"].split(", ")

        assert sorted(rules) == ["max-age=0", "public", "s-maxage=60"]


def test_pages_carry_no_inline_script_or_style(client, public_addresses):
    for address in public_addresses[:9]:
        text = client.get(address).content.decode()

        assert "<style" not in text
        assert " style=" not in text
        harmless = ("<script src=", '<script type="module" src=', '<script type="application/ld+json">')
        assert text.count("<script") == sum(text.count(script) for script in harmless)


@pytest.mark.parametrize("address", ["/", "/khong-co/", "/dinh-chinh/"])
def test_a_query_that_is_no_text_is_a_bad_request(client, address):
    assert client.get(f"{address}?x=%FF").status_code == 400


def test_every_answer_carries_the_policy_against_foreign_scripts(client, public_addresses):
    Redirect.objects.create(old_path="/trang-cu/", new_path="")

    for address in [*public_addresses[:9], "/khong-co/", "/trang-cu/", "/?x=%FF", "/dinh-chinh/?trang=x"]:
        assert "script-src 'self'" in client.get(address)["Content-Security-Policy"]


# Gone and moved ----------------------------------------------------------------------------------


def test_an_address_without_a_new_home_is_gone(client):
    Redirect.objects.create(old_path="/trang-cu/", new_path="")

    response = client.get("/trang-cu/")

    assert response.status_code == 410
    assert "đã được gỡ" in response.content.decode()


# The paper itself -----------------------------------------------------------------------------------


def test_only_what_the_masthead_states_is_shown(client):
    Masthead.objects.create(name="Bản Tin Mẫu", licence_number="12/GP-MẪU")

    text = client.get("/toa-soan/").content.decode()

    assert "<h1>Bản Tin Mẫu</h1>" in text
    assert text.count("<dd>12/GP-MẪU</dd>") == 2
    assert "Điện thoại" not in text


def test_the_imprint_follows_the_licence_and_calls_itself_nothing_of_its_own(client):
    assert "Báo " not in client.get("/toa-soan/").content.decode()
    Masthead.objects.create(
        kind="Trang thông tin điện tử tổng hợp",
        licence_number="12/GP-MẪU",
        licence_date="2026-01-05",
        licence_issuer="Cục Mẫu",
        head="Người Mẫu Một",
        head_title="Chịu trách nhiệm nội dung",
        further_lines="Tòa soạn: Phố Mẫu\nGhi rõ nguồn khi phát hành lại.",
    )

    root = html.fromstring(client.get("/toa-soan/").content)

    terms = root.xpath("//aside//dl[@class='imprint']/dt/text()")
    words = [one.text_content().strip() for one in root.xpath("//aside//dl[@class='imprint']/dd")]
    assert dict(zip(terms, words, strict=True)) == {
        "Loại hình": "Trang thông tin điện tử tổng hợp",
        "Giấy phép": "12/GP-MẪU, ngày 5/1/2026, Cục Mẫu cấp",
        "Tên miền": "127.0.0.1",
        "Chịu trách nhiệm nội dung": "Người Mẫu Một",
        "Tòa soạn": "Phố Mẫu",
        "Ghi chú": "Ghi rõ nguồn khi phát hành lại.",
    }


def test_every_page_leads_to_the_masthead_the_corrections_and_the_feed(client, public_addresses):
    for address in public_addresses[:9]:
        links = html.fromstring(client.get(address).content).xpath("//footer//a/@href")

        assert {"/toa-soan/", "/dinh-chinh/", "/rss.xml"} <= {*links}


def test_the_desk_says_what_the_imprint_lacks_to_those_who_fill_it_in(client):
    complete = dict.fromkeys(EXPECTED, "Mẫu") | {"email": "toasoan@example.org"}
    for role, told in (("administrator", True), ("reporter", False)):
        client.force_login(make_user(role))
        assert ('id="desk-imprint"' in client.get("/admin/").content.decode()) == told

    client.force_login(make_user("administrator"))
    Masthead.objects.create(**complete)

    assert 'id="desk-imprint"' not in client.get("/admin/").content.decode()


def test_an_empty_masthead_says_so(client):
    assert "Thông tin tòa soạn chưa được công bố." in client.get("/toa-soan/").content.decode()


def test_the_service_worker_keeps_the_offline_page_and_no_story(client):
    story = make_article()

    response = client.get("/sw.js")

    text = response.content.decode()
    assert response["Content-Type"].startswith("text/javascript")
    assert '"/ngoai\\u002Dtuyen/"' in text
    assert story.slug not in text


def test_the_manifest_is_json_in_vietnamese(client):
    response = client.get("/manifest.webmanifest")

    assert response["Content-Type"] == "application/manifest+json"
    assert response.json()["lang"] == "vi"


def test_robots_stay_out_of_the_desk(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /admin/" in lines
    assert "Disallow: /tai-khoan/" in lines


def test_security_reports_go_to_the_masthead_until_it_has_an_address(client):
    assert (
        "Contact: http://127.0.0.1:8000/toa-soan/\n"
        in client.get("/.well-known/security.txt").content.decode()
    )

    Masthead.objects.create(email="baomat@example.org")

    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:baomat@example.org\n" in text
    expires = datetime.fromisoformat(re.search("^Expires: (.+)$", text, re.MULTILINE)[1])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("an-ninh@example.org", "mailto:an-ninh@example.org"),
        ("https://example.org/bao-mat", "https://example.org/bao-mat"),
        ("http://example.org/", None),
        ("https://", None),
        ("gọi cho chúng tôi", None),
    ],
)
def test_the_contact_for_security_reports_is_one_that_can_be_written_to(client, contact, told):
    client.force_login(make_user("administrator"))
    form = client.get("/admin/articles/masthead/1/change/").context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields} | {"security_contact": contact}

    response = client.post("/admin/articles/masthead/1/change/", sent)

    text = client.get("/.well-known/security.txt").content.decode()
    assert response.status_code == (302 if told else 200)
    assert (f"Contact: {told}\n" in text) == bool(told)


# oEmbed ---------------------------------------------------------------------------------------------


def embed(client, address, **query):
    return client.get("/oembed", {"url": address, **query})


def test_a_story_has_a_card_for_other_sites(client):
    author = make_author()
    story = make_article(authors=[author])

    response = embed(client, f"http://127.0.0.1:8000/{story.slug}/", maxwidth="400")

    card = json.loads(response.content)
    assert card["type"] == "link"
    assert card["title"] == story.title
    assert card["author_name"] == author.name
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_story_that_moved_has_its_card_under_the_old_address_too(client):
    story = make_article(slug="ten-moi")
    Redirect.objects.create(old_path="/ten-cu/", new_path="/ten-moi/")

    response = embed(client, "http://127.0.0.1:8000/ten-cu/")

    assert json.loads(response.content)["title"] == story.title


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/{}/",
        "http://127.0.0.1:8000/admin/",
        "//127.0.0.1/{}/",
        "{}",
        "http://[",
        "http://127.0.0.1:8000/",
    ],
)
def test_an_address_that_is_no_story_of_this_site_has_no_card(client, address):
    story = make_article()

    assert embed(client, address.format(story.slug)).status_code == 404


def test_hidden_stories_have_no_card(client):
    withdrawn = make_article()
    publishing.withdraw(withdrawn)
    for story in (make_draft(), make_article(published_at=timezone.now() + timedelta(days=1)), withdrawn):
        response = embed(client, f"http://127.0.0.1:8000/{story.slug}/")

        assert response.status_code == 404
        assert story.title not in response.content.decode()


@pytest.mark.parametrize("width", ["0", "-5", "abc", "1.5", "9" * 12, "٣"])
def test_a_width_that_is_no_number_of_pixels_is_a_bad_request(client, width):
    story = make_article()

    assert embed(client, f"http://127.0.0.1:8000/{story.slug}/", maxwidth=width).status_code == 400


def test_a_card_needs_an_address_and_a_format_that_there_is(client):
    assert client.get("/oembed").status_code == 400
    assert embed(client, "http://127.0.0.1:8000/", format="yaml").status_code == 400


def test_a_card_says_the_same_in_xml(client):
    story = make_article(title="Thu & chi <mới>", authors=[make_author()])
    address = f"http://127.0.0.1:8000/{story.slug}/"

    response = embed(client, address, format="xml")

    card = {element.tag: element.text for element in ElementTree.fromstring(response.content)}
    assert card == {name: str(value) for name, value in embed(client, address).json().items()}
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    missing = embed(client, f"{address}khong-co/", format="xml")
    assert (missing.status_code, ElementTree.fromstring(missing.content)[0].tag) == (404, "error")


# Health -------------------------------------------------------------------------------------------------


def test_the_process_says_that_it_is_up_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


def test_readiness_names_what_answers(client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok"}


def test_readiness_fails_with_the_part_that_does_not_answer(client, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError("secret host name")

    monkeypatch.setattr(caches["default"], "set", broken)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"database": "ok", "cache": "failed"}
    assert "secret" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


# Errors ---------------------------------------------------------------------------------------------------


def test_a_server_error_is_a_page_that_asks_the_database_nothing(
    client, monkeypatch, django_assert_num_queries
):
    def broken(*, now):
        raise RuntimeError("chuyện nội bộ")

    monkeypatch.setattr("articles.views.front._in_force", broken)
    client.raise_request_exception = False

    with django_assert_num_queries(1):  # the schedule, which is kept before any page is made
        response = client.get("/")

    assert response.status_code == 500
    assert "Máy chủ gặp lỗi" in response.content.decode()
    assert "chuyện nội bộ" not in response.content.decode()
