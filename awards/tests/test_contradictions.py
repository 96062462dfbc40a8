"""Where stories disagree: found by rules, shown to readers, decided by editors."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db.models import Sum
from django.urls import reverse
from hypothesis import example, given
from hypothesis import strategies as st

from articles.models import AuditEntry
from articles.tests.factories import make_article, make_draft
from awards.contradictions.names import spellings
from awards.contradictions.review import review, review_all
from awards.contradictions.stated_dates import stated_days
from awards.models import (
    Contradiction,
    Event,
    Honour,
    Organisation,
    OrganisationAlias,
    PersonTitle,
    Tally,
)
from awards.tests.admin_forms import submit
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
from awards.tests.reading import text

pytestmark = pytest.mark.django_db


def said_in(record, *quotes):
    """The record, proven by a story of its own for each quote."""
    for quote in quotes:
        prove(record, make_article(standfirst=quote), quote=quote)
    return record


def kinds(*records) -> list[str]:
    """What the rules find about these records."""
    review(records)
    return sorted(Contradiction.objects.filter(found=True).values_list("kind", flat=True))


def values() -> list[list[str]]:
    return [[side.value for side in one.readings.all()] for one in Contradiction.objects.order_by("pk")]


def order(**fields):
    return make_form(name="Huân chương Mẫu", family="order", has_classes=True, **fields)


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("sáng 20/8, tại hội nghị", [(20, 8, None)]),
        ("ngày 8 tháng 9 năm 2020, hội nghị", [(8, 9, 2020)]),
        ("Hội nghị ngày 20-8-2020 và phiên ngày 21.8.2020.", [(20, 8, 2020), (21, 8, 2020)]),
        ("nhân kỷ niệm 75 năm ngày thành lập 10/9", []),
        ("(10/9/1945 – 10/9/2020)", []),
        ("Quy định số 101-QĐ/TW ngày 07/6/2012", []),
        ("Trực 24/7 với 31/2 và 45/13", []),
        ("từ ngày 1/3 đến ngày 5/3", []),
        ("tăng 3.2 lần", []),
    ],
)
def test_days_are_read_as_days_of_the_event_or_left_alone(sentence, days):
    assert [(one.day, one.month, one.year) for one in stated_days(sentence)] == days


@given(st.text(max_size=80))
@example("29/2 và 29/2/2021 ‒ 1/1")
def test_any_text_is_read_for_days(sentence):
    for one in stated_days(sentence):
        assert one.words in sentence
        assert 1 <= one.day <= 31


def test_two_stories_that_date_an_event_differently_contradict_each_other():
    event = make_event(date="2020-08-20", date_basis="stated")
    said_in(event, "Hội nghị ngày 20/8/2020.", "Sáng 21/8, hội nghị khai mạc.", "Hội nghị sáng 20/8.")

    assert kinds(event) == ["date"]
    assert values() == [["20/8/2020", "21/8"]]


@pytest.mark.parametrize(
    "quote",
    ["Hội nghị tháng 8/2020.", "Ngày 20/8 và ngày 21/8/2020 hội nghị họp.", "Theo quyết định ngày 1/8/2020."],
)
def test_what_is_less_precise_or_says_more_does_not_contradict(quote):
    event = said_in(make_event(date="2020-08-20", date_basis="stated"), quote)

    assert kinds(event) == []


def test_namesakes_of_one_year_with_two_dates_are_asked_about_and_those_of_two_years_are_not():
    first = said_in(make_event(name="Hội nghị mẫu", date="2020-08-20", date_basis="stated"), "Một.")
    make_event(name="Hội nghị mẫu", date="2021-08-22", date_basis="stated")
    assert kinds(first) == []

    make_event(name="Họp", other_names=["HỘI NGHỊ mẫu"], date="2020-08-21", date_basis="stated")
    assert kinds(first) == ["date"]


# Years and classes --------------------------------------------------------------------------------


def test_a_story_that_gives_another_year_or_class_contradicts_the_record():
    honour = make_honour(
        form=order(), order_class="nhat", year=2015, organisation=make_organisation(name="Cục Mẫu")
    )
    said_in(
        honour,
        "1 tập thể được tặng Huân chương Mẫu hạng Nhất: Cục Mẫu (năm 2015).",
        "1 tập thể được tặng Huân chương Mẫu hạng Nhì: Cục Mẫu (năm 2016).",
    )

    assert kinds(honour) == ["class", "year"]
    assert sorted(values()) == [["hạng Nhất", "hạng Nhì"], ["năm 2015", "năm 2016"]]


def test_words_about_another_recipient_or_form_do_not_contradict():
    honour = make_honour(
        form=order(), order_class="nhat", year=2015, organisation=make_organisation(name="Cục Mẫu")
    )
    said_in(honour, "1 tập thể được tặng Huân chương Mẫu hạng Nhì: Cục Khác (năm 2016).")

    assert kinds(honour) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"year": 2015, "order_class": "nhat"}, {"year": 2016, "order_class": "nhat"}, ["year"]),
        ({"year": 2015, "order_class": "nhat"}, {"year": 2015, "order_class": "nhi"}, ["class"]),
        ({"year": 2010, "order_class": "ba"}, {"year": 2015, "order_class": "nhi"}, []),
        ({"year": 2015, "order_class": "nhat"}, {"year": None, "order_class": "nhat"}, []),
        (
            {"year": 2015, "order_class": "nhat"},
            {"year": 2016, "order_class": "nhat", "status": "proposed"},
            [],
        ),
    ],
)
def test_two_records_of_a_recipient_are_one_award_only_where_that_is_likely(first, second, found):
    form, unit = order(), make_organisation()
    one, other = (
        said_in(make_honour(form=form, organisation=unit, **facts), f"Lời {facts}.")
        for facts in (first, second)
    )

    assert kinds(one) == found
    assert kinds(other) == found


def test_a_title_of_every_year_and_what_one_story_lists_twice_are_no_contradiction(story):
    unit = make_organisation()
    flag, high = make_form(family="emulation_title"), order()
    flags = [
        said_in(make_honour(form=flag, organisation=unit, year=year), f"{year}.") for year in (2015, 2016)
    ]
    both = [prove(make_honour(form=high, organisation=unit, year=year), story) for year in (2015, 2016)]

    assert kinds(*flags, *both) == []


# Periods ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("year", "found"), [(2015, ["period"]), (2016, []), (2020, []), (2021, ["period"])])
def test_a_year_outside_the_period_of_its_list_is_found(year, found):
    form = make_form()
    total = said_in(make_announcement(form=form, period_from=2016, period_to=2020), "Trong 5 năm qua.")
    honour = said_in(make_honour(form=form, announcement=total, year=year), f"Năm {year}.")

    assert kinds(honour) == found
    assert kinds(total) == found


# Names --------------------------------------------------------------------------------------------


@given(st.text(max_size=60))
def test_spellings_of_any_name_hold_its_folded_self(name):
    assert len(spellings(name, [("tp", "thanh pho"), ("hcm", "ho chi minh")])) <= 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Cục Hải quan TP. Hồ Chí Minh"}, {"name": "Cục hải quan Thành phố Hồ Chí Minh"}),
        ({"name": "Cục Điều tra"}, {"name": "Cục điều tra"}),
        ({"name": "UBND tỉnh Mẫu"}, {"name": "Ủy ban nhân dân tỉnh Mẫu"}),
        ({"name": "Chi cục Mẫu khu vực VI"}, {"name": "Chi cục Mẫu Khu vực 6"}),
    ],
)
def test_names_that_may_be_one_unit_are_asked_about(one, other):
    first, second = make_organisation(**one), make_organisation(**other)

    assert kinds(second) == ["name"]
    assert kinds(first) == ["name"]


def test_an_alias_is_a_name_too():
    first, second = make_organisation(name="Cục Mẫu"), make_organisation(name="Cục Khác")
    OrganisationAlias.objects.create(organisation=first, name="CỤC KHÁC")

    assert kinds(second) == ["name"]


def test_units_known_to_be_two_are_not_asked_about():
    parents = make_organisation(), make_organisation()
    for parent in parents:
        make_organisation(name="Vụ Tổ chức cán bộ", parent=parent)
    before = make_organisation(name="Cục Trước", valid_to="2024")
    make_organisation(name="Cục trước", valid_from="2025-03")
    after = make_organisation(name="Cục Sau")
    make_organisation(name="Cục sau").predecessors.add(after)
    members = [make_person(full_name="Người Mẫu") for _ in range(2)]
    for person, unit in zip(members, parents, strict=True):
        PersonTitle.objects.create(person=person, title="Trưởng", organisation=unit)

    assert kinds(*Organisation.objects.all(), *members, before) == []


def test_two_people_of_one_name_are_a_question_that_readers_do_not_see(client, story):
    people = [prove(make_person(full_name="Người Mẫu Một"), story) for _ in range(2)]

    assert kinds(*people) == ["name"]
    assert "Có thể cùng một tên" not in text(client.get(people[0].get_absolute_url()))


# What stays, what goes ----------------------------------------------------------------------------


@pytest.fixture
def disputed():
    """An event whose two stories give two dates, and its contradiction."""
    event = make_event(slug="mau", date="2020-08-20", date_basis="stated")
    said_in(event, "Hội nghị ngày 20/8/2020.", "Sáng 21/8/2020, hội nghị khai mạc.")
    review([event])
    return Contradiction.objects.get()


def decide(desk, contradiction, way, **data):
    address = reverse("admin:awards_contradiction_change", args=[contradiction.pk])
    answer = desk.post(address, {"way": way, "reason": "Theo giấy mời.", **data})
    contradiction.refresh_from_db()
    return answer


def test_what_no_story_contradicts_any_more_waits_no_longer(disputed):
    event = Event.objects.get()
    event.evidence.filter(quote__startswith="Sáng 21/8").delete()

    assert kinds(event) == []
    assert not Contradiction.objects.exists()


def test_choosing_a_reading_brings_it_into_the_record_and_keeps_the_other(desk, client, disputed):
    other = disputed.readings.get(stored="2020-08-21")

    decide(desk, disputed, "choose", reading=other.pk)

    assert Event.objects.get().date.iso() == "2020-08-21"
    assert (disputed.state, disputed.chosen, disputed.found) == ("resolved", other, True)
    assert disputed.readings.count() == 2
    page = text(client.get("/su-kien/mau/"))
    assert "21/8/2020 sổ ghi theo" in page
    assert "Sổ ghi theo “21/8/2020”. Lý do: Theo giấy mời." in page
    entry = AuditEntry.objects.about(disputed).get()
    assert (entry.action, entry.after, entry.note) == ("resolve", "21/8/2020", "Theo giấy mời.")


def test_what_is_decided_is_not_asked_again_until_a_story_says_something_new(desk, disputed):
    decide(desk, disputed, "choose", reading=disputed.readings.first().pk)
    event = Event.objects.get()

    said_in(event, "Hội nghị họp ngày 20/8/2020 tại Hà Nội.")
    review([event])
    disputed.refresh_from_db()
    assert disputed.state == "resolved"

    said_in(event, "Hội nghị họp ngày 25/8/2020.")
    review([event])
    disputed.refresh_from_db()
    assert (disputed.state, disputed.chosen, disputed.readings.count()) == ("open", None, 3)
    assert AuditEntry.objects.about(disputed).first().action == "reopen"


def test_a_decision_comes_back_with_what_it_decided(desk, disputed):
    decide(desk, disputed, "accept")
    event = Event.objects.get()
    piece = event.evidence.last()
    Event.objects.filter(pk=event.pk).update(date="", date_basis="")
    piece.delete()
    assert kinds(event) == []

    Event.objects.filter(pk=event.pk).update(date="2020-08-20", date_basis="stated")
    said_in(event, piece.quote)
    review([event])

    disputed.refresh_from_db()
    assert (disputed.state, disputed.found) == ("resolved", True)


def test_left_open_readers_see_both_readings_with_their_words(desk, client, disputed):
    waiting = text(client.get("/su-kien/mau/"))

    decide(desk, disputed, "leave")

    left = text(client.get("/su-kien/mau/"))
    for page in (waiting, left):
        assert "Các bài nêu ngày khác nhau: 20/8/2020 · 21/8/2020 (đang xác minh)" in page
        assert "Sáng 21/8/2020, hội nghị khai mạc." in page
    assert "Tòa soạn chưa kết luận: Theo giấy mời." in left
    assert list(Contradiction.objects.filter(state="open")) == []


def test_a_campaign_shows_with_both_sources_what_is_disputed_of_its_honours_and_events(client, disputed):
    campaign, form, unit = (
        prove(make_campaign(launch_event=Event.objects.get())),
        order(),
        make_organisation(),
    )
    review(
        said_in(make_honour(form=form, organisation=unit, campaign=campaign, year=year), f"Tặng năm {year}.")
        for year in (2015, 2016)
    )

    page = text(client.get(campaign.get_absolute_url()))

    for said in ("Các bài nêu ngày khác nhau: 20/8/2020 · 21/8/2020", "Sáng 21/8/2020, hội nghị khai mạc."):
        assert said in page
    for said in ("Các bài nêu năm khác nhau", "Tặng năm 2015.", "Tặng năm 2016."):
        assert said in page


def test_nothing_that_only_a_draft_says_comes_out(client):
    event = make_event(slug="mau", date="2020-08-20", date_basis="stated")
    said_in(event, "Hội nghị ngày 20/8/2020.")
    prove(event, make_draft(standfirst="Họp 21/8/2020."), quote="Họp 21/8/2020.")
    assert kinds(event) == ["date"]

    assert "21/8/2020" not in client.get("/su-kien/mau/").content.decode()


def test_of_two_records_of_one_award_the_chosen_stands_and_the_other_returns_with_the_question(desk, client):
    form, unit = order(slug="mau"), make_organisation()
    first, second = (
        said_in(make_honour(form=form, organisation=unit, year=year), f"Tặng năm {year}.")
        for year in (2015, 2016)
    )
    assert kinds(first) == ["year"]
    contradiction = Contradiction.objects.get()

    decide(desk, contradiction, "choose", reading=contradiction.readings.get(honour=second).pk)
    assert list(Honour.objects.public()) == list(Honour.objects.held()) == [second]
    page = text(client.get("/hinh-thuc/mau/"))
    assert "Sổ ghi theo “năm 2016”" in page
    assert len(client.get("/api/v1/honours").json()["items"]) == 1
    assert Tally.objects.aggregate(number=Sum("number"))["number"] == 1

    decide(desk, contradiction, "reopen")
    assert contradiction.state == "open"
    assert set(Honour.objects.public()) == {first, second}
    assert Tally.objects.aggregate(number=Sum("number"))["number"] == 2


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("choose", "Đã quyết định: “21/8/2020”. Bạn đọc thấy cách ghi này, cách ghi kia và lý do."),
        ("accept", "Đã quyết định: không mâu thuẫn. Bạn đọc không thấy gì về việc này."),
        ("leave", "Đã để ngỏ: bạn đọc thấy mọi cách ghi và lý do."),
    ],
)
def test_a_decision_says_what_readers_see_of_it(desk, disputed, way, said):
    reading = disputed.readings.get(stored="2020-08-21")

    answer = decide(desk, disputed, way, reading=reading.pk)

    assert [str(message) for message in get_messages(answer.wsgi_request)] == [said]


@pytest.mark.parametrize(
    ("way", "data"),
    [
        ("choose", {}),
        ("choose", {"reading": "x"}),
        ("choose", {"reading": "0"}),
        ("leave", {"reason": " "}),
        ("reopen", {}),
        ("", {}),
    ],
)
def test_a_decision_without_its_reason_or_reading_is_refused_and_nothing_typed_is_lost(
    desk, disputed, way, data
):
    answer = decide(desk, disputed, way, **data)

    assert answer.status_code == 400
    assert answer.context["reason"] == data.get("reason", "Theo giấy mời.")
    assert disputed.state == "open"
    assert not AuditEntry.objects.about(disputed).exists()


# The desk -----------------------------------------------------------------------------------------


def test_saving_a_record_on_the_desk_looks_for_contradictions_and_the_desk_shows_them(desk):
    event = said_in(make_event(date="2020-08-20", date_basis="stated"), "Hội nghị ngày 20/8/2020.")

    submit(desk, reverse("admin:awards_event_change", args=[event.pk]), date="21/8/2020")

    contradiction = Contradiction.objects.get()
    assert str(contradiction.pk) in desk.get("/admin/").content.decode()
    assert [one.pk for one in desk.get("/admin/mau-thuan/").context["page"]] == [contradiction.pk]
    page = desk.get(reverse("admin:awards_contradiction_change", args=[contradiction.pk]))
    assert [side["reading"].value for side in page.context["sides"]] == ["21/8/2020", "20/8/2020"]
    assert "<mark>Hội nghị ngày 20/8/2020.</mark>" in page.content.decode()


def test_names_lead_to_a_merge_which_settles_the_question(desk):
    units = [make_organisation(name="Cục Mẫu") for _ in range(2)]
    review(units)
    contradiction = Contradiction.objects.get()

    page = desk.get(reverse("admin:awards_contradiction_change", args=[contradiction.pk]))
    way = page.context["merging"]
    assert desk.get(way).context["moving"] == []
    desk.post(way.partition("?")[0], {"kept": units[0].pk, "gone": units[1].pk})

    assert not Contradiction.objects.exists()


def test_the_queue_costs_the_same_at_any_length(desk):
    def fill(number):
        for _ in range(number):
            event = make_event(date="2020-08-20", date_basis="stated")
            review([said_in(event, "Hội nghị ngày 20/8/2020.", "Sáng 21/8/2020, hội nghị khai mạc.")])

    fill(2)
    few = queries_of(desk, "/admin/mau-thuan/")
    fill(4)

    assert queries_of(desk, "/admin/mau-thuan/") == few


def test_reviewing_everything_twice_finds_the_same(disputed):
    before = [(one.pk, one.fingerprint) for one in Contradiction.objects.all()]

    assert review_all() == 1
    assert [(one.pk, one.fingerprint) for one in Contradiction.objects.all()] == before
    assert re.fullmatch("[0-9a-f]{64}", before[0][1])
