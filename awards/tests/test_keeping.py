"""What the database keeps by itself: which honours are shown, and how many there are of each."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, Sum
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.tests.factories import make_article, make_draft
from awards.keeping import upkeep
from awards.models import Announcement, Evidence, Honour, RollTally, Tally, UnitTally
from awards.models.shown import Shown
from awards.models.tally import ANY, ANY_WORD
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_form,
    make_honour,
    make_organisation,
    make_person,
    prove,
)

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def shown(record) -> int:
    return type(record).objects.values_list("shown", flat=True).get(pk=record.pk)


def tallied() -> int:
    return Tally.objects.aggregate(sum=Sum("number"))["sum"] or 0


def story(state: str) -> Article:
    now = timezone.now()
    return {
        "out": lambda: make_article(published_at=now - DAY),
        "draft": make_draft,
        "scheduled": lambda: make_article(published_at=now + DAY),
        "going off": lambda: make_article(published_at=now - DAY, expires_at=now + DAY),
        "gone off": lambda: make_article(published_at=now - 2 * DAY, expires_at=now - DAY),
    }[state]()


@pytest.mark.parametrize(
    ("state", "expected", "visible"),
    [
        ("out", Shown.ALWAYS, True),
        ("draft", Shown.NEVER, False),
        ("scheduled", Shown.BY_TIME, False),
        ("going off", Shown.BY_TIME, True),
        ("gone off", Shown.NEVER, False),
    ],
)
def test_a_record_is_shown_as_the_story_that_proves_it(state, expected, visible):
    told = story(state)
    for record in (make_honour(), make_announcement()):
        prove(record, told)

        assert shown(record) == expected
        assert type(record).objects.proven().exists() == visible
    assert tallied() == (expected == Shown.ALWAYS)


@pytest.mark.parametrize("other", ["draft", "scheduled", "gone off"])
def test_one_story_that_is_out_is_enough(other):
    honour = prove(prove(make_honour(), story(other)), story("out"))

    assert shown(honour) == Shown.ALWAYS


def test_between_two_windows_nothing_shows():
    honour = prove(prove(make_honour(), story("gone off")), story("scheduled"))

    assert shown(honour) == Shown.BY_TIME
    assert not Honour.objects.proven().exists()


def test_what_a_scheduled_story_proves_shows_from_its_moment_without_any_write(monkeypatch):
    told = story("scheduled")
    prove(make_honour(), told)
    before = Honour.objects.proven().exists()

    monkeypatch.setattr(timezone, "now", lambda: told.published_at)

    assert (before, Honour.objects.proven().exists()) == (False, True)


def test_publishing_and_withdrawing_a_story_carry_its_records_along():
    told = make_article()
    honour = prove(make_honour(), told)

    publishing.withdraw(told)
    assert (shown(honour), tallied()) == (Shown.NEVER, 0)

    publishing.publish(told)
    assert (shown(honour), tallied()) == (Shown.ALWAYS, 1)


def test_a_statement_typed_by_hand_is_followed_too():
    told = story("out")
    honour = prove(make_honour(), told)

    Article.objects.filter(pk=told.pk).update(expires_at=timezone.now() - timedelta(minutes=1))

    assert (shown(honour), tallied()) == (Shown.NEVER, 0)


def test_evidence_that_moves_to_another_honour_takes_the_showing_along():
    first, second = prove(make_honour(), make_article()), make_honour()

    Evidence.objects.update(honour=second)

    assert (shown(first), shown(second), tallied()) == (Shown.NEVER, Shown.ALWAYS, 1)


def test_saving_an_honour_that_was_read_before_keeps_what_changed_since():
    honour = make_honour()
    prove(Honour.objects.get(pk=honour.pk))

    honour.note = "Ghi chú."
    honour.save()

    assert (shown(honour), tallied()) == (Shown.ALWAYS, 1)


def test_nobody_can_write_what_the_database_keeps():
    honour, total = prove(make_honour()), prove(make_announcement())

    Honour.objects.update(shown=Shown.NEVER)
    Announcement.objects.update(shown=Shown.NEVER)

    assert (shown(honour), shown(total), tallied()) == (Shown.ALWAYS, Shown.ALWAYS, 1)


def counted_afresh() -> list[tuple]:
    rows = Honour.objects.public().proven().filter(shown=Shown.ALWAYS)
    return sorted(
        rows.values_list("form", "order_class", "recipient_kind", "listed_year").annotate(Count("pk"))
    )


def told_by_tallies() -> list[tuple]:
    rows = Tally.objects.filter(number__gt=0)
    return sorted(
        rows.values_list("form", "order_class", "recipient_kind", "listed_year").annotate(Sum("number"))
    )


FILTERED = ("form_id", "listed_year", "campaign_id", "order_class", "recipient_kind")


def with_any(row, *, any_value, places) -> Iterator[tuple]:
    """The row with every choice of its places replaced by `any_value`."""
    for number in range(len(places) + 1):
        for chosen in combinations(places, number):
            yield tuple(any_value if place in chosen else value for place, value in enumerate(row))


def roll_counted_afresh() -> Counter:
    rows = Honour.objects.public().proven().filter(shown=Shown.ALWAYS).values_list(*FILTERED)
    return Counter(
        key
        for form, year, campaign, *row in rows
        for key in with_any((form, year, campaign or 0, *row), any_value=ANY, places=(0, 1, 2))
    )


def told_by_roll_tallies() -> Counter:
    told = Counter()
    for form, year, campaign, *row, number in RollTally.objects.filter(number__gt=0).values_list(
        "form_id", "listed_year", "campaign", *FILTERED[3:], "number"
    ):
        told[form, year, campaign, *row] += number
    return told


def units_counted_afresh() -> Counter:
    rows = Honour.objects.public().proven().filter(shown=Shown.ALWAYS)
    return Counter(
        key
        for organisation, unit, *row in rows.values_list("organisation", "recipient_unit", *FILTERED[3:])
        for one in {organisation, unit} - {None}
        for key in with_any((one, *row), any_value=ANY_WORD, places=(1, 2))
    )


def told_by_unit_tallies() -> Counter:
    rows = UnitTally.objects.filter(number__gt=0)
    return Counter({tuple(key): n for *key, n in rows.values_list("unit", *FILTERED[3:], "number")})


def test_tallies_follow_every_change_of_an_honour():
    form, other = make_form(has_classes=True), make_form()
    told, campaign, unit = make_article(), make_campaign(), make_organisation()
    honours = [
        prove(make_honour(form=form, order_class="nhat", year=2000 + place % 3), told) for place in range(5)
    ]
    served = prove(make_honour(form=form, organisation=None, person=make_person(), recipient_unit=unit), told)
    changes = [
        lambda: Honour.objects.filter(pk=honours[0].pk).update(order_class="ba", class_rank=3),
        lambda: Honour.objects.filter(pk=honours[1].pk).update(status="proposed"),
        lambda: Honour.objects.filter(pk=honours[1].pk).update(status="revoked"),
        lambda: Honour.objects.filter(pk=honours[2].pk).update(form=other, order_class=""),
        lambda: Honour.objects.update(campaign=campaign),
        lambda: Honour.objects.filter(pk=honours[0].pk).update(organisation=unit),
        lambda: Honour.objects.filter(pk=honours[0].pk).update(recipient_unit=unit),
        lambda: Honour.objects.filter(pk=served.pk).update(recipient_unit=honours[3].organisation),
        lambda: Evidence.objects.filter(honour=honours[3]).delete(),
        honours[4].delete,
        lambda: publishing.withdraw(told),
        upkeep.recount,
    ]
    for change in changes:
        change()

        assert told_by_tallies() == counted_afresh()
        assert told_by_roll_tallies() == roll_counted_afresh()
        assert told_by_unit_tallies() == units_counted_afresh()


def test_settling_moves_what_has_come_out_to_where_reading_is_quick():
    told = story("scheduled")
    honour = prove(make_honour(), told)
    with connection.cursor() as cursor:  # as if the day had passed without a write to the story
        for statement in upkeep.words_of("default").REMOVE:
            cursor.execute(statement)
    Article.objects.filter(pk=told.pk).update(published_at=timezone.now() - DAY)
    upkeep.settle()
    upkeep.recount()

    assert (shown(honour), tallied()) == (Shown.ALWAYS, 1)


def test_the_triggers_are_up_again_after_a_migration():
    upkeep.before_migrations(None, plan=["one"], using="default")
    honour = prove(make_honour())
    missed = shown(honour)

    upkeep.after_migrations(None, using="default")

    assert (missed, shown(honour), tallied()) == (Shown.NEVER, Shown.ALWAYS, 1)
    prove(make_honour())
    assert tallied() == 2


def test_the_synthetic_registry_is_there_once(capsys):
    make_form(has_classes=True, family="order")

    call_command("load_registry_corpus", 60)
    call_command("load_registry_corpus", 60)

    assert Honour.objects.proven().count() == tallied() == 60
    assert "0 honours of seed 1 added; 60 were there." in capsys.readouterr().out
