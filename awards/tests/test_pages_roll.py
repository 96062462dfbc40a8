"""The roll of honour: what stands on it, in which order, and how it is filtered."""

import json
import re
from datetime import timedelta
from html import unescape
from itertools import combinations
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article, Redirect
from articles.tests.factories import make_article, make_draft
from articles.tests.schema_rules import objects_on
from awards.models import AwardForm, Decision
from awards.roll.filters import PARAMETERS
from awards.roll.pages import Room
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    prove,
)
from awards.tests.queries import queries_of
from awards.tests.reading import text, words_of
from newsroom.site import absolute

pytestmark = pytest.mark.django_db

ROLL = "/vinh-danh/"


def names(response) -> list[str]:
    """Recipients in the order of the page."""
    found = re.findall(r'class="honour__name">(.*?)</p>', response.content.decode(), re.DOTALL)
    return [words_of(name) for name in found]


def honour_of(name: str, story, **fields):
    unit = prove(make_organisation(name=name), story)
    return prove(make_honour(organisation=unit, **fields), story)


def test_forms_stand_by_precedence_then_class_then_newest_then_alphabet(client, story):
    order = make_form(name="Huân chương Mẫu", family="order", rank=5, has_classes=True)
    higher = make_form(name="Huân chương Cao", family="order", rank=1)
    flag = make_form(name="Cờ thi đua Mẫu", family="emulation_title", rank=1)
    merit = make_form(name="Bằng khen Mẫu", family="merit", rank=1)
    for form, order_class, year, name in [
        (merit, "", 2020, "A1"),
        (flag, "", 2020, "A2"),
        (order, "ba", 2020, "A3"),
        (order, "nhat", 2015, "A4"),
        (order, "nhi", 2020, "A5"),
        (order, "nhat", None, "Đà Mẫu"),
        (order, "nhat", None, "Ấp Mẫu"),
        (order, "nhat", None, "Dương Mẫu"),
        (order, "nhat", 2019, "A6"),
        (higher, "", None, "A7"),
    ]:
        honour_of(name, story, form=form, order_class=order_class, year=year)

    assert names(client.get(ROLL)) == [
        "A7", "A6 năm 2019", "A4 năm 2015", "Ấp Mẫu", "Dương Mẫu", "Đà Mẫu", "A5 năm 2020", "A3 năm 2020",
        "A2 năm 2020", "A1 năm 2020",
    ]  # fmt: skip


def test_people_stand_by_their_given_names(client, story):
    form = make_form()
    for name in ("Nguyễn Văn Ánh", "Trần Thị An", "Lê Ân"):
        prove(make_honour(form=form, person=prove(make_person(full_name=name), story)), story)

    assert names(client.get(ROLL)) == ["Trần Thị An", "Nguyễn Văn Ánh", "Lê Ân"]


def test_an_award_without_a_year_stands_by_the_year_of_its_presentation(client, story):
    form = make_form()
    honour_of("Trước", story, form=form, year=2019)
    honour_of("Sau", story, form=form, presented_on="2020-08-20", presented_on_basis="stated")

    assert names(client.get(ROLL)) == ["Sau", "Trước năm 2019"]


def test_an_entry_says_what_is_known_and_names_what_is_not(client, story):
    minister = prove(make_person(full_name="Người Mẫu Một", slug="nguoi-mau-mot"), story)
    meeting = prove(make_event(name="Hội nghị mẫu", slug="hoi-nghi-mau"), story)
    honour_of(
        "Cục Mẫu", story, form=make_form(authority="Chủ tịch nước"),
        presented_on="2020-08-20", presented_on_basis="stated", event=meeting,
        presenter=minister, presenter_title="Bộ trưởng", presenter_capacity="thừa ủy quyền",
    )  # fmt: skip

    page = text(client.get(ROLL))

    assert "Trao ngày 20/8/2020 tại Hội nghị mẫu , do Bộ trưởng Người Mẫu Một thừa ủy quyền trao" in page
    assert "Chủ tịch nước tặng (theo luật)" in page
    assert "Nguồn không nêu: năm tặng, số quyết định." in page


