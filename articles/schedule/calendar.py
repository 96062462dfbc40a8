"""A month on the desk: what goes out, is updated and goes off on which day, done and planned."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.models import Article, Revision, Transition
from articles.schedule.kinds import DEADLINE, GOING_OFF, PUBLICATION, UPDATE, WITHDRAWAL

# Of what is done on one day so many stand in its cell; what is planned always stands there.
SHOWN_DONE = 5


@dataclass(frozen=True)
class Entry:
    """One thing that happens to a story at a moment; `planned` while it is still to come."""

    kind: str
    at: datetime
    article: int
    planned: bool
    title: str = ""


@dataclass
class Day:
    date: date
    in_month: bool
    is_today: bool
    is_past: bool
    entries: list[Entry] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Month:
    """The weeks of a month from Monday on, with days of its neighbours where a week reaches over."""

    first: date
    weeks: list[list[Day]]

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def articles(self) -> set[int]:
        return {entry.article for week in self.weeks for day in week for entry in day.entries}


def month(first: date, stories, now: datetime) -> Month:
    """The month that begins with `first`, with what happens to these stories; a fixed number of queries."""
    days = calendar.Calendar(calendar.MONDAY).monthdatescalendar(first.year, first.month)
    opens, closes = _midnight(days[0][0]), _midnight(days[-1][-1] + timedelta(days=1))
    of_day = defaultdict(list)
    for entry in sorted(_entries(stories, opens, closes, now), key=lambda one: (one.at, one.article)):
        of_day[timezone.localdate(entry.at)].append(entry)
    today = timezone.localdate(now)
    weeks = [[_day(one, one.month == first.month, today, of_day[one]) for one in week] for week in days]
    return _with_titles(Month(first, weeks))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _entries(stories, opens: datetime, closes: datetime, now: datetime) -> Iterable[Entry]:
    def between(name):
        return {f"{name}__gte": opens, f"{name}__lt": closes}

    out = stories.filter(state=Article.State.PUBLISHED)
    lasting = stories.exclude(state=Article.State.WITHDRAWN)
    # Asked row by row, so that the few of the month are found first and not every story is looked at.
    of_these = Exists(stories.filter(pk=OuterRef("article")))
    waiting = Revision.objects.waiting().filter(of_these, **between("due_at"))
    withdrawn = Transition.objects.filter(of_these, step="withdraw", **between("at"))
    found = (
        (PUBLICATION, out.filter(**between("published_at")).values_list("pk", "published_at")),
        (UPDATE, stories.filter(**between("updated_at")).values_list("pk", "updated_at")),
        (UPDATE, waiting.values_list("article", "due_at")),
        (GOING_OFF, lasting.filter(**between("expires_at")).values_list("pk", "expires_at")),
        (DEADLINE, stories.filter(**between("due_at")).values_list("pk", "due_at")),
        (WITHDRAWAL, withdrawn.order_by().values_list("article", "at")),
    )
    for kind, rows in found:
        for article, at in rows:
            yield Entry(kind, at, article, planned=at > now)


def _day(day: date, in_month: bool, today: date, entries: list[Entry]) -> Day:
    done = [entry for entry in entries if not entry.planned]
    hidden = set(done[SHOWN_DONE:])
    shown = [entry for entry in entries if entry not in hidden]
    return Day(day, in_month, day == today, day < today, shown, len(hidden))


def _with_titles(found: Month) -> Month:
    titles = dict(Article.objects.filter(pk__in=found.articles).values_list("pk", "title"))
    for week in found.weeks:
        for day in week:
            day.entries = [replace(entry, title=titles[entry.article]) for entry in day.entries]
    return found
