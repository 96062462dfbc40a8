"""The registry as data: the fields that programs rely on, and nothing that no published story proves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Redirect
from articles.tests.factories import make_article, make_draft
from awards.models import Decision, EventOrganiser, Evidence, OrganisationAlias, PersonTitle
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    make_target,
    prove,
)

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


@pytest.fixture
def story():
    """A published story whose standfirst is the evidence of a test's records."""
    return make_article(slug="bai-dan-chung", standfirst="Câu nói lên tất cả.")


QUOTE = {"article": "bai-dan-chung", "block": "sapo", "quote": "Câu nói lên tất cả."}


def items(client, resource: str) -> list[dict]:
    return client.get(ROOT + resource).json()["items"]


def test_a_campaign_has_exactly_the_promised_fields(client, story):
    prove(
        make_campaign(
            name="Thi đua yêu nước",
            slug="thi-dua-yeu-nuoc",
            slogan="Kỷ cương – Đổi mới",
            kind="thematic",
            starts_year=2021,
            ends_year=2025,
            launched_on="2020-08-20",
            launched_on_basis="inferred",
            launching_body=prove(make_organisation(name="Tổng cục Mẫu", slug="tong-cuc-mau"), story),
            launched_by=prove(make_person(full_name="Người Mẫu Một", slug="nguoi-mau-mot"), story),
            parent=prove(make_campaign(slug="phong-trao-lon"), story),
        ),
        story,
    )
    listed = {
        "slug": "thi-dua-yeu-nuoc",
        "name": "Thi đua yêu nước",
        "slogan": "Kỷ cương – Đổi mới",
        "kind": "thematic",
        "starts_year": 2021,
        "ends_year": 2025,
        "launched_on": "2020-08-20",
        "launched_on_inferred": True,
        "launching_body": {"slug": "tong-cuc-mau", "name": "Tổng cục Mẫu"},
        "launched_by": {"slug": "nguoi-mau-mot", "name": "Người Mẫu Một"},
        "parent": "phong-trao-lon",
    }

    in_list = items(client, "campaigns")[1]
    alone = client.get(ROOT + "campaigns/thi-dua-yeu-nuoc").json()

    assert in_list == listed
    assert alone == listed | {"targets": [], "models": [], "evidence": [QUOTE]}


def test_a_campaign_alone_has_its_targets_in_order_its_models_and_every_quote(client, story):
    campaign = prove(make_campaign(slug="phong-trao"), story)
    target = {"campaign": campaign, "text": "Thu đủ.", "metric": "100%", "due_year": 2025}
    prove(make_target(**target | {"number": 2}), story, block="b-hai", quote="Thu đủ.")
    prove(make_target(campaign=campaign, number=1, text="Đi trước."), story, block="b-mot", quote="Đi trước.")
    prove(make_model(slug="mo-hinh-mau", campaign=campaign), story)

    answer = client.get(ROOT + "campaigns/phong-trao").json()

    assert answer["targets"] == [
        {"number": 1, "text": "Đi trước.", "metric": None, "due_year": None},
        {"number": 2, "text": "Thu đủ.", "metric": "100%", "due_year": 2025},
    ]
    assert answer["models"] == ["mo-hinh-mau"]
    assert answer["evidence"] == [
        QUOTE,
        {"article": "bai-dan-chung", "block": "b-mot", "quote": "Đi trước."},
        {"article": "bai-dan-chung", "block": "b-hai", "quote": "Thu đủ."},
    ]


def test_a_campaign_of_which_little_is_stated_is_mostly_null(client):
    prove(make_campaign())

    campaign = items(client, "campaigns")[0]

    assert {name for name, value in campaign.items() if value is None} == {
        *("slogan", "kind", "starts_year", "ends_year"),
        *("launched_on", "launching_body", "launched_by", "parent"),
    }


