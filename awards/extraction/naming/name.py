"""Somebody or something named."""

from dataclasses import dataclass


@dataclass
class Name:
    """Somebody or something named: the name alone, and the whole phrase with titles and superior units."""

    kind: str
    name: str
    start: int  # tokens of the whole phrase
    end: int
    office: str = ""  # an office without the person's name: "Bộ trưởng Bộ Tài chính"
    year: int | None = None
    order_class: str | None = None
    elided: bool = False  # its head was said before: "các xã A, B và C"


def year_within(lows: list[str]) -> int | None:
    """The one year that these words state, or None."""
    years = {int(low) for low in lows if len(low) == 4 and low.isdigit() and 1930 <= int(low) <= 2100}
    return years.pop() if len(years) == 1 else None