def test_a_stated_authority_and_decision_are_printed(client, story):
    decision = Decision.objects.create(number="382", symbol="QĐ-BTC", date="2025-02-26")
    honour_of(
        "Cục Mẫu", story, form=make_form(authority="Bộ trưởng"), authority="Thủ tướng Mẫu", decision=decision
    )

    page = text(client.get(ROLL))

    assert "Quyết định số 382/QĐ-BTC ngày 26/2/2025" in page
    assert "Thủ tướng Mẫu tặng" in page
    assert "theo luật)" not in page


def test_a_missing_date_says_whether_the_source_is_silent_or_nobody_entered_it(client, story):
    honour_of("Cục Một", story, presented_on_basis="not_stated")
    honour_of("Cục Hai", story)

    page = text(client.get(ROLL))

    assert "Nguồn không nêu: năm tặng, ngày trao, buổi trao, số quyết định, người có thẩm quyền." in page
    assert "Chưa có thông tin: ngày trao." in page


def test_each_entry_leads_to_the_paragraph_that_proves_it(client, story):
    honour_of("Cục Mẫu", story)

    assert 'href="/bai-dan-chung/#sapo"' in client.get(ROLL).content.decode()


def test_evidence_that_its_story_no_longer_holds_is_marked(client, story):
    prove(make_honour(), story, found=False)

    assert "(đang xác minh)" in text(client.get(ROLL))


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"status": "revoked"}, "Đã thu hồi"), ({"posthumous": True, "organisation": None}, "Truy tặng")],
)
def test_revoked_and_posthumous_honours_are_marked(client, story, fields, words):
    if "organisation" in fields:
        fields = {"posthumous": True, "person": make_person()}
    prove(make_honour(**fields), story)

    assert words in text(client.get(ROLL))


def test_proposed_honours_are_neither_shown_nor_counted(client, story):
    honour_of("Đang đề nghị", story, status="proposed")

    response = client.get(ROLL)

    assert "Đang đề nghị" not in text(response)
    assert response.context["counts"].total == 0
    assert not any(facet.options for facet in response.context["counts"].facets)


def unpublished_stories():
    withdrawn = make_article()
    publishing.withdraw(withdrawn)
    return {
        "draft": make_draft(),
        "scheduled": make_article(published_at=timezone.now() + timedelta(days=1)),
        "withdrawn": withdrawn,
        "expired": make_article(
            published_at=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(days=1)
        ),
    }


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn", "expired"])
def test_what_only_an_unpublished_story_proves_leaks_nowhere(client, state):
    hidden = unpublished_stories()[state]
    form = make_form(name="Huân chương Kín", family="order")
    unit = prove(make_organisation(name="Đơn vị kín", slug="don-vi-kin"), hidden)
    campaign = prove(make_campaign(name="Phong trào kín", slug="phong-trao-kin"), hidden)
    prove(make_honour(form=form, organisation=unit, campaign=campaign, year=1987), hidden)
    prove(make_announcement(form=form, count=1987), hidden)

    page = client.get(ROLL).content.decode()
    sheet = b"".join(client.get("/vinh-danh.csv").streaming_content).decode()

    for secret in ("Huân chương Kín", "Đơn vị kín", "Phong trào kín", "1987"):
        assert secret not in page
        assert secret not in sheet


def test_names_that_no_public_story_proves_are_no_links(client, story):
    unit = make_organisation(name="Cục Mẫu", slug="cuc-mau")
    hidden = make_draft()
    prove(
        make_honour(
            organisation=unit,
            event=prove(make_event(name="Hội nghị kín"), hidden),
            campaign=prove(make_campaign(name="Phong trào kín"), hidden),
            presenter=prove(make_person(full_name="Người Kín"), hidden),
        ),
        story,
    )

    response = client.get(ROLL)

    assert names(response) == ["Cục Mẫu"]
    for secret in ("/don-vi/cuc-mau/", "Hội nghị kín", "Phong trào kín", "Người Kín"):
        assert secret not in response.content.decode()


# --- Totals -------------------------------------------------------------------------------------


