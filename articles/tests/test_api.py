"""Stories as data: the fields that programs rely on, and what no program may see."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from lxml import html

from articles import publishing, working_copy
from articles.models import Correction
from articles.tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_photo,
    make_section,
)

pytestmark = pytest.mark.django_db

LIST = "/api/v1/articles"
MORNING = datetime(2026, 3, 4, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def one(slug: str) -> str:
    return f"{LIST}/{slug}"


def stored_photo(**fields):
    """A photo whose record names a file."""
    return make_photo(
        file="photos/can-cau/master.png",
        width=1600,
        height=1067,
        renditions={
            "avif": [{"name": "photos/can-cau/400-aa.avif", "width": 400, "height": 267}],
            "jpeg": {"name": "photos/can-cau/fallback-bb.jpg", "width": 800, "height": 534},
        },
        **fields,
    )


def test_a_story_in_the_list_has_exactly_the_promised_fields(client):
    photo = stored_photo(
        alt="Cần cẩu ở cảng",
        caption="Cảng buổi sáng.",
        credit="Minh họa: Newsroom. Ảnh gốc: Người Mẫu",
        source_url="https://vidu.vn/anh.jpg?rt=2020",
        illustration=True,
    )
    author = make_author(name="Người Mẫu Một", slug="nguoi-mau-mot", kind="official")
    make_article(
        title="Cảng mở cửa",
        slug="cang-mo-cua",
        standfirst="Sapo.",
        section=make_section(name="Thời sự", slug="thoi-su"),
        lead_photo=photo,
        bylines=[{"author": author.pk, "role": "editor", "job_title": "Trưởng ban", "raw_line": "x"}],
        tags=["Hải quan", "Cảng biển"],
        source_name="HDDTVN",
        source_url="https://vidu.vn/cang?x=1",
        source_published_on="2020-09",
        source_published_basis="inferred",
        event_date="2020-09-08",
        event_date_basis="stated",
        published_at=MORNING,
    )

    response = client.get(LIST)

    assert response.json() == {
        "items": [
            {
                "slug": "cang-mo-cua",
                "url": "http://127.0.0.1:8000/cang-mo-cua/",
                "title": "Cảng mở cửa",
                "standfirst": "Sapo.",
                "section": {"slug": "thoi-su", "name": "Thời sự"},
                "authors": [
                    {
                        "name": "Người Mẫu Một",
                        "slug": "nguoi-mau-mot",
                        "role": "editor",
                        "job_title": "Trưởng ban",
                        "kind": "official",
                    }
                ],
                "tags": ["Hải quan", "Cảng biển"],
                "published_at": "2026-03-04T07:00:00+07:00",
                "updated_at": None,
                "event_date": "2020-09-08",
                "event_date_inferred": False,
                "source": {
                    "name": "HDDTVN",
                    "url": "https://vidu.vn/cang?x=1",
                    "published_on": "2020-09",
                    "published_on_inferred": True,
                },
                "lead_photo": {
                    "url": "http://127.0.0.1:8000/media/photos/can-cau/fallback-bb.jpg",
                    "alt": "Cần cẩu ở cảng",
                    "caption": "Cảng buổi sáng.",
                    "credit": "Minh họa: Newsroom. Ảnh gốc: Người Mẫu",
                    "illustration": True,
                    "source_url": "https://vidu.vn/anh.jpg?rt=2020",
                    "width": 800,
                    "height": 534,
                },
            }
        ],
        "next": None,
    }


def test_what_a_story_does_not_have_is_null_and_its_empty_lists_are_lists(client):
    article = make_article(standfirst="", section=None)

    story = client.get(one(article.slug)).json()

    absent = ("standfirst", "section", "updated_at", "event_date", "source", "lead_photo")
    assert [story[name] for name in absent] == [None] * len(absent)
    lists = ("authors", "tags", "photos", "related", "corrections")
    assert [story[name] for name in lists] == [[]] * len(lists)


def test_one_story_adds_body_pictures_related_items_and_corrections(client):
    lead = stored_photo(ref="dau-bai")
    make_photo(ref="trong-bai", caption="Chú thích gốc.")
    article = make_article(
        lead_photo=lead,
        body=(
            '<p id="b-mot">Xem <a href="/toa-soan/">tòa soạn</a>.</p>'
            '<figure id="b-hai"><img data-file="trong-bai"></figure>'
            '<figure id="b-ba"><img data-file="dau-bai"><figcaption>Riêng ở đây.</figcaption></figure>'
        ),
        related=[
            {"title": "Bài cũ", "url": "/bai-cu/", "kind": "story"},
            {"title": "Phim", "url": "https://vidu.vn/phim", "kind": "video"},
        ],
    )
    Correction.objects.create(article=article, kind="clarification", text="Nói rõ hơn.", at=MORNING)

    story = client.get(one(article.slug)).json()

    assert set(story) == {
        *client.get(LIST).json()["items"][0],
        *("body_html", "body_text", "photos", "related", "corrections"),
    }
    assert story["body_text"] == "Xem tòa soạn.\n\nChú thích gốc.\n\nRiêng ở đây."
    assert [photo["caption"] for photo in story["photos"]] == [lead.caption, "Chú thích gốc."]
    assert [photo["url"] is None for photo in story["photos"]] == [False, True]
    assert story["related"] == [
        {"title": "Bài cũ", "url": "http://127.0.0.1:8000/bai-cu/", "kind": "story"},
        {"title": "Phim", "url": "https://vidu.vn/phim", "kind": "video"},
    ]
    assert story["corrections"] == [
        {"kind": "clarification", "text": "Nói rõ hơn.", "at": "2026-03-04T07:00:00+07:00"}
    ]


def test_the_body_can_stand_on_another_site(client):
    photo = stored_photo(ref="can-cau")
    body = '<p><a href="/toa-soan/">Tòa soạn</a></p><figure><img data-file="can-cau"></figure>'
    article = make_article(body=body)

    root = html.fromstring(client.get(one(article.slug)).json()["body_html"])

    assert root.xpath("//a/@href") == ["http://127.0.0.1:8000/toa-soan/"]
    assert root.xpath("//img/@src") == ["http://127.0.0.1:8000/media/photos/can-cau/fallback-bb.jpg"]
    assert root.xpath("//source/@srcset") == ["http://127.0.0.1:8000/media/photos/can-cau/400-aa.avif 400w"]
    assert photo.credit in root.text_content()


def test_words_keep_their_letters_in_the_answer(client):
    make_article(title="Đường về Huế")

    response = client.get(LIST)

    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert "Đường về Huế" in response.content.decode()


def test_stories_that_readers_do_not_see_are_nowhere(client):
    now = timezone.now()
    hidden = [
        make_draft(),
        make_article(published_at=now + timedelta(hours=1)),
        make_article(published_at=now - timedelta(days=2), expires_at=now - timedelta(days=1)),
        publishing.withdraw(make_article()),
    ]
    shown = make_article()

    items = client.get(LIST).json()["items"]

    assert [item["slug"] for item in items] == [shown.slug]
    answers = [client.get(one(article.slug)) for article in hidden]
    assert [answer.status_code for answer in answers] == [404, 404, 410, 410]
    assert all(list(answer.json()) == ["detail"] for answer in answers)


def test_work_on_a_live_story_stays_on_the_desk(client):
    article = make_article(title="Đã đăng", body="<p>Bản đã đăng.</p>")
    working_copy.save(article, {"title": "Chưa đăng", "body": "<p>Bản chưa đăng.</p>", "tags": ["Mới"]})

    answer = client.get(one(article.slug))

    assert answer.json()["title"] == "Đã đăng"
    assert "chưa đăng" not in answer.content.decode().lower()
    assert answer.json()["tags"] == []


def test_a_story_that_moved_leads_to_its_new_address(client):
    article = make_article(slug="ten-cu")
    working_copy.save(article, {"slug": "ten-moi"})
    publishing.publish(article)

    response = client.get(one("ten-cu"))

    assert (response.status_code, response["Location"]) == (301, one("ten-moi"))


def test_following_next_meets_every_story_once_newest_first(client):
    same = timezone.now() - timedelta(days=1)
    made = [make_article(published_at=same) for _ in range(3)]
    made += [make_article(published_at=same + timedelta(hours=hour)) for hour in (1, 2)]
    address, met = f"{LIST}?limit=2", []

    while address:
        page = client.get(address).json()
        met += [item["slug"] for item in page["items"]]
        assert len(page["items"]) <= 2
        address = page["next"]

    assert met == [article.slug for article in reversed(made)]


def test_next_is_a_whole_address_that_keeps_the_limit(client):
    for _ in range(2):
        make_article()

    address = urlsplit(client.get(f"{LIST}?limit=1&la=gi").json()["next"])

    assert f"{address.scheme}://{address.netloc}{address.path}" == f"http://127.0.0.1:8000{LIST}"
    assert parse_qs(address.query).keys() == {"limit", "cursor"}
    assert parse_qs(address.query)["limit"] == ["1"]


def test_a_page_holds_twenty_stories_unless_asked_otherwise(client):
    for _ in range(21):
        make_article()

    sizes = [len(client.get(f"{LIST}{query}").json()["items"]) for query in ("", "?limit=21")]

    assert sizes == [20, 21]


@pytest.mark.parametrize("limit", ["0", "101", "-1", "", "hai", "1.5", "9" * 5000])
def test_a_limit_out_of_bounds_is_refused_in_words(client, limit):
    response = client.get(LIST, {"limit": limit})

    assert response.status_code == 400
    assert response.json() == {"detail": "limit phải là số nguyên từ 1 đến 100."}


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "đ",
        "a" * 5000,
        "MQ",  # 1: a cursor of a list that goes by id
        "MDAwMS0wMS0wMVQwMDowMDowMCsxNDowMH4x",  # before the year 1 in UTC
        "MjAyMC0wMS0wMX4x",  # a moment without a zone
        "OTk5OS0wMS0wMVQwMDowMDowMCswMDowMH4x",  # not yet
    ],
)
def test_a_cursor_of_no_list_is_refused_in_words(client, cursor):
    response = client.get(LIST, {"cursor": cursor})

    assert response.status_code == 400
    assert response.json()["detail"].startswith("cursor không thuộc danh sách này")


@pytest.mark.parametrize("address", [f"{LIST}?cursor=%00", f"{LIST}?x=%ff"])
def test_a_query_that_is_no_text_is_refused_as_data(client, address):
    response = client.get(address)

    assert response.status_code == 400
    assert list(response.json()) == ["detail"]


@pytest.mark.parametrize(
    "address",
    ["/api/v1/", "/api/v1/la-gi", f"{LIST}/", one("khong-co"), one("KHÔNG"), one("a%00b"), one("a/b")],
)
def test_an_address_without_anything_answers_404_as_data(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response.json() == {"detail": "Không có gì ở địa chỉ này."}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_but_reading_is_answered(client, method):
    client.handler.enforce_csrf_checks = True

    response = getattr(client, method)(LIST)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert list(response.json()) == ["detail"]


def test_head_is_get_without_the_body(client):
    make_article()

    head, get = client.head(LIST), client.get(LIST)

    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == get["Content-Length"]


def test_answers_are_conditional_cookieless_and_open_to_every_site(client):
    make_article()
    first = client.get(LIST)

    again = client.get(LIST, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert first["Access-Control-Allow-Origin"] == "*"
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    assert not first.has_header("Vary")


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_four_queries_however_long(client, django_assert_num_queries, count):
    for number in range(count):
        make_article(
            authors=[make_author()],
            tags=[f"từ khóa riêng {number}"],
            section=make_section(),
            lead_photo=make_photo(),
        )

    with django_assert_num_queries(4):
        response = client.get(LIST)

    assert len(response.json()["items"]) == count


@pytest.mark.parametrize("count", [1, 4])
def test_a_story_costs_the_same_queries_whatever_is_in_it(client, django_assert_num_queries, count):
    photos = [make_photo() for _ in range(count)]
    article = make_article(
        lead_photo=photos[0],
        body="".join(f'<figure><img data-file="{photo.ref}"></figure>' for photo in photos),
        authors=[make_author() for _ in photos],
        tags=[f"từ khóa riêng {photo.ref}" for photo in photos],
        related=[{"title": "Khác", "url": f"/{photo.ref}/", "kind": "story"} for photo in photos],
    )
    for _ in photos:
        Correction.objects.create(article=article, text="Sửa.")

    with django_assert_num_queries(6):
        response = client.get(one(article.slug))

    assert len(response.json()["photos"]) == count
