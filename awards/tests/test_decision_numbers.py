"""Numbers and symbols of decisions, as people type and paste them (Decree 30/2020/NĐ-CP)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.decision_numbers import (
    join_decision_number,
    split_decision_number,
    tidy_number,
    tidy_symbol,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("382/QĐ-BTC", ("382", "QĐ-BTC")),
        ("1234/QĐ-TCHQ", ("1234", "QĐ-TCHQ")),
        ("  382 / QĐ – BTC ", ("382", "QĐ-BTC")),
        ("382/QĐ\u2011BTC", ("382", "QĐ-BTC")),
        ("382/QÐ-BTC", ("382", "QĐ-BTC")),
        ("Quyết định số 382/QĐ-BTC ngày 26/02/2025", ("382", "QĐ-BTC")),
        ("Số: 07/QĐ-TTg", ("07", "QĐ-TTg")),
        ("8/QĐ-TTg", ("08", "QĐ-TTg")),
        ("12a/QĐ-CTN", ("12a", "QĐ-CTN")),
        ("15/2024/QĐ-UBND", ("15", "2024/QĐ-UBND")),
        ("08-QĐ/TW", ("08", "QĐ/TW")),
    ],
)
def test_a_reference_is_split_into_number_and_symbol(text, parts):
    assert split_decision_number(text) == parts


@pytest.mark.parametrize(
    "text", ["", "382", "QĐ-BTC", "382/", "/QĐ-BTC", "382-BTC", "382/QĐ-", "ba trăm/QĐ-BTC"]
)
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(ValueError, match="decision"):
        split_decision_number(text)


@pytest.mark.parametrize(
    ("typed", "stored"), [("QĐ - BTC", "QĐ-BTC"), ("/QĐ–BTC", "QĐ-BTC"), (" QĐ / TW", "QĐ/TW")]
)
def test_a_symbol_typed_alone_is_tidied(typed, stored):
    assert tidy_symbol(typed) == stored


@pytest.mark.parametrize("text", ["", "-", "QĐ BTC", "QĐ--BTC", "<b>"])
def test_what_is_no_symbol_is_refused(text):
    with pytest.raises(ValueError, match="symbol"):
        tidy_symbol(text)


def test_a_number_below_ten_gets_its_zero():
    assert (tidy_number("8"), tidy_number("008"), tidy_number("10")) == ("08", "08", "10")


@given(st.text())
def test_any_text_is_split_for_good_or_refused(text):
    try:
        number, symbol = split_decision_number(text)
    except ValueError:
        return
    assert re.fullmatch("[0-9]{2,9}[A-Za-z]?", number)
    assert split_decision_number(join_decision_number(number, symbol)) == (number, symbol)


@given(
    number=st.from_regex(r"[1-9][0-9]{1,5}", fullmatch=True),
    groups=st.lists(st.from_regex(r"[A-ZĐ][A-ZĐa-z]{0,5}", fullmatch=True), min_size=1, max_size=4),
    dash=st.sampled_from(["-", " - ", "–", " – ", "—", "\u2011"]),
    slash=st.sampled_from(["/", " / ", "/ "]),
)
def test_dashes_and_spaces_make_no_difference(number, groups, dash, slash):
    assert split_decision_number(f"{number}{slash}{dash.join(groups)}") == (number, "-".join(groups))