def test_a_total_says_announced_named_and_outside(client, story):
    form = make_form(name="Huân chương Mẫu", family="order", has_classes=True)
    total = prove(make_announcement(form=form, order_class="nhat", count=7), story)
    for _ in range(7):
        prove(make_honour(form=form, order_class="nhat", announcement=total), story)
    prove(make_honour(form=form, order_class="nhat"), story)

    assert "đã công bố 7 · có tên 7 · 1 ngoài danh sách" in text(client.get(ROLL))


def test_a_form_without_a_name_still_shows_what_was_announced(client, story):
    flag = make_form(name="Cờ thi đua Mẫu", slug="co-thi-dua-mau", family="emulation_title")
    prove(make_announcement(form=flag, many=True, count=None), story)

    response = client.get(ROLL)

    assert "đã công bố nhiều · có tên 0 chưa có tên nào" in text(response)
    assert client.get(ROLL, {"form": "co-thi-dua-mau"}).context["groups"][0].form == flag


def test_a_thousand_is_read_with_a_point_and_a_year_without(client, story):
    prove(make_announcement(count=2010, recipient_kind="collective", year=2020), story)

    words = text(client.get(ROLL))

    assert "đã công bố 2.010 · có tên 0" in words
    assert "Năm 2020" in words


# --- Filters ------------------------------------------------------------------------------------


@pytest.fixture
def wall(story):
    order = make_form(name="Huân chương Mẫu", slug="huan-chuong-mau", family="order", has_classes=True)
    merit = make_form(name="Bằng khen Mẫu", slug="bang-khen-mau", family="merit")
    campaign = prove(make_campaign(name="Thi đua mẫu", slug="thi-dua-mau"), story)
    unit = prove(make_organisation(name="Cục Mẫu", slug="cuc-mau"), story)
    prove(make_honour(form=order, order_class="nhat", organisation=unit, year=2020), story)
    prove(make_honour(form=merit, household="Hộ Mẫu", year=2019, campaign=campaign), story)
    person = prove(make_person(full_name="Người Mẫu Hai"), story)
    prove(make_honour(form=order, order_class="ba", person=person, recipient_unit=unit, year=2019), story)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("form=huan-chuong-mau", ["Cục Mẫu năm 2020", "Người Mẫu Hai năm 2019"]),
        ("class=nhat", ["Cục Mẫu năm 2020"]),
        ("class=nhi", []),
        ("year=2019", ["Người Mẫu Hai năm 2019", "Hộ Mẫu năm 2019"]),
        ("year=1999", []),
        ("kind=tap-the", ["Cục Mẫu năm 2020"]),
        ("kind=ca-nhan", ["Người Mẫu Hai năm 2019"]),
        ("kind=ho-gia-dinh", ["Hộ Mẫu năm 2019"]),
        ("unit=cuc-mau", ["Cục Mẫu năm 2020", "Người Mẫu Hai năm 2019"]),
        ("campaign=thi-dua-mau", ["Hộ Mẫu năm 2019"]),
        ("form=huan-chuong-mau&year=2019&kind=ca-nhan", ["Người Mẫu Hai năm 2019"]),
        ("form=&class=&year=2020&kind=&unit=&campaign=", ["Cục Mẫu năm 2020"]),
        ("utm_source=thu", ["Cục Mẫu năm 2020", "Người Mẫu Hai năm 2019", "Hộ Mẫu năm 2019"]),
    ],
)
def test_every_filter_is_an_address(client, wall, query, expected):
    response = client.get(f"{ROLL}?{query}")

    assert response.status_code == 200
    assert names(response) == expected
    assert response.context["counts"].total == len(expected)


def options(response, parameter: str) -> list[tuple[str, int]]:
    facet = next(one for one in response.context["counts"].facets if one.parameter == parameter)
    return [(option.label, option.number) for option in facet.options]


def test_each_choice_counts_what_it_would_show_under_the_other_filters(client, wall):
    response = client.get(f"{ROLL}?year=2019")

    assert options(response, "form") == [("Huân chương Mẫu", 1), ("Bằng khen Mẫu", 1)]
    assert options(response, "class") == [("hạng Ba", 1)]
    assert options(response, "year") == [("2020", 1), ("2019", 2)]
    assert options(response, "kind") == [("Cá nhân", 1), ("Hộ gia đình", 1)]
    assert options(response, "unit") == [("Cục Mẫu", 1)]
    assert options(response, "campaign") == [("Thi đua mẫu", 1)]


