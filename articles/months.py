"""Months of the archive, in the time zone that readers see."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from newsroom.prepared import Prepared


def bounds(year: int, month: int) -> tuple[datetime, datetime]:
    """The first moment of the month and that of the next. Raises ValueError."""
    return _month_opens(year, month), _month_opens(year + month // 12, month % 12 + 1)


def _month_opens(year: int, month: int) -> datetime:
    return datetime(year, month, 1, tzinfo=timezone.get_default_timezone())


@dataclass(frozen=True)
class Month:
    """A month that has an address."""

    first_day: date

    def get_absolute_url(self) -> str:
        return reverse("articles:archive", args=[self.first_day.year, self.first_day.month])


@dataclass(frozen=True)
class Overview:
    """Where stories are: the months of one year, and the newest month of each year that has some."""

    first_day: date
    today: date
    months: list[Month]
    years: list[Month]

    def reaches(self, year: int, month: int) -> bool:
        """Whether the month lies between the first story and today."""
        return (
            (self.first_day.year, self.first_day.month)
            <= (year, month)
            <= (self.today.year, self.today.month)
        )


def overview(year: int, now: datetime) -> Overview:
    """What an archive page of `year` offers, in two queries of indexed look-ups."""
    today = timezone.localdate(now)
    first = _first_moment(now=now)
    first_day = timezone.localdate(*first[0]) if first else today
    years = range(first_day.year, today.year + 1)
    if not first or year not in years:
        return Overview(first_day, today, [], [])
    opens = [_month_opens(year, number) for number in range(1, 13)]
    new_years = [_month_opens(number, 1) for number in (*years, years[-1] + 1)]
    (found,) = _shelves(
        now=now,
        opens=opens,
        closes=_until(now, [*opens[1:], _month_opens(year + 1, 1)]),
        years_open=new_years[:-1],
        years_close=_until(now, new_years[1:]),
    )
    return Overview(
        first_day,
        today,
        [Month(date(year, number, 1)) for number, has in enumerate(found[:12], 1) if has],
        [Month(timezone.localdate(newest).replace(day=1)) for newest in found[12:] if newest],
    )


def with_stories(now: datetime) -> list[Month]:
    """Every month that has stories, the oldest first; two queries of indexed look-ups."""
    first = _first_moment(now=now)
    if not first:
        return []
    day, today = timezone.localdate(*first[0]), timezone.localdate(now)
    numbers = range(day.year * 12 + day.month - 1, today.year * 12 + today.month)
    months = [Month(date(number // 12, number % 12 + 1, 1)) for number in numbers]
    opens = [_month_opens(month.first_day.year, month.first_day.month) for month in months]
    closes = _until(now, [*opens[1:], bounds(today.year, today.month)[1]])
    (has,) = _shelves(now=now, opens=opens, closes=closes, years_open=[], years_close=[])
    return [month for month, one in zip(months, has, strict=True) if one]


def _until(now: datetime, ends: list[datetime]) -> list[datetime]:
    """These ends of stretches, none later than right after `now`."""
    right_after = now + timedelta(microseconds=1)
    return [min(end, right_after) for end in ends]


@Prepared
def _first_moment(*, now: datetime) -> QuerySet:
    return Article.objects.published(now).order_by("published_at", "pk").values_list("published_at")[:1]


@Prepared
def _shelves(*, now: datetime, opens, closes, years_open, years_close) -> QuerySet:
    """One row: of each stretch of time whether it has stories, then of each year when its newest story came out."""
    stories = Article.objects.open_until(now).order_by()
    columns = {
        f"stretch_{number}": Exists(_between(stories, first, end))
        for number, (first, end) in enumerate(zip(opens, closes, strict=True))
    }
    columns |= {
        f"year_{number}": Subquery(
            _between(stories, first, end).order_by("-published_at", "-pk").values("published_at")[:1]
        )
        for number, (first, end) in enumerate(zip(years_open, years_close, strict=True))
    }
    one_row = Article.objects.published(now).order_by("published_at", "pk")
    return one_row.annotate(**columns).values_list(*columns)[:1]


def _between(stories: QuerySet, first: datetime, end: datetime) -> QuerySet:
    return stories.filter(published_at__gte=first, published_at__lt=end)
