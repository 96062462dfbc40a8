"""JSON-LD of registry pages: what they show, and nothing that they hide."""

import pytest

from articles.tests.schema_rules import objects_on, the
from awards.models import Honour
from awards.tests.factories import (
    make_campaign,
    make_event,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    prove,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def data_of(client, record) -> list[dict]:
    return objects_on(client.get(record.get_absolute_url()).content)


def test_a_person_has_the_titles_and_awards_that_stand(client):
    person = prove(make_person(full_name="Người Mẫu Một"))
    person.titles.create(title="Trưởng phòng")
    form = make_form(name="Huân chương mẫu", family="order", has_classes=True)
    prove(make_honour(form=form, order_class="nhat", person=person, year=2020))
    prove(make_honour(form=make_form(name="Bằng khen mẫu"), person=person))
    prove(make_honour(form=make_form(name="Giấu thu hồi"), person=person, status=Honour.Status.REVOKED))
    prove(make_honour(form=make_form(name="Giấu đề nghị"), person=person, status=Honour.Status.PROPOSED))
    make_honour(form=make_form(name="Giấu không chứng cứ"), person=person)
    prove(make_honour(form=make_form(name="Giấu đã trao"), presenter=person))

    node = the("Person", data_of(client, person))

    assert (node["name"], node["jobTitle"]) == ("Người Mẫu Một", ["Trưởng phòng"])
    assert sorted(node["award"]) == ["Bằng khen mẫu", "Huân chương mẫu hạng Nhất (2020)"]


def test_a_unit_has_its_own_awards_and_the_unit_above_where_readers_see_it(client):
    parent = make_organisation(name="Cục Mẫu")
    unit = prove(make_organisation(name="Chi cục Mẫu", parent=parent))
    unit.aliases.create(name="CCM")
    prove(make_honour(organisation=unit, form=make_form(name="Cờ thi đua mẫu"), year=2019))

    def node():
        return next(one for one in data_of(client, unit) if one.get("name") == "Chi cục Mẫu")

    assert (node()["award"], node()["alternateName"]) == (["Cờ thi đua mẫu (2019)"], ["CCM"])
    assert "parentOrganization" not in node()
    prove(parent)
    assert node()["parentOrganization"]["name"] == "Cục Mẫu"


def test_an_event_is_one_once_its_date_is_known(client):
    event = prove(make_event(name="Hội nghị mẫu", date="2020-08", date_basis="stated", place="Hà Nội"))
    undated = prove(make_event())

    node = the("Event", data_of(client, event))

    assert (node["startDate"], node["location"]["name"]) == ("2020-08", "Hà Nội")
    assert "Event" not in {one["@type"] for one in data_of(client, undated)}


def test_campaigns_and_forms_say_where_they_stand(client):
    campaign, form = prove(make_campaign(name="Phong trào mẫu")), make_form(name="Bằng khen mẫu")

    for record, above in ((campaign, f"{SITE}/phong-trao/"), (form, f"{SITE}/vinh-danh/")):
        steps = the("BreadcrumbList", data_of(client, record))["itemListElement"]
        assert [step["item"] for step in steps] == [f"{SITE}/", above, SITE + record.get_absolute_url()]