def test_a_chosen_value_stays_a_choice_when_nothing_is_left_of_it(client, wall):
    response = client.get(f"{ROLL}?unit=cuc-mau&campaign=thi-dua-mau")

    assert names(response) == []
    assert ("Cục Mẫu", 0) in options(response, "unit")
    assert 'href="/vinh-danh/?unit=cuc-mau"' in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "form=khong-co", "form=Huân chương", "class=various", "class=NHAT", "year=20", "year=abcd", "year=9999",
        "year=٢٠٢٠", "kind=collective", "unit=khong-co", "unit=cuc--mau", "campaign=khong-co",
    ],
)  # fmt: skip
def test_an_unknown_value_is_a_bad_request(client, wall, query):
    assert client.get(f"{ROLL}?{query}").status_code == 400
    assert client.get(f"/vinh-danh.csv?{query}").status_code == 400


@pytest.mark.parametrize("place", [ROLL, "/vinh-danh.csv", "/vinh-danh.json", "/vinh-danh/ban-in/"])
def test_filters_by_a_slug_that_changed_lead_to_the_slug_of_today(client, wall, place):
    Redirect.objects.create(old_path="/don-vi/cuc-cu/", new_path="/don-vi/cuc-mau/")
    Redirect.objects.create(old_path="/hinh-thuc/cu/", new_path="/hinh-thuc/huan-chuong-mau/")

    moved = client.get(f"{place}?form=cu&class=nhat&unit=cuc-cu")

    assert moved.status_code == 301
    assert moved["Location"] == f"{place}?form=huan-chuong-mau&class=nhat&unit=cuc-mau"
    assert client.get(moved["Location"]).status_code == 200


@pytest.mark.parametrize("query", ["unit=cuc-tan", "unit=cuc-cu&class=x", "unit=cuc-cu&form=x", "unit=../a"])
def test_what_leads_to_nothing_of_today_stays_a_bad_request(client, wall, query):
    Redirect.objects.create(old_path="/don-vi/cuc-cu/", new_path="/don-vi/cuc-mau/")
    Redirect.objects.create(old_path="/don-vi/cuc-tan/", new_path="")

    assert client.get(f"{ROLL}?{query}").status_code == 400


def test_a_unit_that_readers_may_not_see_is_as_unknown_as_none(client, wall):
    prove(make_organisation(slug="don-vi-kin"), make_draft())

    assert client.get(f"{ROLL}?unit=don-vi-kin").status_code == 400


def test_the_page_of_a_bad_request_keeps_the_other_filters_as_links(client, wall):
    page = client.get(f"{ROLL}?form=sai&class=nhat&unit=cuc-mau").content.decode()

    assert "Hình thức: không có “sai”" in page
    assert 'href="/vinh-danh/?class=nhat"' in page
    assert 'href="/vinh-danh/?unit=cuc-mau"' in page
    assert 'href="/vinh-danh/?class=nhat&amp;unit=cuc-mau"' in page


