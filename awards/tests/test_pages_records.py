"""Pages of forms, units, people and events."""

import re
from html import unescape

import pytest

from articles import publishing
from articles.tests.factories import make_article, make_author, make_draft
from awards.models import EventOrganiser, Organisation, OrganisationAlias, PersonAlias, PersonTitle
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    prove,
)
from awards.tests.queries import queries_of
from awards.tests.reading import text

pytestmark = pytest.mark.django_db


# --- Forms of award -----------------------------------------------------------------------------


def test_a_form_says_what_it_is_who_confers_it_and_under_which_law(client):
    make_form(
        name="Huân chương Mẫu", slug="huan-chuong-mau", family="order", authority="Chủ tịch nước",
        legal_basis="Luật Mẫu", valid_from="2004-07-01", verified=True, description="Một hình thức mẫu.",
    )  # fmt: skip

    page = text(client.get("/hinh-thuc/huan-chuong-mau/"))

    for words in (
        "Một hình thức mẫu.",
        "Chủ tịch nước (theo luật)",
        "Luật Mẫu",
        "từ 1/7/2004",
        "Không chia hạng",
    ):
        assert words in page
    assert "Chưa kiểm chứng" not in page


def test_an_unverified_form_says_so(client):
    make_form(slug="huan-chuong-mau", verified=False, note="Chưa rõ thứ bậc.")

    page = text(client.get("/hinh-thuc/huan-chuong-mau/"))

    assert "Chưa kiểm chứng đủ Chưa rõ thứ bậc." in page
    assert "Căn cứ pháp lý Chưa có thông tin" in page


def test_a_form_shows_its_holders_and_totals_and_counts_only_those_that_stand(client, story):
    form = make_form(slug="huan-chuong-mau")
    prove(make_honour(form=form, household="Hộ Một"), story)
    prove(make_honour(form=form, household="Hộ Hai", status="revoked"), story)
    prove(make_honour(form=form, household="Hộ Ba", status="proposed"), story)
    prove(make_honour(form=form, household="Hộ Bốn"), make_draft())
    prove(make_announcement(form=form, recipient_kind="household", count=5), story)

    response = client.get("/hinh-thuc/huan-chuong-mau/")

    assert response.context["counts"] == [("hộ gia đình", 1)]
    assert "đã công bố 5 · có tên 0 · 1 ngoài danh sách" in text(response)
    assert "Hộ Hai" in text(response)
    assert "Hộ Ba" not in text(response)
    assert "Hộ Bốn" not in text(response)


def test_a_form_leads_to_the_general_form_and_to_its_instances(client):
    general = make_form(name="Giấy khen Mẫu", slug="giay-khen-mau")
    make_form(name="Giấy khen của Mẫu", slug="giay-khen-cua-mau", general=general)

    assert "/hinh-thuc/giay-khen-cua-mau/" in client.get("/hinh-thuc/giay-khen-mau/").content.decode()
    assert "/hinh-thuc/giay-khen-mau/" in client.get("/hinh-thuc/giay-khen-cua-mau/").content.decode()


def test_there_is_no_page_of_an_unknown_form(client):
    assert client.get("/hinh-thuc/khong-co/").status_code == 404


# --- Units --------------------------------------------------------------------------------------


def test_a_unit_keeps_its_own_honours_apart_from_those_below_it(client, story):
    top = prove(make_organisation(name="Tổng cục Mẫu", slug="tong-cuc-mau"), story)
    middle = prove(make_organisation(name="Cục Mẫu", parent=top), story)
    low = prove(make_organisation(name="Chi cục Mẫu", parent=middle), story)
    member = make_person(full_name="Người Mẫu Một")
    own = prove(make_honour(organisation=top), story)
    of_low = prove(make_honour(organisation=low), story)
    of_member = prove(make_honour(person=member, recipient_unit=top), story)
    prove(make_honour(organisation=make_organisation()), story)

    context = client.get("/don-vi/tong-cuc-mau/").context

    assert list(context["own"]) == [own]
    assert set(context["below"]) == {of_low, of_member}


