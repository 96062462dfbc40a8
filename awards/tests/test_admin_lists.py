"""Lists of the registry: found without accents, filtered, and as cheap with many rows as with few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles.tests.factories import make_article, make_draft
from awards.models import Decision, Evidence, OrganisationAlias, PersonAlias, PersonTitle
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
from awards.tests.queries import queries_of

pytestmark = pytest.mark.django_db


def listed(client, name, **query) -> set:
    answer = client.get(reverse(f"admin:awards_{name}_changelist"), query)
    return set(answer.context["cl"].result_list)


def suggested(client, field, term, model="honour") -> list[int]:
    query = {"app_label": "awards", "model_name": model, "field_name": field, "term": term}
    answer = client.get(reverse("admin:autocomplete"), query)
    return [int(result["id"]) for result in answer.json()["results"]]


def test_cells_of_a_list_say_what_they_are_and_whether_they_hold_anything(desk):
    make_organisation(name="Cục Mẫu", valid_from="1994")

    page = desk.get(reverse("admin:awards_organisation_changelist")).content.decode()

    assert '<td data-label="Hiệu lực từ" class="field-valid_from">năm 1994</td>' in page
    assert '<td data-label="Hiệu lực đến" data-empty class="field-valid_to">–</td>' in page


def test_the_box_that_chooses_all_rows_of_a_list_says_so(desk):
    make_organisation()

    page = html.fromstring(desk.get(reverse("admin:awards_organisation_changelist")).text)

    assert page.xpath("//label[input[@id='action-toggle']]/span/text()") == ["Chọn cả trang"]


@pytest.mark.parametrize("query", ["dinh tien dung", "DŨNG Đinh", "Đinh Tiến Dũng", "  tien   dung "])
def test_people_are_found_without_accents_case_or_order(desk, query):
    wanted = make_person(full_name="Đinh Tiến Dũng")
    make_person(full_name="Người Mẫu Khác")

    assert listed(desk, "person", q=query) == {wanted}
    assert suggested(desk, "person", query) == [wanted.pk]


def test_aliases_find_people_units_and_their_honours(desk):
    person = make_person(full_name="Người Mẫu Một")
    PersonAlias.objects.create(person=person, name="Đặng Văn Mẫu")
    unit = make_organisation(name="Đơn vị Mẫu Hai")
    OrganisationAlias.objects.create(organisation=unit, name="Cục Ấn phẩm")
    of_person, of_unit = make_honour(person=person), make_honour(organisation=unit)
    make_honour()

    assert listed(desk, "person", q="dang van") == {person}
    assert suggested(desk, "organisation", "cuc an") == [unit.pk]
    assert listed(desk, "honour", q="dang van mau") == {of_person}
    assert listed(desk, "honour", q="cuc an pham") == {of_unit}


def test_every_other_list_is_found_without_accents(desk):
    form = make_form(name="Chiến sĩ thi đua mẫu", aliases=["CSTĐ mẫu"])
    event = make_event(name="Hội nghị mẫu", other_names=["Lễ tuyên dương"])
    campaign = make_campaign(name="Phong trào mẫu", slogan="Đoàn kết – Sáng tạo")
    target = make_target(campaign, text="Phấn đấu đạt chỉ tiêu.")
    model = make_model(name="Cửa khẩu số")
    total = make_announcement(form=form)
    piece = Evidence.objects.get(organisation=prove(make_organisation(), quote="Được tặng thưởng."))

    assert listed(desk, "awardform", q="cstd mau") == {form}
    assert listed(desk, "event", q="le tuyen duong") == {event}
    assert listed(desk, "campaign", q="doan ket sang tao") == {campaign}
    assert listed(desk, "target", q="phan dau") == {target}
    assert listed(desk, "exemplarymodel", q="cua khau") == {model}
    assert listed(desk, "announcement", q="cstd") == {total}
    assert listed(desk, "evidence", q="duoc tang thuong") == {piece}


@pytest.mark.parametrize(
    "query", ["382", "qd-btc", "382/QĐ-BTC", "382 / QĐ – BTC", "Quyết định số 382/QĐ-BTC"]
)
def test_decisions_are_found_as_people_write_them(desk, query):
    wanted = Decision.objects.create(number="382", symbol="QĐ-BTC")
    Decision.objects.create(number="07", symbol="QĐ-TTg")

    assert listed(desk, "decision", q=query) == {wanted}


def test_a_search_for_wildcards_finds_only_them(desk):
    make_person(full_name="Người Mẫu")

    assert listed(desk, "person", q="%") == set()


def test_records_are_filtered_by_what_stands_behind_them(desk):
    shown, waiting = prove(make_person()), prove(make_person(), make_draft())
    moved, none = prove(make_person(), found=False), make_person()

    assert listed(desk, "person", proof="shown") == {shown, moved}
    assert listed(desk, "person", proof="waiting") == {waiting}
    assert listed(desk, "person", proof="moved") == {moved}
    assert listed(desk, "person", proof="none") == {none}
    assert len(listed(desk, "person", proof="whatever")) == 4


def test_organisations_are_filtered_by_kind_and_validity(desk):
    past = make_organisation(kind="ministry", valid_to="2020")
    now = make_organisation(kind="sector")

    assert listed(desk, "organisation", kind__exact="ministry") == {past}
    assert listed(desk, "organisation", valid="now") == {now}
    assert listed(desk, "organisation", valid="past") == {past}


def test_honours_are_filtered_by_status_class_kind_and_family(desk):
    order = make_form(family="order", has_classes=True)
    wanted = make_honour(form=order, order_class="nhat", person=make_person(), status="presented")
    make_honour()

    assert listed(desk, "honour", status__exact="presented") == {wanted}
    assert listed(desk, "honour", order_class__exact="nhat") == {wanted}
    assert listed(desk, "honour", recipient="individual") == {wanted}
    assert listed(desk, "honour", form__family__exact="order") == {wanted}


def test_evidence_is_filtered_by_what_it_proves(desk):
    unit = prove(make_organisation())
    prove(make_person())

    assert {piece.record for piece in listed(desk, "evidence", record="organisation")} == {unit}


def one_of_each():
    """A record of every kind, with everything that a row of its list prints."""
    article = make_article()
    unit = prove(make_organisation(parent=make_organisation()), article)
    person = prove(make_person(), article)
    PersonTitle.objects.create(person=person, title="Cục trưởng", organisation=unit)
    campaign = prove(make_campaign(parent=make_campaign()), article)
    prove(make_target(campaign), article)
    prove(make_model(organisation=unit, campaign=campaign), article)
    prove(make_event(), article)
    total = prove(make_announcement(scope=unit), article)
    prove(make_honour(person=person, scope=unit, announcement=total, form=total.form), article)
    Decision.objects.create(number=str(total.pk + 100), symbol="QĐ-MAU")


LISTS = (
    "announcement awardform campaign decision event evidence exemplarymodel honour organisation person target"
).split()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_with_few_and_many_rows(desk, name):
    address = reverse(f"admin:awards_{name}_changelist")
    one_of_each()
    desk.get(address)
    few = queries_of(desk, address)
    for _ in range(4):
        one_of_each()

    assert queries_of(desk, address) == few <= 11


@pytest.mark.parametrize(
    ("model", "field"),
    [("honour", "announcement"), ("honour", "person"), ("evidence", "honour"), ("evidence", "target")],
)
def test_an_autocomplete_costs_the_same_with_few_and_many_rows(desk, model, field):
    query = f"?app_label=awards&model_name={model}&field_name={field}&term=mau"
    one_of_each()
    few = queries_of(desk, reverse("admin:autocomplete") + query)
    for _ in range(4):
        one_of_each()

    assert queries_of(desk, reverse("admin:autocomplete") + query) == few


@pytest.mark.parametrize("name", ["honour", "announcement"])
def test_counting_a_list_does_not_reconcile_or_prove_its_rows(desk, name):
    one_of_each()

    with CaptureQueriesContext(connection) as captured:
        desk.get(reverse(f"admin:awards_{name}_changelist"))

    counts = [
        query["sql"]
        for query in captured
        if query["sql"].startswith("SELECT COUNT(*)") and name in query["sql"]
    ]
    assert len(counts) == 1
    assert "evidence" not in counts[0]
