"""The period of a campaign on a given day: what a period bar shows and says."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce


class Phase(models.IntegerChoices):
    """Where a campaign stands in its period; the order of lists."""

    RUNNING = 1, "đang diễn ra"
    COMING = 2, "sắp diễn ra"
    ENDED = 3, "đã kết thúc"
    UNKNOWN = 4, "nguồn không nêu giai đoạn"


@dataclass(frozen=True)
class Period:
    """First and last year (None: the source does not state it), phase, and percent of the days gone by."""

    starts: int | None
    ends: int | None
    phase: Phase
    percent: int

    @property
    def words(self) -> str:
        """“2021 – 2025”, “2020”, “từ 2021”, “đến 2025”, or nothing."""
        if self.starts and self.ends:
            return str(self.starts) if self.starts == self.ends else f"{self.starts} – {self.ends}"
        return f"từ {self.starts}" if self.starts else f"đến {self.ends}" if self.ends else ""

    @property
    def years(self) -> list[tuple[int, float]]:
        """Each year of the period with the percent at which it begins, for the marks of the bar."""
        if not self.starts or not self.ends:
            return []
        number = self.ends - self.starts + 1
        return [(self.starts + n, round(100 * n / number, 2)) for n in range(number)]


def period_of(campaign, today: date) -> Period:
    """The campaign's period as it stands on that day. Years are whole; an open period has no percent."""
    starts, ends = campaign.starts_year, campaign.ends_year
    if not starts and not ends:
        return Period(None, None, Phase.UNKNOWN, 0)
    if ends and ends < today.year:
        return Period(starts, ends, Phase.ENDED, 100)
    if starts and starts > today.year:
        return Period(starts, ends, Phase.COMING, 0)
    if not starts or not ends:
        return Period(starts, ends, Phase.UNKNOWN, 0)
    first, last = date(starts, 1, 1), date(ends, 12, 31)
    gone = (today - first).days + 1
    return Period(starts, ends, Phase.RUNNING, round(100 * gone / ((last - first).days + 1)))


def by_phase(campaigns, today: date):
    """The campaigns with `phase` as in `period_of` and `first_year`, to be ordered by `BY_PHASE`."""
    year = today.year
    return campaigns.annotate(
        phase=Case(
            When(ends_year__lt=year, then=Value(Phase.ENDED)),
            When(starts_year__gt=year, then=Value(Phase.COMING)),
            When(Q(starts_year__isnull=False) & Q(ends_year__isnull=False), then=Value(Phase.RUNNING)),
            default=Value(Phase.UNKNOWN),
            output_field=IntegerField(),
        ),
        first_year=Coalesce("starts_year", 0, output_field=IntegerField()),
    )


BY_PHASE = ("phase", "-first_year", "sort_key", "pk")