def test_an_honour_has_exactly_the_promised_fields(client, story):
    prove(
        make_honour(
            ref="hcld-nhat-don-vi-mau",
            form=make_form(name="Huân chương Lao động", has_classes=True, authority="Chủ tịch nước"),
            order_class="nhat",
            organisation=prove(make_organisation(name="Đơn vị Mẫu", slug="don-vi-mau"), story),
            year=2019,
            presented_on="2020-08-20",
            presented_on_basis="inferred",
            presenter=prove(make_person(full_name="Người Mẫu Hai", slug="nguoi-mau-hai"), story),
            presenter_capacity="thừa ủy quyền",
            decision=Decision.objects.create(number="382", symbol="QĐ-BTC", date="2020-02-26"),
            campaign=prove(make_campaign(slug="phong-trao"), story),
        ),
        story,
    )

    assert items(client, "honours") == [
        {
            "ref": "hcld-nhat-don-vi-mau",
            "form": "Huân chương Lao động",
            "order_class": "Nhất",
            "recipient": {"kind": "collective", "name": "Đơn vị Mẫu", "slug": "don-vi-mau"},
            "year": 2019,
            "presented_on": "2020-08-20",
            "presented_on_inferred": True,
            "presented_by": {
                "name": "Người Mẫu Hai",
                "slug": "nguoi-mau-hai",
                "capacity": "thừa ủy quyền",
            },
            "authority": {"name": "Chủ tịch nước", "basis": "law"},
            "decision": {"number": "382", "symbol": "QĐ-BTC", "date": "2020-02-26"},
            "campaign": "phong-trao",
            "evidence": [QUOTE],
        }
    ]


def test_an_honour_of_which_little_is_stated_is_mostly_null(client):
    prove(make_honour(form=make_form(authority=""), presented_on="2020", presented_on_basis="stated"))

    honour = items(client, "honours")[0]

    assert {name for name, value in honour.items() if value is None} == {
        *("order_class", "year", "presented_by", "authority", "decision", "campaign"),
    }
    assert (honour["presented_on"], honour["presented_on_inferred"]) == ("2020", False)


def test_an_authority_that_a_source_states_goes_before_the_law(client):
    prove(make_honour(form=make_form(authority="Bộ trưởng"), authority="Thứ trưởng Bộ Mẫu"))

    assert items(client, "honours")[0]["authority"] == {"name": "Thứ trưởng Bộ Mẫu", "basis": "stated"}


def test_who_signed_the_decision_is_told_as_on_the_pages(client):
    decision = Decision.objects.create(number="12", symbol="QĐ-MAU", authority="Giám đốc Sở Mẫu")
    prove(make_honour(form=make_form(authority="Bộ trưởng"), decision=decision))

    assert items(client, "honours")[0]["authority"] == {"name": "Giám đốc Sở Mẫu", "basis": "stated"}


@pytest.mark.parametrize(
    ("stored", "told"), [("", None), ("nhat", "Nhất"), ("nhi", "Nhì"), ("ba", "Ba"), ("various", "various")]
)
def test_classes_are_told_as_printed(client, stored, told):
    prove(make_announcement(form=make_form(has_classes=True), order_class=stored))

    assert items(client, "announcements")[0]["order_class"] == told


def test_recipients_are_of_three_kinds(client):
    person = prove(make_person(full_name="Người Mẫu Ba", slug="nguoi-mau-ba"))
    prove(make_honour(person=person))
    prove(make_honour(household="Hộ gia đình Mẫu"))

    assert [honour["recipient"] for honour in items(client, "honours")] == [
        {"kind": "individual", "name": "Người Mẫu Ba", "slug": "nguoi-mau-ba"},
        {"kind": "household", "name": "Hộ gia đình Mẫu", "slug": None},
    ]


def test_an_announcement_has_exactly_the_promised_fields(client, story):
    form = make_form(name="Huân chương Lao động", has_classes=True)
    total = prove(
        make_announcement(
            form=form,
            order_class="nhi",
            count=2,
            period_text="5 năm qua",
            period_from=2016,
            period_to=2020,
            period_basis="inferred",
        ),
        story,
    )
    prove(make_honour(form=form, order_class="nhi", announcement=total))
    prove(make_honour(form=form, order_class="nhi", year=2018))
    prove(make_honour(form=form, order_class="nhi", year=2010))

    assert items(client, "announcements") == [
        {
            "form": "Huân chương Lao động",
            "order_class": "Nhì",
            "recipient_kind": "collective",
            "count": 2,
            "named": 1,
            "outside": 1,
            "status": "partial",
            "period": {"text": "5 năm qua", "from_year": 2016, "to_year": 2020, "inferred": True},
            "evidence": [QUOTE],
        }
    ]


