"""Days that a sentence states as the day of what it tells of."""

import re
from typing import NamedTuple

from newsroom.partial_dates import PartialDate, PartialDateError
from newsroom.vietnamese import fold_per_character

_DAY = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{1,2}) ?(?:/|-|\.| thang ) ?(?P<month>[0-9]{1,2})"
    r"(?:(?: ?[/.-] ?| nam |,? ?)(?P<year>[12][0-9]{3}))?(?![\w/]|[.-][0-9])"
)
# A day behind these is that of a foundation, a document or a deadline, not of the event.
_OF_SOMETHING_ELSE = re.compile(
    r"(thanh lap|ky niem|sinh nhat|truyen thong|quyet dinh|quy dinh|nghi dinh|thong tu|cong van|luat|so [0-9]\S*"
    r"|ke tu|tu ngay|den ngay|truoc ngay|sau ngay|het ngay)[^.;]{0,40}$"
)
# Without its year only after one of these: “24/7” and “3.2 lần” are no days.
_CALLED_A_DAY = re.compile(r"(ngay|hom|sang|trua|chieu|toi|dem),? ?\(?$")
_RANGE = re.compile(r"^ ?[-–] ?[0-9]|[0-9] ?[-–] ?$")


class StatedDay(NamedTuple):
    """A day and month as printed, with the year where the sentence states it."""

    day: int
    month: int
    year: int | None
    words: str

    def agrees(self, date: PartialDate) -> bool:
        """Whether both can be the same day, as precise as each is."""
        return (
            (self.year is None or self.year == date.year)
            and (date.month is None or self.month == date.month)
            and (date.day is None or self.day == date.day)
        )

    def iso(self, year: int) -> str:
        return f"{self.year or year:04}-{self.month:02}-{self.day:02}"


def stated_days(text: str) -> list[StatedDay]:
    """The days in the text that may be the day of its event, in reading order."""
    folded = fold_per_character(text)
    found = []
    for match in _DAY.finditer(folded):
        before, after = folded[: match.start()], folded[match.end() :]
        if _OF_SOMETHING_ELSE.search(before) or _RANGE.search(after) or _RANGE.search(before):
            continue
        year = int(match["year"]) if match["year"] else None
        if year is None and not _CALLED_A_DAY.search(before):
            continue
        day, month = int(match["day"]), int(match["month"])
        if _is_day(day, month, year):
            found.append(StatedDay(day, month, year, text[match.start() : match.end()]))
    return found


def _is_day(day: int, month: int, year: int | None) -> bool:
    try:
        PartialDate(year or 2000, month, day)  # 29 February is a day when the year is not known
    except PartialDateError:
        return False
    return True
