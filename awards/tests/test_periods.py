"""The period of a campaign as a day sees it, in Python and in the database alike."""

from datetime import date

import pytest

from awards.models import Campaign
from awards.periods import Phase, by_phase, period_of
from awards.tests.factories import make_campaign

TODAY = date(2023, 7, 2)

CASES = [
    (2021, 2025, Phase.RUNNING, "2021 – 2025"),
    (2023, 2023, Phase.RUNNING, "2023"),
    (2024, 2025, Phase.COMING, "2024 – 2025"),
    (2024, None, Phase.COMING, "từ 2024"),
    (2016, 2020, Phase.ENDED, "2016 – 2020"),
    (None, 2020, Phase.ENDED, "đến 2020"),
    (2016, None, Phase.UNKNOWN, "từ 2016"),
    (None, 2025, Phase.UNKNOWN, "đến 2025"),
    (None, None, Phase.UNKNOWN, ""),
]


@pytest.mark.parametrize(("starts", "ends", "phase", "words"), CASES)
def test_a_period_says_where_it_stands(starts, ends, phase, words):
    period = period_of(Campaign(starts_year=starts, ends_year=ends), TODAY)

    assert (period.phase, period.words) == (phase, words)


@pytest.mark.django_db
@pytest.mark.parametrize(("starts", "ends", "phase", "words"), CASES)
def test_the_database_sees_the_same_phase(starts, ends, phase, words):
    make_campaign(starts_year=starts, ends_year=ends)

    assert by_phase(Campaign.objects.all(), TODAY).get().phase == phase


@pytest.mark.parametrize(
    ("starts", "ends", "percent"), [(2021, 2025, 50), (2023, 2023, 50), (2016, 2020, 100), (2024, 2025, 0)]
)
def test_a_bar_fills_with_the_days_gone_by(starts, ends, percent):
    assert period_of(Campaign(starts_year=starts, ends_year=ends), TODAY).percent == percent


def test_a_bar_marks_where_each_year_begins():
    period = period_of(Campaign(starts_year=2021, ends_year=2024), TODAY)

    assert period.years == [(2021, 0.0), (2022, 25.0), (2023, 50.0), (2024, 75.0)]
