"""Stories published in each of the last seven days, drawn as bars with their table."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from articles.models import Article

DAYS = 7
WIDTH, HEIGHT = 280, 120
STEP = WIDTH / DAYS
BAR, FOOT, HEAD = 26, 18, 16


@dataclass(frozen=True)
class Bar:
    """One day. Coordinates are those of the drawing; a day without stories has a bar without height."""

    day: date
    number: int
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.x + BAR / 2

    @property
    def number_y(self) -> float:
        return self.y - 4


@dataclass(frozen=True)
class Week:
    bars: list[Bar]
    total: int
    width: int = WIDTH
    height: int = HEIGHT
    bar: int = BAR
    foot: int = HEIGHT - FOOT


def last_days(now: datetime) -> Week:
    """The week that ends today, in one query."""
    today = timezone.localdate(now)
    days = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    opens = timezone.make_aware(datetime.combine(days[0], time.min))
    out = Article.objects.published(now).filter(published_at__gte=opens).order_by()
    counted = out.annotate(day=TruncDate("published_at")).values_list("day").annotate(number=Count("pk"))
    numbers = dict(counted)
    scale = (HEIGHT - FOOT - HEAD) / max(1, *numbers.values()) if numbers else 0
    bars = []
    for place, day in enumerate(days):
        number = numbers.get(day, 0)
        height = round(number * scale, 1)
        bars.append(
            Bar(day, number, round(place * STEP + (STEP - BAR) / 2, 1), HEIGHT - FOOT - height, height)
        )
    return Week(bars, sum(numbers.values()))
