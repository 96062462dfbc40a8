"""Announced totals against names, as the docstring of `awards.reconciliation` defines them."""

import pytest

from articles.tests.factories import make_draft
from awards.models import Announcement, Honour
from awards.reconciliation import Status, reconciled
from awards.tests.factories import (
    make_announcement,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    prove,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return make_form(name="Huân chương Mẫu", family="order", has_classes=True)


def figures(total) -> tuple[int, int, str]:
    row = reconciled(Announcement.objects.all()).get(pk=total.pk)
    return row.named, row.outside, row.status


def named(total, story, number, **fields):
    return [
        prove(
            make_honour(form=total.form, order_class=total.order_class, announcement=total, **fields), story
        )
        for _ in range(number)
    ]


def test_seven_announced_seven_named_and_one_outside_exceed_the_total(story, order):
    sector = make_organisation()
    total = make_announcement(
        form=order, order_class="nhat", count=7, scope=sector, period_from=2016, period_to=2020,
        period_basis="inferred",
    )  # fmt: skip
    named(total, story, 7, scope=sector)
    prove(
        make_honour(
            form=order, order_class="nhat", scope=sector, status="presented",
            presented_on="2020-08-20", presented_on_basis="stated",
        ),
        story,
    )  # fmt: skip

    assert figures(total) == (7, 1, Status.EXCEEDS)


@pytest.mark.parametrize(
    ("count", "names", "status"),
    [
        (3, 0, Status.UNNAMED),
        (3, 2, Status.PARTIAL),
        (3, 3, Status.COMPLETE),
        (3, 4, Status.EXCEEDS),
        (None, 0, Status.UNNAMED),
        (None, 4, Status.PARTIAL),
    ],
)
def test_status_follows_from_the_number_and_the_names(story, count, names, status):
    total = make_announcement(count=count, many=count is None)
    named(total, story, names)

    assert figures(total) == (names, 0, status)


@pytest.mark.parametrize("status", ["proposed", "revoked"])
def test_honours_that_do_not_stand_do_not_count(story, status):
    total = make_announcement(count=2)
    named(total, story, 1, status=status)
    prove(make_honour(form=total.form, status=status), story)

    assert figures(total) == (0, 0, Status.UNNAMED)


def test_honours_that_only_an_unpublished_story_proves_do_not_count():
    total = make_announcement(count=2)
    named(total, make_draft(), 1)
    prove(make_honour(form=total.form), make_draft())

    assert figures(total) == (0, 0, Status.UNNAMED)


def test_the_desk_may_count_honours_that_readers_do_not_see():
    total = make_announcement(count=2)
    named(total, make_draft(), 1)

    row = reconciled(Announcement.objects.all(), Honour.objects.all()).get()

    assert row.named == 1


@pytest.mark.parametrize(
    "difference",
    ["form", "class", "kind", "scope", "no scope", "listed elsewhere"],
)
def test_honours_of_another_list_are_not_outside(story, order, difference):
    sector, other_total = make_organisation(), make_announcement(form=order, order_class="nhat")
    total = make_announcement(form=order, order_class="nhat", count=1, scope=sector)
    honour = {"form": order, "order_class": "nhat", "scope": sector}
    honour |= {
        "form": {"form": make_form(), "order_class": ""},
        "class": {"order_class": "nhi"},
        "kind": {"person": make_person()},
        "scope": {"scope": make_organisation()},
        "no scope": {"scope": None},
        "listed elsewhere": {"announcement": other_total},
    }[difference]
    prove(make_honour(**honour), story)

    assert figures(total) == (0, 0, Status.UNNAMED)


def test_no_scope_equals_no_scope(story):
    total = make_announcement(count=3)
    prove(make_honour(form=total.form), story)

    assert figures(total) == (0, 1, Status.UNNAMED)


@pytest.mark.parametrize(
    ("period", "honour", "outside"),
    [
        ({"period_from": 2016, "period_to": 2020}, {"year": 2015}, 0),
        ({"period_from": 2016, "period_to": 2020}, {"year": 2016}, 1),
        ({"period_from": 2016, "period_to": 2020}, {"year": 2020}, 1),
        ({"period_from": 2016, "period_to": 2020}, {"year": 2021}, 0),
        ({"period_from": 2016, "period_to": 2020}, {}, 1),
        ({"period_from": 2016}, {"year": 2015}, 0),
        ({"period_to": 2020}, {"year": 2021}, 0),
        ({"year": 2020}, {"year": 2019}, 0),
        ({"year": 2020}, {"year": 2020}, 1),
        ({}, {"year": 1999}, 1),
        (
            {"period_from": 2016, "period_to": 2020},
            {"presented_on": "2021-01", "presented_on_basis": "stated"},
            0,
        ),
    ],
)
def test_only_years_within_the_period_are_outside_its_list(story, period, honour, outside):
    total = make_announcement(count=9, **period)
    prove(make_honour(form=total.form, **honour), story)

    assert figures(total)[1] == outside


def test_a_total_of_various_classes_is_compared_with_every_class(story, order):
    total = make_announcement(form=order, order_class="various", many=True)
    for order_class in ("nhat", "nhi", "ba"):
        prove(make_honour(form=order, order_class=order_class), story)

    assert figures(total) == (0, 3, Status.UNNAMED)


def test_any_number_of_totals_is_reconciled_in_one_query(story, django_assert_num_queries):
    for _ in range(5):
        named(make_announcement(count=2), story, 2)

    with django_assert_num_queries(1):
        rows = list(reconciled(Announcement.objects.all()))

    assert [row.status for row in rows] == [Status.COMPLETE] * 5


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"count": 1205}, "1.205 tập thể"), ({"count": None, "many": True}, "nhiều tập thể")],
)
def test_a_total_is_called_by_its_number_as_people_read_it(order, fields, words):
    total = make_announcement(form=order, recipient_kind="collective", **fields)

    assert str(total) == f"Huân chương Mẫu: {words}"
