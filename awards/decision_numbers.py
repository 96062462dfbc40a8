"""Number and symbol of an official paper, as typed, pasted and printed.

Source: Decree 30/2020/NĐ-CP, appendix I, part II, 3: the number is in Arabic digits, below 10 with a
zero in front; a slash parts it from the symbol, a hyphen without spaces the groups of the symbol
(“15/QĐ-BNV”). Papers of the Party part the number by a hyphen and the groups by a slash (“08-QĐ/TW”).
"""

import re

from newsroom.vietnamese import collapse_spaces

# Hyphens, dashes and minus signs that word processors put for a hyphen; eth for đ.
_AS_TYPED = str.maketrans({**dict.fromkeys("‐‑‒–—―−﹣－", "-"), "⁄": "/", "∕": "/", "Ð": "Đ", "ð": "đ"})
_SPACED_MARK = re.compile(r" ?([-/]) ?")
_LEAD = re.compile(r"(quyết định )?(số ?:? ?)?", re.IGNORECASE)
_DATE_AFTER = re.compile(r",? ngày .*", re.IGNORECASE)
_NUMBER = r"(?P<digits>[0-9]{1,9})(?P<letter>[A-Za-z]?)"
_SYMBOL = r"(?:[0-9]{4}/)?[^\W\d_][^\W_]*(?:[-/][^\W_]+)*"
_WHOLE = re.compile(rf"{_NUMBER}(?P<mark>[-/])(?P<symbol>{_SYMBOL})")


def split_decision_number(text: str) -> tuple[str, str]:
    """Split "1234/QĐ-TCHQ" into ("1234", "QĐ-TCHQ").

    Words around it (“Quyết định số … ngày …”) and spaces or dashes for the hyphen are put right.
    Raises ValueError if no number and symbol can be read. Source: Decree 30/2020/NĐ-CP.
    """
    tidy = _tidy(text)
    bare = _DATE_AFTER.sub("", tidy[_LEAD.match(tidy).end() :])
    found = _WHOLE.fullmatch(bare)
    if not found or (found["mark"] == "-") != _is_party_symbol(found["symbol"]):
        raise ValueError(f"No number and symbol of a decision: {text!r}")
    return _two_digits(found), found["symbol"]


def tidy_number(text: str) -> str:
    """The number alone: "8" → "08". Raises ValueError if it is none."""
    found = re.fullmatch(_NUMBER, _tidy(text))
    if not found:
        raise ValueError(f"No number of a decision: {text!r}")
    return _two_digits(found)


def tidy_symbol(text: str) -> str:
    """The symbol alone: "QĐ – BTC" → "QĐ-BTC". Raises ValueError if it is none."""
    tidy = _tidy(text).removeprefix("/")
    if not re.fullmatch(_SYMBOL, tidy):
        raise ValueError(f"No symbol of a decision: {text!r}")
    return tidy


def join_decision_number(number: str, symbol: str) -> str:
    """Number and symbol as printed: “382/QĐ-BTC”, “08-QĐ/TW”."""
    return f"{number}{'-' if _is_party_symbol(symbol) else '/'}{symbol}"


def _tidy(text: str) -> str:
    return _SPACED_MARK.sub(r"\1", collapse_spaces(text).translate(_AS_TYPED))


def _is_party_symbol(symbol: str) -> bool:
    return "/" in symbol and not symbol[0].isdecimal()


def _two_digits(found: re.Match) -> str:
    return f"{int(found['digits']):02d}{found['letter']}"
