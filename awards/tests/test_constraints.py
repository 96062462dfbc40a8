"""What the database itself refuses, whichever way the rows come."""

import pytest
from django.db import IntegrityError, transaction

from articles.tests.factories import make_article
from awards.models import Evidence
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

pytestmark = pytest.mark.django_db


def refused(name: str):
    """The database refuses what follows, by the constraint of this name."""
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize(
    "recipients",
    [
        {"organisation": None},
        {"organisation": "unit", "person": "person"},
        {"organisation": "unit", "household": "Hộ mẫu"},
        {"person": "person", "household": "Hộ mẫu"},
    ],
)
def test_an_honour_has_exactly_one_recipient(recipients):
    records = {"unit": make_organisation(), "person": make_person()}
    recipients = {name: records.get(value, value) for name, value in recipients.items()}

    with refused("honour_has_one_recipient"), transaction.atomic():
        make_honour(**recipients)


@pytest.mark.parametrize("recipient", [{}, {"person": "person"}, {"household": "Hộ ông Mẫu"}])
def test_one_recipient_of_any_kind_is_enough(recipient):
    if "person" in recipient:
        recipient = {"person": make_person()}

    assert make_honour(**recipient).pk


def test_a_class_needs_a_form_that_has_classes():
    form = make_form(has_classes=False)

    with refused("honour_class_only_where_form_has_classes"), transaction.atomic():
        make_honour(form=form, order_class="nhat")
    with refused("announcement_class_only_where_form_has_classes"), transaction.atomic():
        make_announcement(form=form, order_class="nhat")


def test_a_piece_of_evidence_proves_exactly_one_record():
    story, unit = make_article(), make_organisation()
    common = {"article": story, "block": "sapo", "quote": "Lời văn."}

    with refused("evidence_proves_one_record"), transaction.atomic():
        Evidence.objects.create(ref="khong-gi", **common)
    with refused("evidence_proves_one_record"), transaction.atomic():
        Evidence.objects.create(ref="hai-thu", organisation=unit, event=make_event(), **common)


def test_evidence_has_words():
    with refused("evidence_has_words"), transaction.atomic():
        prove(make_organisation(), quote="")


@pytest.mark.parametrize("fields", [{"count": None}, {"count": 3, "many": True}])
def test_a_total_is_a_number_or_many(fields):
    with refused("announcement_number_or_many"), transaction.atomic():
        make_announcement(**{"count": 3, "many": False} | fields)


def test_an_announced_number_is_at_least_one():
    with refused("announcement_number_positive"), transaction.atomic():
        make_announcement(count=0)


def test_periods_run_forwards():
    with refused("announcement_period_in_order"), transaction.atomic():
        make_announcement(period_from=2020, period_to=2016)
    with refused("campaign_period_in_order"), transaction.atomic():
        make_campaign(starts_year=2025, ends_year=2021)


@pytest.mark.parametrize(("day", "basis"), [("2020", ""), ("", "stated")])
def test_a_date_says_how_it_is_known_and_only_then(day, basis):
    with refused("honour_date_has_basis"), transaction.atomic():
        make_honour(presented_on=day, presented_on_basis=basis)
    with refused("event_date_has_basis"), transaction.atomic():
        make_event(date=day, date_basis=basis)
    with refused("campaign_launch_date_has_basis"), transaction.atomic():
        make_campaign(launched_on=day, launched_on_basis=basis)


def test_only_people_are_honoured_posthumously():
    with refused("honour_posthumous_only_for_people"), transaction.atomic():
        make_honour(posthumous=True)


def test_nothing_is_part_of_itself():
    for record, name in ((make_organisation(), "organisation"), (make_campaign(), "campaign")):
        with refused(f"{name}_not_its_own_parent"), transaction.atomic():
            type(record).objects.filter(pk=record.pk).update(parent=record.pk)


def test_the_same_award_may_be_given_again():
    unit, form = make_organisation(), make_form()

    make_honour(form=form, organisation=unit)
    make_honour(form=form, organisation=unit)

    assert unit.honours.count() == 2
