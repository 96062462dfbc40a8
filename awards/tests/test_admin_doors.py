"""Who may do what in the registry: every door, by role."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.tests.factories import make_user
from awards.models import Decision, Evidence
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

MAKE = {
    "announcement": make_announcement,
    "awardform": make_form,
    "campaign": make_campaign,
    "decision": lambda: Decision.objects.create(number="382", symbol="QĐ-BTC"),
    "event": make_event,
    "evidence": lambda: prove(make_organisation()) and Evidence.objects.get(),
    "exemplarymodel": make_model,
    "honour": make_honour,
    "organisation": make_organisation,
    "person": make_person,
    "target": lambda: make_target(make_campaign()),
}
READING, WRITING = ("changelist", "change", "history"), ("add", "delete")


def address(name: str, door: str, record) -> str:
    args = [] if door in ("changelist", "add") else [record.pk]
    return reverse(f"admin:awards_{name}_{door}", args=args)


def test_every_record_of_the_registry_has_its_place_on_the_desk():
    registered = {
        model._meta.model_name for model in admin.site._registry if model._meta.app_label == "awards"
    }

    assert registered == {*MAKE, "merge"}  # merges are written by merging alone


@pytest.mark.parametrize("name", MAKE)
@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("registry_editor", 200, 200),
        ("administrator", 200, 200),
        ("managing_editor", 200, 403),
        ("editor", 200, 403),
        ("reporter", 403, 403),
        (None, 302, 302),
    ],
)
def test_the_doors_of_each_role(client, role, reads, writes, name):
    record = MAKE[name]()
    client.force_login(make_user(role))

    answers = {door: client.get(address(name, door, record)).status_code for door in (*READING, *WRITING)}

    assert answers == dict.fromkeys(READING, reads) | dict.fromkeys(WRITING, writes)


@pytest.mark.parametrize("name", MAKE)
@pytest.mark.parametrize("role", ["editor", "managing_editor", "reporter"])
def test_others_change_nothing(client, role, name):
    record = MAKE[name]()
    client.force_login(make_user(role))

    changed = client.post(address(name, "change", record), {"name": "Tên khác"})
    deleted = client.post(address(name, "delete", record), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    client.post(address(name, "changelist", record), chosen)

    assert (changed.status_code, deleted.status_code) == (403, 403)
    assert type(record).objects.filter(pk=record.pk).exists()
    assert str(type(record).objects.get(pk=record.pk)) == str(record)


@pytest.mark.parametrize(
    ("role", "status"), [("registry_editor", 200), ("editor", 200), ("reporter", 403), (None, 302)]
)
def test_autocompletes_answer_those_who_may_see(client, role, status):
    client.force_login(make_user(role))
    query = {"app_label": "awards", "model_name": "honour", "field_name": "person", "term": "a"}

    assert client.get(reverse("admin:autocomplete"), query).status_code == status


def test_strangers_are_sent_to_the_login(client):
    answer = client.get(reverse("admin:awards_honour_changelist"))

    assert answer.status_code == 302
    assert "/tai-khoan/" in answer["Location"] or "/login" in answer["Location"]


@pytest.mark.parametrize("name", ["person", "event"])
def test_those_who_only_look_see_rows_without_their_order(client, name):
    unit = make_organisation()
    event, person = make_event(), make_person()
    event.organisers.create(organisation=unit, role="chủ trì")
    person.titles.create(organisation=unit, title="Cục trưởng")
    client.force_login(make_user("editor"))

    page = client.get(address(name, "change", {"person": person, "event": event}[name])).content.decode()

    assert "None" not in page
    assert unit.name in page
