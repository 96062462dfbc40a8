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
    first = (
        Article.objects.published(now)
        .order_by("published_at", "pk")
        .values_list("published_at", flat=True)[:1]
    )
    first_day = timezone.localdate(*first) if first else today
    years = range(first_day.year, today.year + 1)
    if year not in years:
        return Overview(first_day, today, [], [])
    month_has = {f"month_{n}": Exists(_between(*bounds(year, n), now)) for n in range(1, 13)}
    newest_of = {f"year_{n}": Subquery(_newest(n, now)) for n in years}
    one_row = Article.objects.published(now).order_by("published_at", "pk").values(**month_has, **newest_of)
    found = one_row.first() or {}
    return Overview(
        first_day,
        today,
        [Month(date(year, n, 1)) for n in range(1, 13) if found.get(f"month_{n}")],
        [Month(timezone.localdate(at).replace(day=1)) for n in years if (at := found.get(f"year_{n}"))],
    )


def with_stories(now: datetime) -> list[Month]:
    """Every month that has stories, the oldest first; two queries of indexed look-ups."""
    stories = Article.objects.published(now).order_by("published_at", "pk")
    first = stories.values_list("published_at", flat=True).first()
    if not first:
        return []
    day, today = timezone.localdate(first), timezone.localdate(now)
    numbers = range(day.year * 12 + day.month - 1, today.year * 12 + today.month)
    months = [Month(date(number // 12, number % 12 + 1, 1)) for number in numbers]
    opens = [_month_opens(month.first_day.year, month.first_day.month) for month in months]
    (has,) = _which_have(now=now, opens=opens, closes=[*opens[1:], now + timedelta(microseconds=1)])
    return [month for month, one in zip(months, has, strict=True) if one]


@Prepared
def _which_have(*, now: datetime, opens: list[datetime], closes: list[datetime]) -> QuerySet:
    """One row: of each stretch of time whether it has stories."""
    stories = Article.objects.open_until(now).order_by()
    stretches = zip(opens, closes, strict=True)
    has = {
        f"month_{number}": Exists(stories.filter(published_at__gte=first, published_at__lt=end))
        for number, (first, end) in enumerate(stretches)
    }
    return Article.objects.published(now).order_by("published_at", "pk").annotate(**has).values_list(*has)[:1]


def _between(opens: datetime, closes: datetime, now: datetime) -> QuerySet:
    """Stories of a stretch of time with one upper bound, so that the index serves it."""
    upto = min(now, closes - timedelta(microseconds=1))
    return Article.objects.open_until(now).filter(published_at__gte=opens, published_at__lte=upto)


def _newest(year: int, now: datetime) -> QuerySet:
    of_year = _between(_month_opens(year, 1), _month_opens(year + 1, 1), now)
    return of_year.order_by("-published_at", "-pk").values("published_at")[:1]
