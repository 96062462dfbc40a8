"""What the lines above the headings say of the decision: “(Kèm theo Quyết định số 382/QĐ-BTC ngày 26/02/2025)”."""

import re

from awards.decision_numbers import split_decision_number
from newsroom.partial_dates import PartialDate, PartialDateError

_REFERENCE = re.compile(r"\bsố\s*:?\s*(?P<reference>\d\S*)", re.IGNORECASE)
_DATE = re.compile(
    r"\bngày\s+(?P<date>\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*|tháng\s+\d{1,2}\s+năm\s+)\d{4})"
)
_AUTHORITY = re.compile(r"\d{4}\s+của\s+(?P<authority>[^()]+)")


def decision_in(lines: list[list[str]]) -> dict[str, str]:
    """`number`, `symbol`, `date` (ISO) and `authority` as far as the lines state them."""
    text = " ".join(cell for row in lines for cell in row if cell)
    found = _REFERENCE.search(text)
    try:
        number, symbol = split_decision_number(found["reference"].rstrip(".,;)")) if found else ("", "")
    except ValueError:
        return {}
    if not number:
        return {}
    rest = text[found.end() :]
    return {"number": number, "symbol": symbol, "date": _date(rest), "authority": _authority(rest)}


def _date(text: str) -> str:
    found = _DATE.search(text)
    try:
        return PartialDate.parse(found["date"]).iso() if found else ""
    except PartialDateError:
        return ""


def _authority(text: str) -> str:
    found = _AUTHORITY.search(text)
    return found["authority"].strip()[:200] if found else ""