def test_many_is_told_as_a_word_and_a_year_as_a_period(client):
    prove(make_announcement(many=True))
    prove(make_announcement(year=2019))

    many, of_a_year = items(client, "announcements")

    assert (many["count"], many["status"], many["period"]) == ("many", "unnamed", None)
    assert (of_a_year["count"], of_a_year["period"]) == (
        3,
        {"text": None, "from_year": 2019, "to_year": 2019, "inferred": False},
    )


def test_names_of_unpublished_stories_are_not_counted(client):
    total = prove(make_announcement(count=2))
    prove(make_honour(form=total.form, announcement=total))
    prove(make_honour(form=total.form, announcement=total), make_draft())

    told = items(client, "announcements")[0]

    assert (told["named"], told["outside"], told["status"]) == (1, 0, "partial")


def test_an_organisation_has_exactly_the_promised_fields(client, story):
    parent = prove(make_organisation(slug="bo-mau"), story)
    unit = prove(
        make_organisation(
            name="Cục Mẫu",
            slug="cuc-mau",
            kind="department",
            parent=parent,
            valid_from="1945-09-10",
            valid_to="2025-03",
        ),
        story,
    )
    OrganisationAlias.objects.create(organisation=unit, name="Cục M.")

    first, second = items(client, "organisations")

    assert second == {
        "slug": "cuc-mau",
        "name": "Cục Mẫu",
        "aliases": ["Cục M."],
        "kind": "department",
        "parent": "bo-mau",
        "valid_from": "1945-09-10",
        "valid_to": "2025-03",
    }
    assert (first["aliases"], first["parent"], first["valid_from"]) == ([], None, None)


def test_a_person_has_exactly_the_promised_fields(client):
    person = prove(make_person(full_name="Người Mẫu Bốn", slug="nguoi-mau-bon"))
    PersonTitle.objects.create(person=person, title="Cục trưởng Cục Mẫu", from_date="2019", position=0)
    PersonTitle.objects.create(person=person, title="Thứ trưởng", to_date="2021-05-06", position=1)

    assert items(client, "people") == [
        {
            "slug": "nguoi-mau-bon",
            "name": "Người Mẫu Bốn",
            "titles": [
                {"title": "Cục trưởng Cục Mẫu", "from": "2019", "to": None},
                {"title": "Thứ trưởng", "from": None, "to": "2021-05-06"},
            ],
        }
    ]


def test_an_event_has_exactly_the_promised_fields(client):
    event = prove(
        make_event(
            name="Tọa đàm Mẫu",
            slug="toa-dam-mau",
            other_names=["Tọa đàm"],
            date="2020-09",
            date_basis="inferred",
            sessions=["Phiên một", "Phiên hai"],
        )
    )
    body = prove(make_organisation(name="Báo Mẫu"))
    EventOrganiser.objects.create(event=event, organisation=body, role="chủ trì")

    assert items(client, "events") == [
        {
            "slug": "toa-dam-mau",
            "name": "Tọa đàm Mẫu",
            "other_names": ["Tọa đàm"],
            "date": "2020-09",
            "date_inferred": True,
            "organisers": [{"name": "Báo Mẫu", "role": "chủ trì"}],
            "sessions": ["Phiên một", "Phiên hai"],
        }
    ]


def test_a_model_has_exactly_the_promised_fields(client, story):
    unit = prove(make_organisation(slug="don-vi"), story)
    prove(
        make_model(name="Cà phê sáng", slug="ca-phe-sang", organisation=unit, description="Đối thoại."), story
    )
    prove(make_model(slug="khong-don-vi"), story)

    assert items(client, "models") == [
        {
            "slug": "ca-phe-sang",
            "name": "Cà phê sáng",
            "unit": "don-vi",
            "description": "Đối thoại.",
            "evidence": [QUOTE],
        },
        {
            "slug": "khong-don-vi",
            "name": items(client, "models")[1]["name"],
            "unit": None,
            "description": None,
            "evidence": [QUOTE],
        },
    ]