def test_honours_below_a_unit_are_found_at_any_depth_in_as_many_queries_even_in_a_circle(client, story):
    top = prove(make_organisation(slug="mau"), story)
    flat = queries_of(client, "/don-vi/mau/")
    unit, below = top, set()
    for _ in range(6):
        unit = prove(make_organisation(parent=unit), story)
        below.add(prove(make_honour(organisation=unit), story))
    below.add(prove(make_honour(person=make_person(), recipient_unit=unit), story))
    prove(make_honour(organisation=prove(make_organisation(), story)), story)

    assert set(client.get("/don-vi/mau/").context["below"]) == below
    assert flat <= queries_of(client, "/don-vi/mau/") <= 8

    Organisation.objects.filter(pk=top.pk).update(parent=unit)
    assert below <= set(client.get("/don-vi/mau/").context["below"])


def test_a_unit_and_a_campaign_lead_to_their_honours_on_the_roll(client, story):
    unit = prove(make_organisation(slug="don-vi-mau"), story)
    campaign = prove(make_campaign(slug="thi-dua-mau"), story)
    prove(make_honour(organisation=unit, campaign=campaign), story)

    assert 'href="/vinh-danh/?unit=don-vi-mau"' in client.get(unit.get_absolute_url()).content.decode()
    assert (
        'href="/vinh-danh/?campaign=thi-dua-mau"' in client.get(campaign.get_absolute_url()).content.decode()
    )


def test_the_honours_of_a_unit_stand_newest_first(client, story):
    unit = prove(make_organisation(slug="cuc-mau"), story)
    for year in (2015, None, 2020):
        prove(make_honour(organisation=unit, year=year), story)

    assert [one.year for one in client.get("/don-vi/cuc-mau/").context["own"]] == [2020, 2015, None]


def test_a_unit_shows_names_place_and_what_it_did(client, story):
    parent = prove(make_organisation(name="Bộ Mẫu"), story)
    unit = prove(make_organisation(name="Cục Mẫu", slug="cuc-mau", parent=parent, valid_from="1945"), story)
    before = prove(make_organisation(name="Sở Mẫu"), story)
    unit.predecessors.add(before)
    OrganisationAlias.objects.create(organisation=unit, name="C.Mẫu")
    prove(make_organisation(name="Đội Mẫu", parent=unit), story)
    prove(make_campaign(name="Thi đua mẫu", launching_body=unit, slogan="Đổi mới"), story)
    prove(make_model(name="Cách làm hay", organisation=unit, description="Làm nhanh."), story)
    event = prove(make_event(name="Hội nghị mẫu", date="2020-09-08", date_basis="stated"), story)
    EventOrganiser.objects.create(event=event, organisation=unit, role="chủ trì")
    person = prove(make_person(full_name="Người Mẫu Một"), story)
    PersonTitle.objects.create(person=person, title="Cục trưởng", organisation=unit)

    page = text(client.get("/don-vi/cuc-mau/"))

    for words in (
        "Còn viết: C.Mẫu", "Bộ Mẫu", "từ năm 1945", "Sở Mẫu", "Đội Mẫu", "Thi đua mẫu", "Đổi mới", "Cách làm hay",
        "Làm nhanh.", "Hội nghị mẫu 8/9/2020", "Người Mẫu Một", "Bài dẫn chứng",
    ):  # fmt: skip
        assert words in page
    assert "Cục Mẫu" in text(client.get(before.get_absolute_url()))


def test_a_unit_shows_nothing_that_only_drafts_prove(client, story):
    draft = make_draft()
    parent = prove(make_organisation(name="Bộ kín"), draft)
    unit = prove(make_organisation(slug="cuc-mau", parent=parent), story)
    unit.predecessors.add(prove(make_organisation(name="Sở kín"), draft))
    prove(make_organisation(name="Đội kín", parent=unit), draft)
    prove(make_campaign(name="Thi đua kín", launching_body=unit), draft)
    prove(make_model(name="Cách làm kín", organisation=unit), draft)
    event = prove(make_event(name="Hội nghị kín"), draft)
    EventOrganiser.objects.create(event=event, organisation=unit, role="chủ trì")
    PersonTitle.objects.create(
        person=prove(make_person(full_name="Người kín"), draft), title="Trưởng", organisation=unit
    )
    prove(make_honour(organisation=unit, form=make_form(name="Bằng kín")), draft)

    assert "kín" not in client.get("/don-vi/cuc-mau/").content.decode()