def test_hostile_values_come_back_harmless(client, wall):
    page = client.get(ROLL, {"form": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page


def choices(response) -> dict[str, str]:
    """Address of each choice by its label."""
    found = re.findall(
        r'class="facet__option" href="([^"]+)".*?facet__label">(.*?)</span>', response.content.decode()
    )
    return {label: unescape(address) for address, label in found}


def test_every_choice_is_an_address_that_shows_as_many_as_it_says(client, wall):
    response = client.get(f"{ROLL}?year=2019")

    for facet in response.context["counts"].facets:
        for option in facet.options:
            address = choices(response)[option.label]
            shown = client.get(address)
            assert len(names(shown)) == shown.context["counts"].total
            assert option.chosen or len(names(shown)) == option.number


def test_choosing_keeps_the_other_filters_and_choosing_again_takes_away_only_that_one(client, wall):
    links = choices(client.get(f"{ROLL}?year=2019&kind=ca-nhan&sort=ten-goi"))

    assert links["hạng Ba"] == f"{ROLL}?class=ba&year=2019&kind=ca-nhan&sort=ten-goi"
    assert links["2019"] == f"{ROLL}?kind=ca-nhan&sort=ten-goi"


def test_a_chosen_unit_that_is_not_among_the_most_honoured_says_its_own_number(client, story, monkeypatch):
    monkeypatch.setattr("awards.roll.facets.MOST", 1)
    form = make_form()
    for name, number in (("Cục Nhiều", 2), ("Cục Ít", 1)):
        unit = prove(make_organisation(name=name, slug=f"cuc-{number}"), story)
        for _ in range(number):
            prove(make_honour(form=form, organisation=unit), story)

    assert options(client.get(f"{ROLL}?unit=cuc-1"), "unit") == [("Cục Nhiều", 2), ("Cục Ít", 1)]


# --- Order --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Vũ Thị An năm 2020", "Lê Ân năm 2019", "Bình Mẫu năm 2019", "Đỗ Văn Ánh năm 2001"]),
        ("ten-goi", ["Vũ Thị An năm 2020", "Đỗ Văn Ánh năm 2001", "Lê Ân năm 2019", "Bình Mẫu năm 2019"]),
        (
            "bang-chu-cai",
            ["Bình Mẫu năm 2019", "Đỗ Văn Ánh năm 2001", "Lê Ân năm 2019", "Vũ Thị An năm 2020"],
        ),
    ],
)
def test_the_order_of_names_is_an_address(client, story, sort, expected):
    form = make_form()
    for name, year in (("Đỗ Văn Ánh", 2001), ("Vũ Thị An", 2020), ("Lê Ân", 2019)):
        prove(make_honour(form=form, person=prove(make_person(full_name=name), story), year=year), story)
    honour_of("Bình Mẫu", story, form=form, year=2019)

    assert names(client.get(ROLL, {"sort": sort})) == expected
    assert sheet_names(client, f"/vinh-danh.csv?sort={sort}") == [
        name.partition(" năm ")[0] for name in expected
    ]


def sheet_names(client, address: str) -> list[str]:
    lines = b"".join(client.get(address).streaming_content).decode().splitlines()
    return [line.split(",")[3] for line in lines[1:]]


@pytest.mark.parametrize(
    "query", ["", "class=ba&kind=tap-the", "year=2019", "unit=cuc-mau", "unit=cuc-mau&class=ba&year=2019"]
)
def test_what_goes_off_later_is_counted_as_what_stays(client, query):
    going = make_article(expires_at=timezone.now() + timedelta(days=1))
    staying, form = make_article(), make_form(has_classes=True, family="order")
    units = [prove(make_organisation(name=name), staying) for name in ("Cục Mẫu", "Chi cục Mẫu")]
    for place in range(12):
        serving = {"organisation": None, "person": make_person(), "recipient_unit": units[place % 2]}
        recipient = serving if place % 3 else {"organisation": units[place % 2]}
        honour = make_honour(form=form, order_class="ba", year=2018 + place // 2 % 2, **recipient)
        prove(honour, going if place % 4 < 2 else staying)

    told = [[options(client.get(f"{ROLL}?{query}"), name) for name in PARAMETERS]]
    Article.objects.update(expires_at=None)
    told.append([options(client.get(f"{ROLL}?{query}"), name) for name in PARAMETERS])

    assert told[0] == told[1]
    assert sum(number for _, number in told[0][0]) > 0


def test_where_not_every_unit_is_offered_the_way_to_the_others_is(client, wall, monkeypatch):
    found = client.get(ROLL).content.decode()
    monkeypatch.setattr("awards.roll.facets.MOST", 1)

    assert "Tìm đơn vị khác theo tên" not in found
    assert "Tìm đơn vị khác theo tên" in client.get(ROLL).content.decode()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", ROLL),
        ("year=2019", f"{ROLL}?year=2019"),
        ("of=nobody&year=2019", f"{ROLL}?year=2019"),
        ("year=2019&kind=tap-the", None),
        ("sort=ten-goi", None),
    ],
)
def test_search_engines_are_told_one_address_of_each_filter_and_kept_from_combinations(
    client, wall, query, address
):
    text = client.get(f"{ROLL}?{query}").content.decode()

    told = re.findall(r'rel="canonical" href="http://127.0.0.1:8000(.*?)"', text)
    assert told == ([address] if address else [])
    assert ('name="robots" content="noindex, follow"' in text) == (not address)


