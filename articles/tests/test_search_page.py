"""The search page, its suggestions and the API, as readers and programs meet them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import furniture
from articles.tests.factories import make_article, make_author, make_section, make_user
from awards.tests.factories import make_campaign, make_honour, make_organisation, make_person, prove

pytestmark = pytest.mark.django_db


def page(client, status: int = 200, **asked):
    response = client.get("/tim-kiem/", asked)
    assert response.status_code == status
    response.text_ = response.content.decode()
    return response


def fill() -> None:
    """Stories and records of every kind that answer “hải quan”."""
    for number in range(3):
        story = make_article(
            title=f"Hải quan {number}",
            section=make_section(),
            authors=[make_author()],
            tags=[f"hải quan {number}"],
        )
        organisation = prove(make_organisation(name=f"Cục Hải quan mẫu {number}"), story)
        prove(make_campaign(name=f"Phong trào hải quan {number}", starts_year=2020), story)
        prove(make_person(full_name=f"Người Hải Quan {number}"), story)
        prove(make_honour(organisation=organisation), story)


def test_the_page_says_how_to_search_before_anything_is_asked(client):
    section = make_section(name="Kinh tế")
    furniture.refresh_sections()

    text = page(client).text_

    assert section.get_absolute_url() in text
    assert "Không cần gõ dấu" in text
    assert '<meta name="robots" content="noindex">' in text


def test_stories_are_shown_with_their_marks_and_the_question_stays_in_the_field(client):
    make_article(title="Ngành Hải quan <mới>", standfirst="Sapo về hải quan & thuế.")

    text = page(client, q="hải quan").text_

    assert "Ngành <mark>Hải quan</mark> &lt;mới&gt;" in text
    assert "Sapo về <mark>hải quan</mark> &amp; thuế." in text
    assert 'value="hải quan"' in text


def test_what_was_asked_is_escaped_everywhere(client):
    make_article(title="Một bài")

    text = page(client, q='"><script>alert(1)</script> bài').text_

    assert "<script>alert" not in text


def test_records_stand_in_groups_beside_the_stories(client):
    fill()

    text = page(client, q="hai quan").text_

    for heading in ("Phong trào thi đua", "Đơn vị", "Cá nhân", "Khen thưởng"):
        assert f">{heading}</h2>" in text
    assert "/don-vi/cuc-hai-quan-mau-0/" in text


def test_missing_accents_are_offered_as_stories_print_them(client):
    make_article(title="Lễ khen thưởng")

    assert page(client, q="khen thuong").context["accents"] == ["khen thưởng"]
    assert page(client, q="khén thưởng").context["accents"] == ["khen thưởng"]
    assert page(client, q="khen thưởng").context["accents"] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hải qaun", "hải quan"), ("hai qan", "hai quan"), ("hải quann", "hải quan"), ("asaen", "asean")],
)
def test_a_slip_of_a_finger_is_offered_put_right(client, typed, meant):
    make_article(title="Hải quan ASEAN")

    assert page(client, q=typed).context["slips"] == [meant]


def test_nothing_found_says_so_and_leads_on(client):
    make_article(section=make_section(name="Kinh tế"))

    assert "Không tìm thấy gì cho “kilimanjaro”" in page(client, q="kilimanjaro").text_
    narrowed = page(client, q="kilimanjaro", section="kinh-te").text_
    assert "Bỏ hết bộ lọc" in narrowed


def test_stories_that_have_only_some_of_the_words_are_told_apart(client):
    make_article(title="Kinh tế biển")

    assert "Không bài nào có đủ các chữ" in page(client, q="kinh tế vũ trụ").text_


def test_filters_count_what_was_found_and_stay_chosen(client):
    section = make_section(name="Kinh tế")
    make_article(title="Hải quan", section=section, tags=["xuất khẩu"])
    make_article(title="Hải quan", section=section)

    first, narrowed = page(client, q="hải quan"), page(client, q="hải quan", tag="xuat-khau")

    assert "Kinh tế (2)" in first.text_
    assert "xuất khẩu (1)" in first.text_
    assert '<option value="xuat-khau" selected>' in narrowed.text_
    assert len(narrowed.context["results"].hits) == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"section": "khong-co"}, "Không có chuyên mục này."),
        ({"author": "khong-co"}, "Không có tác giả này."),
        ({"tag": "khong'co"}, "Không có từ khóa này."),
        ({"from": "hôm qua"}, "Ngày bắt đầu phải viết"),
        ({"to": "2020-02-30"}, "Ngày kết thúc phải viết"),
        ({"from": "2021-01-01", "to": "2020-01-01"}, "đứng trước ngày bắt đầu"),
        ({"sort": "la"}, "Chỉ có thể xếp"),
    ],
)
def test_a_filter_that_cannot_be_read_is_told_and_the_question_stays(client, asked, said):
    text = page(client, 400, q="hải quan", **asked).text_

    assert said in text
    assert 'value="hải quan"' in text


@pytest.mark.parametrize("cursor", ["x", "MQ", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "MX4y", "OX4x", "😀"])
@pytest.mark.parametrize("sort", ["", "date"])
def test_a_cursor_of_nowhere_is_answered(client, cursor, sort):
    make_article(title="Hải quan")

    for address in ("/tim-kiem/", "/api/v1/search"):
        assert client.get(
            address, {"q": "hải quan", "trang": cursor, "cursor": cursor, "sort": sort}
        ).status_code in (
            200,
            400,
        )


@pytest.mark.parametrize("asked", [{"from": "0001-01-01"}, {"to": "9999-12-31"}, {"to": "0001-01-01"}])
def test_any_day_of_the_calendar_can_be_asked(client, asked):
    make_article(title="Hải quan")

    assert len(page(client, q="hải quan", **asked).context["results"].hits) == (
        "0001" not in asked.get("to", "")
    )


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    ("asked", "budget"),
    [
        ({}, 2),
        ({"q": "hai quan"}, 6),
        ({"q": "hải quan", "sort": "date"}, 6),
        ({"q": "hải quan", "tag": "hai-quan-0"}, 5),
        ({"q": "kilimanjaro"}, 6),
        ({"q": "hải qaun"}, 6),
        ({"q": "qaun hải đảo xa"}, 6),
        ({"q": "qaun qaun hải"}, 6),
        ({"q": "hải kilimanjaro", "sort": "date"}, 6),
    ],
)
def test_the_page_costs_the_same_however_much_is_found(
    client, size, asked, budget, django_assert_max_num_queries
):
    for _ in range(size):
        fill() if size == 1 else make_article(title="Hải quan", tags=["hải quan 0"])
    if size > 1:
        fill()

    with django_assert_max_num_queries(budget):
        page(client, **asked)


def test_the_page_sets_no_cookie_and_needs_no_script(client):
    make_article(title="Hải quan")

    response = page(client, q="hải quan")

    assert not response.cookies
    assert "<h2" in response.text_


# --- Suggestions -------------------------------------------------------------------------------


def suggested(client, text: str) -> list[tuple[str, str]]:
    rows = client.get("/tim-kiem/goi-y/", {"q": text}).json()["suggestions"]
    return [(row["kind"], row["label"]) for row in rows]


def test_names_and_titles_are_suggested_while_somebody_types(client, django_assert_max_num_queries):
    story = make_article(
        title="Hải quan đổi mới", tags=["hải quan số"], authors=[make_author(name="Hải Quang Mẫu")]
    )
    prove(make_organisation(name="Cục Hải quan mẫu"), story)

    with django_assert_max_num_queries(5):
        found = suggested(client, "hai qua")

    assert found == [
        ("Tác giả", "Hải Quang Mẫu"),
        ("Từ khóa", "hải quan số"),
        ("Đơn vị", "Cục Hải quan mẫu"),
        ("Bài", "Hải quan đổi mới"),
    ]
    assert suggested(client, "h") == []
    assert suggested(client, '"*^') == []


# --- API ---------------------------------------------------------------------------------------


def api(client, **asked):
    response = client.get("/api/v1/search", asked)
    assert response.status_code == 200
    return response.json()


def test_the_api_lists_stories_first_then_records_page_by_page(client):
    fill()

    items, answer = [], api(client, q="hai quan", limit=4)
    while True:
        items += answer["items"]
        if not answer["next"]:
            break
        answer = client.get(answer["next"]).json()

    kinds = [item["kind"] for item in items]
    assert (
        kinds == ["article"] * 3 + ["campaign"] * 3 + ["organisation"] * 3 + ["person"] * 3 + ["honour"] * 3
    )
    assert items[0]["title"] == "Hải quan 2"
    assert items[0]["url"].endswith("/hai-quan-2/")
    assert items[3]["snippet"] == "2020"


def test_the_snippet_of_the_api_is_safe_html(client):
    make_article(title="Một", standfirst="Về <b>hải quan</b> & thuế")

    assert (
        api(client, q="hải quan")["items"][0]["snippet"]
        == "Về &lt;b&gt;<mark>hải quan</mark>&lt;/b&gt; &amp; thuế"
    )


@pytest.mark.parametrize(
    "asked",
    [{"from": "x"}, {"section": "khong-co"}, {"tag": "A B"}, {"sort": "x"}, {"limit": 0}, {"q": "a" * 300}],
)
def test_the_api_refuses_what_it_cannot_read(client, asked):
    response = client.get("/api/v1/search", {"q": "hải quan"} | asked)

    assert response.status_code == 400
    assert response.json()["detail"]


def test_nothing_asked_finds_nothing(client):
    make_article()

    assert api(client) == {"items": [], "next": None}


def test_by_date_the_api_pages_by_key(client):
    for days in (1, 2, 3):
        make_article(title=f"Hải quan {days}", published_at=timezone.now() - timedelta(days=days))

    first = api(client, q="hải quan", sort="date", limit=2)
    second = client.get(first["next"]).json()

    assert [item["title"] for item in first["items"] + second["items"]] == [
        "Hải quan 1",
        "Hải quan 2",
        "Hải quan 3",
    ]


# --- The desk ----------------------------------------------------------------------------------


def test_the_list_of_stories_leads_on_to_the_text_of_what_is_published(client):
    client.force_login(make_user("editor"))

    looked_for = client.get("/admin/articles/article/", {"q": "ngân sách & thuế"}).content.decode()
    plain = client.get("/admin/articles/article/").content.decode()

    assert 'href="/tim-kiem/?q=ng%C3%A2n+s%C3%A1ch+%26+thu%E1%BA%BF"' in looked_for
    assert "/tim-kiem/" not in plain
