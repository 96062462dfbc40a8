"""Dates as precise as a source states them: a day, a month or only a year."""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Literal

from newsroom.vietnamese import collapse_spaces, fold

Precision = Literal["year", "month", "day"]

_LONGEST = 60  # "Chủ Nhật, ngày 28 tháng 12 năm 2020" has 35
_ISO = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{1,2})(-(?P<day>[0-9]{1,2}))?)?")
_YEAR, _MONTH, _DAY = (
    r"(?P<year>[0-9]{4})",
    r"(?P<month>[0-9]{1,2})",
    r"(?P<day>[0-9]{1,2})",
)
# Vietnamese forms, matched against folded text.
_TIME_OF_DAY = r"((sang|trua|chieu|toi|dem) )?"
_WEEKDAY = r"((thu (hai|ba|tu|nam|sau|bay)|chu nhat),? )?"
_BEFORE_DAY = rf"{_TIME_OF_DAY}{_WEEKDAY}(ngay )?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_BEFORE_DAY}{_DAY} ?(?P<mark>[/.-]) ?{_MONTH} ?(?P=mark) ?{_YEAR}",
        rf"{_BEFORE_DAY}{_DAY} thang {_MONTH}(,? nam |, ?| ?[/-] ?| ){_YEAR}",
        rf"(thang )?{_MONTH} ?[/-] ?{_YEAR}",
        rf"thang {_MONTH}(,? nam |, ?| ){_YEAR}",
        rf"(nam )?{_YEAR}",
    )
]
_WITHOUT_YEAR = re.compile(
    rf"{_BEFORE_DAY}[0-9]{{1,2}}( ?[/.-] ?| thang )[0-9]{{1,2}}(( ?[/.-] ?| nam )[0-9]{{1,3}})?"
    r"|thang [0-9]{1,2}"
)


class PartialDateError(ValueError):
    """A text or numbers that are no date; `code` is "unreadable", "no_year" or "impossible"."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year. "2020" comes before "2020-09", that before "2020-09-01".

    The order is that of `iso()`, so a database column of the ISO text sorts the same way.
    Raises PartialDateError when there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise PartialDateError("impossible", "A day needs its month.")
        try:
            self.first_day()
        except ValueError:
            numbers = [n for n in (self.day, self.month, self.year) if n is not None]
            stated = "/".join(map(str, numbers))
            raise PartialDateError("impossible", f"There is no such date: {stated}") from None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ISO ("2020-09-08", "2020-09", "2020") or what Vietnamese texts write.

        8/9/2020, 8-9-2020, 8.9.2020, ngày 8 tháng 9 năm 2020, tháng 9/2020, 08/2020, năm 2020;
        a weekday or time of day before the day is skipped. Raises PartialDateError otherwise.
        """
        if len(text) > _LONGEST:
            raise PartialDateError("unreadable", f"Not a date: {text[:_LONGEST]!r}…")
        read = _ISO.fullmatch(text)
        if read is None:
            folded = fold(collapse_spaces(text))
            read = next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)
            if read is None and _WITHOUT_YEAR.fullmatch(folded):
                raise PartialDateError("no_year", f"The year is missing, or not in full: {text!r}")
        if read is None:
            raise PartialDateError("unreadable", f"Not a date: {text!r}")
        stated = read.groupdict()
        return cls(*(int(stated[part]) for part in ("year", "month", "day") if stated.get(part)))

    @classmethod
    def from_date(cls, day: date) -> "PartialDate":
        """The same day, stated in full."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """What is stated: "year", "month" or "day"."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def first_day(self) -> date:
        """The first day this may mean."""
        return date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    def iso(self) -> str:
        """Return "2020-09-08", "2020-09" or "2020"."""
        return self.first_day().isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]

    def display(self) -> str:
        """Return "8/9/2020", "tháng 9/2020" or "năm 2020"; `parse` reads each of them."""
        if self.month is None:
            return f"năm {self.year:04}"
        if self.day is None:
            return f"tháng {self.month}/{self.year:04}"
        return f"{self.day}/{self.month}/{self.year:04}"

    def __str__(self) -> str:
        return self.display()

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.iso() < other.iso()