def test_an_unknown_order_is_a_bad_request_that_keeps_the_filters(client, wall):
    response = client.get(f"{ROLL}?sort=xuoi&class=nhat")

    assert response.status_code == 400
    assert "Thứ tự: không có “xuoi”" in response.content.decode()
    assert 'href="/vinh-danh/?class=nhat"' in response.content.decode()


@pytest.mark.parametrize("sort", ["", "ten-goi", "bang-chu-cai"])
def test_every_order_is_paged_without_losing_or_repeating_anybody(client, story, monkeypatch, sort):
    monkeypatch.setattr("awards.views.roll.ON_SCREEN", Room(3, 60))
    forms = [make_form(family="order", rank=rank, has_classes=True) for rank in (1, 2)]
    for place in range(8):
        honour_of("Đơn vị", story, form=forms[place % 2], order_class="nhi", year=2010 + place % 3)
    address, seen = f"{ROLL}?sort={sort}&kind=tap-the", []
    while address:
        response = client.get(address)
        seen += [honour.pk for honour in response.context["page"].honours]
        following = re.search(r'href="([^"]+)" rel="next"', response.content.decode())
        address = unescape(following[1]) if following else ""

    assert len(seen) == len(set(seen)) == 8


# --- Data ---------------------------------------------------------------------------------------


def test_the_json_file_holds_the_rows_of_the_page_with_the_words_that_prove_them(client, wall):
    response = client.get("/vinh-danh.json?year=2019")
    data = json.loads(b"".join(response.streaming_content))

    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert data["filters"] == {"year": "2019"}
    assert [one["recipient"]["name"] for one in data["items"]] == ["Người Mẫu Hai", "Hộ Mẫu"]
    assert data["items"][0]["recipient_unit"] == {"slug": "cuc-mau", "name": "Cục Mẫu"}
    assert data["items"][0]["evidence"][0]["article"] == "bai-dan-chung"


def test_the_page_tells_programs_who_was_honoured_with_what(client, wall):
    page = next(
        one
        for one in objects_on(client.get(f"{ROLL}?class=nhat").content)
        if one["@type"] == "CollectionPage"
    )

    assert page["mainEntity"]["itemListElement"] == [
        {
            "@type": "Organization",
            "name": "Cục Mẫu",
            "url": absolute("/don-vi/cuc-mau/"),
            "award": "Huân chương Mẫu hạng Nhất, 2020",
        }
    ]


def test_hostile_names_cannot_end_the_data_block(client, story):
    honour_of("</script><b>x", story)

    assert "</script><b>" not in client.get(ROLL).content.decode()


def test_files_and_data_keep_what_the_page_keeps(client):
    prove(make_honour(organisation=make_organisation(name="Đơn vị kín")), make_draft())

    assert json.loads(b"".join(client.get("/vinh-danh.json").streaming_content))["items"] == []


# --- Size ---------------------------------------------------------------------------------------


def test_the_roll_costs_the_same_few_queries_with_any_two_filters_at_any_size(client, story):
    form = make_form(family="order", has_classes=True)
    campaign = prove(make_campaign(slug="thi-dua-mau"), story)

    def grow(number):
        for _ in range(number):
            total = prove(make_announcement(form=form, order_class="nhat"), story)
            honour_of(
                "Cục", story, form=form, order_class="nhat", announcement=total,
                presenter=prove(make_person(), story), event=prove(make_event(), story),
                campaign=campaign, year=2020,
            )  # fmt: skip

    values = {
        "form": form.slug, "class": "nhat", "year": "2020", "kind": "tap-the", "unit": "cuc-mau",
        "campaign": "thi-dua-mau", "sort": "ten-goi",
    }  # fmt: skip
    prove(make_organisation(slug="cuc-mau"), story)
    grow(1)
    addresses = [ROLL] + [
        f"{ROLL}?{urlencode({name: values[name] for name in pair})}" for pair in combinations(values, 2)
    ]
    few = [queries_of(client, address) for address in addresses]
    grow(4)

    assert [queries_of(client, address) for address in addresses] == few
    assert max(few) <= 8
    assert queries_of(client, f"{ROLL}?{urlencode(values)}") <= 8