def test_the_card_of_a_model_stands_where_its_address_leads(client, story):
    unit = prove(make_organisation(slug="cuc-mau"), story)
    model = prove(make_model(slug="cach-lam-hay", organisation=unit), story)

    assert model.get_absolute_url() == "/don-vi/cuc-mau/#cach-lam-hay"
    assert 'id="cach-lam-hay"' in client.get("/don-vi/cuc-mau/").content.decode()


# --- People -------------------------------------------------------------------------------------


def test_a_person_shows_titles_over_time_and_honours_received_and_handed_over(client, story):
    unit = prove(make_organisation(name="Bộ Mẫu"), story)
    person = prove(make_person(full_name="Người Mẫu Một", slug="nguoi-mau-mot"), story)
    PersonAlias.objects.create(person=person, name="N.M. Một")
    PersonTitle.objects.create(
        person=person, title="Thứ trưởng", organisation=unit, position=0, from_date="2010"
    )
    PersonTitle.objects.create(
        person=person, title="Bộ trưởng", organisation=unit, position=1, from_date="2015"
    )
    received = prove(make_honour(person=person), story)
    handed_over = prove(make_honour(presenter=person), story)
    prove(make_campaign(name="Thi đua mẫu", launched_by=person), story)

    response = client.get("/ca-nhan/nguoi-mau-mot/")

    assert response.context["received"] == [received]
    assert response.context["presented"] == [handed_over]
    assert [title.name for title in response.context["titles"]] == ["Thứ trưởng", "Bộ trưởng"]
    for words in ("Còn viết: N.M. Một", "từ năm 2015", "Bộ Mẫu", "Thi đua mẫu"):
        assert words in text(response)


def test_a_title_does_not_name_a_body_that_readers_may_not_see(client, story):
    person = prove(make_person(slug="nguoi-mau"), story)
    PersonTitle.objects.create(
        person=person, title="Trưởng ban", organisation=prove(make_organisation(name="Ban kín"), make_draft())
    )

    page = client.get("/ca-nhan/nguoi-mau/").content.decode()

    assert "Trưởng ban" in page
    assert "Ban kín" not in page


def test_stories_that_a_person_signs_are_listed_only_when_they_are_out(client, story):
    author = make_author(name="Người Mẫu")
    prove(make_person(slug="nguoi-mau", author=author), story)
    make_article(title="Bài đã đăng", authors=[author])
    make_draft(title="Bài còn nháp", authors=[author])

    page = text(client.get("/ca-nhan/nguoi-mau/"))

    assert "Bài đã đăng" in page
    assert "Bài còn nháp" not in page


# --- Events -------------------------------------------------------------------------------------


def test_an_event_shows_date_organisers_sessions_and_what_was_handed_over(client, story):
    event = make_event(
        name="Hội nghị mẫu", slug="hoi-nghi-mau", other_names=["Hội nghị lần VI"], sessions=["Phiên sáng"],
        date="2020-09-09", date_basis="inferred", date_note="Bài chỉ ghi 9/9.",
    )  # fmt: skip
    prove(event, story)
    for name, proof in (("Cục Mẫu", story), ("Cục kín", make_draft())):
        unit = prove(make_organisation(name=name), proof)
        EventOrganiser.objects.create(event=event, organisation=unit, role="chủ trì")
    prove(make_honour(event=event, form=make_form(name="Bằng khen Mẫu")), story)
    prove(make_campaign(name="Thi đua mẫu", launch_event=event), story)

    page = text(client.get("/su-kien/hoi-nghi-mau/"))

    for words in (
        "Còn gọi: Hội nghị lần VI", "Phiên sáng", "9/9/2020 (suy luận)", "Bài chỉ ghi 9/9.", "Cục Mẫu chủ trì",
        "Bằng khen Mẫu", "Thi đua mẫu", "Nơi diễn ra Nguồn không nêu",
    ):  # fmt: skip
        assert words in page
    assert "Cục kín" not in page


# --- All of them --------------------------------------------------------------------------------

RECORDS = {
    "/don-vi/mau/": make_organisation,
    "/ca-nhan/mau/": make_person,
    "/su-kien/mau/": make_event,
}