MAKERS = {
    "campaigns": make_campaign,
    "honours": make_honour,
    "announcements": make_announcement,
    "organisations": make_organisation,
    "people": make_person,
    "events": make_event,
    "models": make_model,
}


@pytest.mark.parametrize("resource", MAKERS)
def test_only_what_a_published_story_proves_is_told(client, resource):
    make = MAKERS[resource]
    make()
    hidden = [
        make_draft(),
        make_article(published_at=timezone.now() + timedelta(hours=1)),
        publishing.withdraw(make_article()),
    ]
    for article in hidden:
        prove(make(), article)
    prove(make())

    assert len(items(client, resource)) == 1


def test_a_campaign_whose_slug_changed_leads_to_the_slug_of_today(client, story):
    prove(make_campaign(slug="ten-moi"), story)
    Redirect.objects.create(old_path="/phong-trao/ten-cu/", new_path="/phong-trao/ten-moi/")

    moved = client.get(ROOT + "campaigns/ten-cu")

    assert (moved.status_code, moved["Location"]) == (301, ROOT + "campaigns/ten-moi")
    assert client.get(ROOT + "campaigns/chua-tung-co").status_code == 404


@pytest.mark.parametrize("resource", ["campaigns/phong-trao", "honours", "announcements", "models"])
def test_quotes_of_stories_that_are_not_out_stay_hidden(client, story, resource):
    make = MAKERS[resource.partition("/")[0]]
    record = make(slug="phong-trao") if "/" in resource else make()
    prove(record, story)
    prove(record, make_draft(standfirst="Chưa ai được đọc."))
    answer = client.get(ROOT + resource)

    assert QUOTE in (answer.json().get("items") or [answer.json()])[0]["evidence"]
    assert "Chưa ai được đọc" not in answer.content.decode()


def test_a_quote_that_its_story_no_longer_holds_is_not_told(client, story):
    honour = prove(prove(make_honour(), story), make_article(standfirst="Câu đã sửa."))
    Evidence.objects.filter(honour=honour, quote="Câu đã sửa.").update(found=False)

    assert items(client, "honours")[0]["evidence"] == [QUOTE]


def test_a_campaign_that_is_gone_says_so_as_its_page_does(client):
    Redirect.objects.create(old_path="/phong-trao/da-go/", new_path="")

    answers = [client.get(address) for address in (ROOT + "campaigns/da-go", "/phong-trao/da-go/")]

    assert [answer.status_code for answer in answers] == [410, 410]


def test_a_campaign_that_no_published_story_proves_is_not_found(client):
    prove(make_campaign(slug="chua-cong-bo"), make_draft())

    answer = client.get(ROOT + "campaigns/chua-cong-bo")

    assert (answer.status_code, answer.json()) == (404, {"detail": "Không có gì ở địa chỉ này."})


def test_targets_and_models_of_unpublished_stories_stay_hidden(client, story):
    campaign = prove(make_campaign(slug="phong-trao"), story)
    prove(make_target(campaign), make_draft())
    prove(make_model(campaign=campaign), make_draft())

    answer = client.get(ROOT + "campaigns/phong-trao").json()

    assert (answer["targets"], answer["models"], answer["evidence"]) == ([], [], [QUOTE])


def test_a_record_that_readers_do_not_see_is_named_as_recipient_only(client):
    unit, person = make_organisation(name="Đơn vị chưa có trang"), make_person(full_name="Người Mẫu Năm")
    parent = make_campaign(slug="chua-co-trang")
    prove(make_honour(organisation=unit, presenter=person, campaign=parent))
    prove(make_campaign(launching_body=unit, launched_by=person, parent=parent))
    prove(make_organisation(parent=unit))
    prove(make_model(organisation=unit))
    prove(make_event()).organisers.create(organisation=unit, role="host", position=0)

    honour, campaign = items(client, "honours")[0], items(client, "campaigns")[0]

    assert (honour["recipient"]["name"], honour["recipient"]["slug"]) == ("Đơn vị chưa có trang", None)
    assert (honour["presented_by"], honour["campaign"]) == (None, None)
    assert (campaign["launching_body"], campaign["launched_by"], campaign["parent"]) == (None, None, None)
    assert items(client, "events")[0]["organisers"] == []
    assert items(client, "organisations")[0]["parent"] is None
    assert items(client, "models")[0]["unit"] is None