def test_a_long_roll_is_paged_without_losing_or_repeating_anybody(client, story, monkeypatch):
    monkeypatch.setattr("awards.views.roll.ON_SCREEN", Room(4, 60))
    first, empty, last = (make_form(family="order", rank=rank, has_classes=True) for rank in (1, 2, 3))
    prove(make_announcement(form=empty, count=5), story)
    prove(make_announcement(form=last, count=6), story)
    for place, form in enumerate([first] * 6 + [last] * 4):
        honour_of(f"Đơn vị {place}", story, form=form, order_class="nhi", year=2010 + place % 3)
    address, seen, announced, pages = ROLL, [], [], 0
    while address:
        response = client.get(address)
        seen += names(response)
        announced += [total.count for total in response.context["page"].totals]
        following = re.search(r'href="([^"]+)" rel="next"', response.content.decode())
        address = unescape(following[1]) if following else ""
        pages += 1

    assert pages == 3
    assert len(seen) == len(set(seen)) == 10
    assert announced == [5, 6]


@pytest.mark.parametrize("cursor", ["x", "YWJj", "MX4yfjN-NH41fjZ-Nw" + "A" * 50, "%00"])
def test_an_address_of_no_page_is_a_bad_request(client, wall, cursor):
    assert client.get(f"{ROLL}?trang={cursor}").status_code == 400


def table_of(page: str, name: str) -> list[str]:
    """The cells of the chart's table, row by row."""
    part = page.partition(f'id="bieu-do-{name}"')[2]
    table = re.search(r'<table class="chart__table">.*?</table>', part, re.DOTALL)[0]
    return [words_of(cell) for cell in re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", table)]


def test_each_chart_has_its_numbers_in_a_table(client, wall, story):
    order = AwardForm.objects.get(slug="huan-chuong-mau")
    prove(make_announcement(form=order, order_class="nhat", count=7, year=2020), story)
    honour_of("Cục Khác", story, form=order, order_class="nhat", year=2016)

    page = client.get(ROLL).content.decode()

    assert table_of(page, "hinh-thuc-va-hang") == [
        "Hình thức", "Không chia hạng", "Hạng Nhất", "Hạng Ba", "Cộng",
        "Huân chương Mẫu", "0", "2", "1", "3",
        "Bằng khen Mẫu", "1", "0", "0", "1",
    ]  # fmt: skip
    assert table_of(page, "theo-nam") == [
        "Năm", "Khen thưởng", "2020", "1", "2019", "2", "2016", "1",
    ]  # fmt: skip
    assert table_of(page, "don-vi") == ["Đơn vị", "Khen thưởng", "Cục Mẫu", "2", "Cục Khác", "1"]
    assert table_of(page, "cong-bo-va-co-ten") == [
        "Con số đã công bố", "Đã công bố", "Có tên", "Ngoài danh sách",
        "Huân chương Mẫu hạng Nhất, tập thể, 2020", "7", "0", "1",
    ]  # fmt: skip
    assert page.count('role="img"') == page.count('class="chart__table"') == 4


def test_a_chart_that_would_say_nothing_is_not_drawn(client, story):
    honour_of("Cục Mẫu", story, year=2020)

    page = client.get(ROLL).content.decode()

    assert "bieu-do-theo-nam" not in page
    assert "bieu-do-don-vi" not in page


def test_pages_carry_no_inline_style_or_script(client, wall):
    page = client.get(ROLL).content.decode()

    assert not re.search(r"\sstyle=", page)
    assert not re.search(r'<script(?![^>]*(src=|type="application/ld\+json"))', page)
