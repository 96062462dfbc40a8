"""People hidden from lists and search by a decision."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles.models import AuditEntry
from articles.tests.schema_rules import objects_on, the
from awards.models import Person, PersonTitle
from awards.tests.factories import make_honour, make_organisation, make_person, prove

pytestmark = pytest.mark.django_db


def decide(desk, person, **data):
    return desk.post(reverse("admin:awards_person_hiding", args=[person.pk]), data)


def told_to_search_engines(client) -> list[str]:
    page = the("CollectionPage", objects_on(client.get("/vinh-danh/").content))
    return [item["name"] for item in page["mainEntity"].get("itemListElement", [])]


def test_a_hidden_person_has_a_page_without_a_way_to_it(desk, client, story):
    person = prove(make_person(full_name="Người Mẫu Một", slug="nguoi-mau-mot"), story)
    unit = prove(make_organisation(slug="cuc-mau"), story)
    PersonTitle.objects.create(person=person, title="Cục trưởng", organisation=unit)
    prove(make_honour(person=person, household=""), story)
    assert "/ca-nhan/nguoi-mau-mot/" in client.get("/vinh-danh/").content.decode()
    assert told_to_search_engines(client) == ["Người Mẫu Một"]

    decide(desk, person, reason="Gia đình yêu cầu.")

    page = client.get("/ca-nhan/nguoi-mau-mot/")
    assert page.status_code == 200
    assert page["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    for address in ("/vinh-danh/", "/don-vi/cuc-mau/"):
        assert "/ca-nhan/nguoi-mau-mot/" not in client.get(address).content.decode()
    assert client.get("/api/v1/people").json()["items"] == []
    assert [one["recipient"] for one in client.get("/api/v1/honours").json()["items"]] == [
        {"kind": "individual", "name": "Người Mẫu Một", "slug": None}
    ]
    assert "Người Mẫu Một" in client.get("/vinh-danh/").content.decode()
    assert told_to_search_engines(client) == []


def test_the_decision_is_kept_with_who_why_and_when_and_can_be_taken_back(desk, client, story):
    person = prove(make_person(slug="nguoi-mau"), story)

    decide(desk, person, reason="Gia đình  yêu cầu.")
    decide(desk, person, reason="Đã có văn bản đồng ý.", show="1")

    person.refresh_from_db()
    assert (person.hidden_at, person.hidden_by, person.hidden_reason) == (None, "", "")
    shown, hidden = AuditEntry.objects.about(person)[:2]
    assert (hidden.action, hidden.after) == ("hide", "Gia đình yêu cầu.")
    assert (shown.action, shown.before, shown.note) == (
        "unhide",
        "Gia đình yêu cầu.",
        "Đã có văn bản đồng ý.",
    )
    assert hidden.user_name
    assert "X-Robots-Tag" not in client.get("/ca-nhan/nguoi-mau/")


@pytest.mark.parametrize("data", [{}, {"reason": "  "}, {"reason": "Vì thế.", "show": "1"}])
def test_without_a_reason_or_a_hidden_person_nothing_happens(desk, data):
    person = make_person()

    response = decide(desk, person, **data)

    assert response.status_code == 400
    assert response.context["reason"] == data.get("reason", "")
    assert not AuditEntry.objects.about(person).exists()
    assert Person.objects.get().hidden_at is None


def test_the_database_keeps_no_hidden_person_without_a_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_person(hidden_at=timezone.now())