def test_only_honours_that_stand_are_told(client):
    standing = [prove(make_honour(status=status)) for status in ("decided", "presented")]
    for status in ("proposed", "revoked"):
        prove(make_honour(status=status))

    assert [honour["ref"] for honour in items(client, "honours")] == [honour.ref for honour in standing]


@pytest.mark.parametrize("resource", MAKERS)
def test_following_next_meets_every_record_once(client, story, resource):
    for _ in range(5):
        prove(MAKERS[resource](), story)
    whole = items(client, resource)
    address, met, pages = f"{ROOT}{resource}?limit=2", [], 0

    while address:
        page = client.get(address).json()
        met, pages, address = met + page["items"], pages + 1, page["next"]

    assert (len(whole), pages) == (5, 3)
    assert met == whole


@pytest.mark.parametrize("resource", MAKERS)
@pytest.mark.parametrize("query", ["limit=0", "limit=x", "cursor=x", "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk"])
def test_what_no_list_understands_is_refused_in_words(client, resource, query):
    response = client.get(f"{ROOT}{resource}?{query}")

    assert response.status_code == 400
    assert response.json()["detail"].startswith(query.partition("=")[0])


def test_words_keep_their_letters_in_the_answer(client):
    prove(make_organisation(name="Cục Điều tra mẫu"))

    assert "Cục Điều tra mẫu" in client.get(ROOT + "organisations").content.decode()


def full_campaign(story):
    """A campaign with everything that costs a query."""
    parent = prove(make_campaign(), story)
    campaign = make_campaign(
        parent=parent,
        launching_body=prove(make_organisation(parent=make_organisation()), story),
        launched_by=prove(make_person(), story),
    )
    return prove(campaign, story)


def full_honour(story):
    total = prove(make_announcement(), story)
    honour = make_honour(
        form=total.form,
        announcement=total,
        organisation=make_organisation(),
        presenter=make_person(),
        decision=Decision.objects.create(number=total.ref, symbol="QĐ"),
        campaign=make_campaign(),
    )
    return prove(honour, story)


def full_organisation(story):
    unit = prove(make_organisation(parent=make_organisation()), story)
    OrganisationAlias.objects.create(organisation=unit, name="Tên khác")
    return unit


def full_person(story):
    person = prove(make_person(), story)
    PersonTitle.objects.create(person=person, title="Cục trưởng")
    return person


def full_event(story):
    event = prove(make_event(), story)
    EventOrganiser.objects.create(event=event, organisation=make_organisation(), role="chủ trì")
    return event


@pytest.mark.parametrize(
    ("resource", "make", "queries"),
    [
        ("campaigns", full_campaign, 3),
        ("honours", full_honour, 4),
        ("announcements", full_honour, 3),
        ("organisations", full_organisation, 4),
        ("people", full_person, 3),
        ("events", full_event, 5),
        ("models", lambda story: prove(make_model(organisation=make_organisation()), story), 4),
    ],
)
@pytest.mark.parametrize("count", [1, 4])
def test_a_list_costs_the_same_however_long(
    client, story, django_assert_num_queries, resource, make, queries, count
):
    for _ in range(count):
        make(story)

    with django_assert_num_queries(queries):
        told = items(client, resource)

    assert len(told) >= count


@pytest.mark.parametrize("count", [1, 4])
def test_a_campaign_costs_six_queries_whatever_is_in_it(client, story, django_assert_num_queries, count):
    campaign = full_campaign(story)
    for _ in range(count):
        prove(make_target(campaign), story)
        prove(make_model(campaign=campaign), story)

    with django_assert_num_queries(6):
        told = client.get(f"{ROOT}campaigns/{campaign.slug}").json()

    assert len(told["targets"]) == len(told["models"]) == count