@pytest.mark.parametrize("address", RECORDS)
def test_a_record_without_public_evidence_is_not_found_and_one_that_lost_it_is_gone(client, story, address):
    record = prove(RECORDS[address](slug="mau"), make_draft())
    assert client.get(address).status_code == 404

    prove(record, story)
    assert client.get(address).status_code == 200

    publishing.withdraw(story)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "Không còn bài nào chứng minh" in text(gone)


def test_pages_of_records_cost_the_same_few_queries_at_any_size(client, story):
    form = make_form(slug="mau", general=make_form(), has_classes=True)
    unit = prove(make_organisation(slug="mau", parent=prove(make_organisation(), story)), story)
    person = prove(make_person(slug="mau", author=make_author()), story)
    event = prove(make_event(slug="mau"), story)

    def grow(number):
        for _ in range(number):
            other = make_article(authors=[person.author])
            part = prove(make_organisation(parent=unit), other)
            unit.predecessors.add(prove(make_organisation(), other))
            OrganisationAlias.objects.create(organisation=unit, name=f"Mẫu {part.pk}")
            PersonAlias.objects.create(person=person, name=f"Mẫu {part.pk}")
            PersonTitle.objects.create(person=person, title="Trưởng", organisation=part, position=part.pk)
            EventOrganiser.objects.create(event=event, organisation=part, role="tham gia")
            EventOrganiser.objects.create(event=prove(make_event(), other), organisation=unit, role="mời")
            total = prove(make_announcement(form=form, order_class="nhat", scope=part), other)
            campaign = prove(
                make_campaign(launching_body=unit, launched_by=person, launch_event=event), other
            )
            common = {"form": form, "order_class": "nhat", "event": event, "campaign": campaign}
            prove(make_honour(organisation=unit, announcement=total, **common), other)
            prove(make_honour(organisation=part, presenter=person, **common), other)
            prove(make_honour(person=person, recipient_unit=unit, **common), other)
            prove(make_model(organisation=unit, campaign=campaign), other)
            make_form(general=form)
            for record in (unit, person, event):
                prove(record, other)

    addresses = ["/hinh-thuc/mau/", *RECORDS]
    grow(2)
    few = [queries_of(client, address) for address in addresses]
    grow(5)

    assert [queries_of(client, address) for address in addresses] == few
    assert max(few) <= 8


@pytest.mark.parametrize(
    ("address", "constant"),
    [
        ("/hinh-thuc/mau/", "awards.views.forms.HONOURS_ON_A_PAGE"),
        ("/don-vi/mau/", "awards.views.organisations.HONOURS_ON_A_PAGE"),
        ("/ca-nhan/mau/", "awards.views.people.HONOURS_ON_A_PAGE"),
        ("/su-kien/mau/", "awards.views.events.HONOURS_ON_A_PAGE"),
    ],
)
def test_long_lists_of_honours_are_paged(client, story, monkeypatch, address, constant):
    monkeypatch.setattr(constant, 3)
    form, event = make_form(slug="mau", has_classes=True), prove(make_event(slug="mau"), story)
    unit, person = prove(make_organisation(slug="mau"), story), prove(make_person(slug="mau"), story)
    refs = {
        prove(
            make_honour(
                form=form, order_class="nhi", event=event, presenter=person, organisation=unit,
                year=2010 + number % 3,
            ),
            story,
        ).ref
        for number in range(8)
    }  # fmt: skip
    pages = []
    while address:
        page = client.get(address).content.decode()
        pages.append([ref for ref in re.findall(r'<li[^>]* id="([^"]+)"', page) if ref in refs])
        following = re.search(r'href="([^"]+)" rel="next"', page)
        address = unescape(following[1]) if following else ""

    assert [len(page) for page in pages] == [3, 3, 2]
    assert {ref for page in pages for ref in page} == refs


@pytest.mark.parametrize("make", [make_organisation, make_person, make_event])
def test_a_record_of_the_registry_stands_under_the_roll(client, story, make):
    response = client.get(prove(make(), story).get_absolute_url())

    assert re.search(r'<a href="/vinh-danh/"[^>]*aria-current=', response.content.decode())
