"""For any plan and any moment of reading, readers see what the plan says: nothing early, nothing late."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import publishing, working_copy
from articles.models import Article
from articles.schedule import updates
from articles.tests.factories import make_draft

pytestmark = pytest.mark.django_db
BEGIN = datetime(2026, 11, 22, 1, tzinfo=UTC)
# Few hours, so that moments often fall on each other.
HOURS = st.integers(1, 7)


@dataclass(frozen=True)
class Plan:
    """Goes out at `out`; goes off at `off`, if at all; at `asked` somebody schedules an update for `due`."""

    out: int
    off: int | None
    asked: int
    due: int

    @property
    def accepted(self) -> bool:
        return self.due > self.asked and not (self.off and self.asked < self.off <= self.due)

    def seen(self, at: int) -> str:
        if at < self.out:
            return "404"
        if self.accepted and at >= self.due:
            comes_back = self.off is not None and self.off <= self.asked
            return "second" if comes_back or self.off is None or at < self.off else "410"
        return "410" if self.off is not None and at >= self.off else "first"


def moment(hour: int) -> datetime:
    return BEGIN + timedelta(hours=hour)


@st.composite
def plans(draw) -> Plan:
    out = draw(HOURS)
    off = draw(st.none() | st.integers(out + 1, out + 7))
    return Plan(out, off, asked=draw(st.integers(out, out + 7)), due=draw(st.integers(out, out + 9)))


def read(story: Article) -> str:
    story.refresh_from_db()
    response = Client().get(story.get_absolute_url())
    if response.status_code != 200:
        return str(response.status_code)
    return "second" if 'id="tit">Tít thứ hai' in response.content.decode() else "first"


@settings(max_examples=20)
@given(plan=plans(), reads=st.lists(st.integers(0, 18), min_size=1, max_size=5))
def test_readers_see_what_the_plan_says(plan, reads):
    with time_machine.travel(BEGIN, tick=False):
        story = make_draft(title="Tít thứ nhất")
        Article.objects.filter(pk=story.pk).update(expires_at=plan.off and moment(plan.off))
        publishing.publish(story, at=moment(plan.out))

    def schedule():
        story.refresh_from_db()
        revision = working_copy.save(story, {"title": "Tít thứ hai"})
        try:
            updates.plan(story, revision, moment(plan.due))
        except ValidationError:
            return False
        return True

    asked = False
    for hour in sorted(reads):
        if not asked and hour >= plan.asked:
            asked = True
            with time_machine.travel(moment(plan.asked), tick=False):
                assert schedule() == plan.accepted
        with time_machine.travel(moment(hour), tick=False):
            assert read(story) == plan.seen(hour)
