"""Partial dates: what is read, what is refused and why, how they are shown and ordered."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.partial_dates import PartialDate, PartialDateError
from newsroom.vietnamese import vietnamese_date


@st.composite
def partial_dates(draw):
    day = draw(st.dates())
    return PartialDate(*(day.year, day.month, day.day)[: draw(st.integers(1, 3))])


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020", "2020"),
        ("2020-09", "2020-09"),
        ("2020-09-08", "2020-09-08"),
        ("2020-9-8", "2020-09-08"),
        ("8/9/2020", "2020-09-08"),
        ("08/09/2020", "2020-09-08"),
        ("8 / 9 / 2020", "2020-09-08"),
        ("8-9-2020", "2020-09-08"),
        ("8.9.2020", "2020-09-08"),
        ("ngày 8/9/2020", "2020-09-08"),
        ("ngày 8 tháng 9 năm 2020", "2020-09-08"),
        ("Ngày 08 tháng 09 năm 2020", "2020-09-08"),
        ("ngày 8 tháng 9/2020", "2020-09-08"),
        ("8 tháng 9, 2020", "2020-09-08"),
        ("Thứ Ba, 8/9/2020", "2020-09-08"),
        ("chủ nhật ngày 6/9/2020", "2020-09-06"),
        ("chiều 20/8/2020", "2020-08-20"),
        ("sáng ngày 20/8/2020", "2020-08-20"),
        ("tháng 9/2020", "2020-09"),
        ("tháng 9 năm 2020", "2020-09"),
        ("08/2020", "2020-08"),
        ("9-2020", "2020-09"),
        ("năm 2020", "2020"),
        ("NĂM 2020", "2020"),
        ("  tháng\N{NO-BREAK SPACE}9/2020\n", "2020-09"),
        ("nga\u0300y 8 tha\u0301ng 9 na\u0306m 2020", "2020-09-08"),
        ("29/2/2020", "2020-02-29"),
    ],
)
def test_dates_are_read_as_precise_as_stated(text, iso):
    assert PartialDate.parse(text).iso() == iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("29/2/2021", "impossible"),
        ("31/4/2020", "impossible"),
        ("13/2020", "impossible"),
        ("00/2020", "impossible"),
        ("0/9/2020", "impossible"),
        ("2020-13", "impossible"),
        ("2020-02-30", "impossible"),
        ("0000", "impossible"),
        ("24/7", "no_year"),
        ("8/9", "no_year"),
        ("sáng 20/8", "no_year"),
        ("ngày 8 tháng 9", "no_year"),
        ("tháng 9", "no_year"),
        ("8/9/20", "no_year"),
        ("", "unreadable"),
        ("hôm qua", "unreadable"),
        ("101-QĐ/TW", "unreadable"),
        ("2021 – 2025", "unreadable"),
        ("2016-2020", "unreadable"),
        ("8/9-2020", "unreadable"),
        ("20200908", "unreadable"),
        ("٢٠٢٠", "unreadable"),
        ("1" * 100_000, "unreadable"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text, code):
    with pytest.raises(PartialDateError) as refusal:
        PartialDate.parse(text)

    assert refusal.value.code == code
    assert 0 < len(str(refusal.value)) < 120


def test_a_day_without_its_month_is_refused():
    with pytest.raises(ValueError, match="month"):
        PartialDate(2020, day=8)


@given(st.text())
def test_any_text_is_a_date_or_refused(text):
    try:
        day = PartialDate.parse(text)
    except PartialDateError:
        return
    assert PartialDate.parse(day.iso()) == day


@given(partial_dates())
def test_what_is_shown_or_stored_reads_back_the_same(day):
    assert PartialDate.parse(day.iso()) == day
    assert PartialDate.parse(day.display()) == day
    assert pickle.loads(pickle.dumps(day)) == day
    assert copy.deepcopy(day) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_full_date_is_its_only_day_and_is_read_with_its_weekday(day):
    stated = PartialDate.from_date(day)

    assert stated.first_day() == day
    assert PartialDate.parse(vietnamese_date(day.replace(year=2020), weekday=True)).day == day.day


@pytest.mark.parametrize(
    ("stated", "precision", "display", "first"),
    [
        (PartialDate(2020, 9, 8), "day", "8/9/2020", date(2020, 9, 8)),
        (PartialDate(2020, 9), "month", "tháng 9/2020", date(2020, 9, 1)),
        (PartialDate(2020, 2), "month", "tháng 2/2020", date(2020, 2, 1)),
        (PartialDate(2020), "year", "năm 2020", date(2020, 1, 1)),
    ],
)
def test_a_date_says_how_precise_it_is(stated, precision, display, first):
    assert stated.precision == precision
    assert stated.display() == str(stated) == display
    assert stated.first_day() == first


@given(st.lists(partial_dates(), max_size=8))
def test_dates_sort_like_the_text_in_their_column(days):
    assert [day.iso() for day in sorted(days)] == sorted(day.iso() for day in days)


def test_a_less_precise_date_comes_before_the_days_in_it():
    in_order = [
        PartialDate(2020),
        PartialDate(2020, 9),
        PartialDate(2020, 9, 1),
        PartialDate(2021),
    ]

    assert in_order == sorted(set(in_order))
    assert PartialDate(2020) <= PartialDate(2020)
    assert PartialDate(2021) > PartialDate(2020, 12, 31)
    with pytest.raises(TypeError):
        assert PartialDate(2020) < "2021"
