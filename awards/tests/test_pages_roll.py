"""The roll of honour: what stands on it, in which order, and how it is filtered."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from articles import publishing
from articles.tests.factories import make_article, make_draft
from awards.models import Decision
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


# --- Size ---------------------------------------------------------------------------------------


def test_the_roll_costs_the_same_few_queries_at_any_size(client, story):
    form = make_form(family="order", has_classes=True)

    def grow(number):
        for _ in range(number):
            total = prove(make_announcement(form=form, order_class="nhat"), story)
            honour_of(
                "Cục", story, form=form, order_class="nhat", announcement=total,
                presenter=prove(make_person(), story), event=prove(make_event(), story),
                campaign=prove(make_campaign(slug="thi-dua-mau"), story),
            )  # fmt: skip

    grow(2)
    few = queries_of(client, ROLL)
    grow(6)

    assert queries_of(client, ROLL) == few
    assert few <= 8
    every_filter = f"{ROLL}?form={form.slug}&class=nhat&kind=tap-the&campaign=thi-dua-mau&year=2020"
    assert queries_of(client, every_filter) <= 8


def test_a_long_roll_is_paged_without_losing_or_repeating_anybody(client, story, monkeypatch):
    monkeypatch.setattr("awards.roll.pages.HONOURS_ON_A_PAGE", 4)
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


def test_the_chart_has_its_numbers_in_a_table(client, wall):
    page = client.get(ROLL).content.decode()

    assert '<title id="bieu-do-ten">' in page
    table = re.search(r'<table class="chart__table">.*?</table>', page, re.DOTALL)[0]
    cells = [
        " ".join(cell.split())
        for cell in re.findall(r"<t[hd](?: [^>]*)?>(?:<b>)?(.*?)(?:</b>)?</t[hd]>", table)
    ]
    assert cells == [
        "Hình thức", "Không chia hạng", "Hạng Nhất", "Hạng Ba", "Cộng",
        "Huân chương Mẫu", "0", "1", "1", "2",
        "Bằng khen Mẫu", "1", "0", "0", "1",
    ]  # fmt: skip


def test_pages_carry_no_inline_style_or_script(client, wall):
    page = client.get(ROLL).content.decode()

    assert not re.search(r"\sstyle=", page)
    assert not re.search(r"<script(?![^>]*src=)", page)
