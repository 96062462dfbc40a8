"""The parameters of a search's address, read into filters; what cannot be read is said, nothing typed is lost."""

from dataclasses import dataclass, field
from datetime import date

from articles.search.filters import BY_RECORD, Filters

SORTS = ("", "date")  # by relevance, or newest first
UNKNOWN = {
    "section": "Không có chuyên mục này.",
    "author": "Không có tác giả này.",
    "tag": "Không có từ khóa này.",
    "from": "Ngày bắt đầu phải viết theo dạng năm-tháng-ngày, như 2020-09-08.",
    "to": "Ngày kết thúc phải viết theo dạng năm-tháng-ngày, như 2020-09-08.",
    "order": "Ngày kết thúc đứng trước ngày bắt đầu.",
    "sort": "Chỉ có thể xếp theo độ phù hợp hoặc theo ngày.",
}


@dataclass(frozen=True)
class Asked:
    """What an address asks for; `faults` are sentences for the reader, by parameter."""

    text: str
    filters: Filters
    by_date: bool
    faults: dict[str, str] = field(default_factory=dict)


def read_address(parameters) -> Asked:
    """`parameters` are those of the address, one text each."""
    faults, days = {}, {}
    for name in ("from", "to"):
        try:
            days[name] = date.fromisoformat(parameters[name]) if parameters.get(name) else None
        except ValueError:
            days[name], faults[name] = None, UNKNOWN[name]
    if days["from"] and days["to"] and days["to"] < days["from"]:
        faults["to"] = UNKNOWN["order"]
    if parameters.get("sort", "") not in SORTS:
        faults["sort"] = UNKNOWN["sort"]
    slugs = {name: parameters[name] for name in BY_RECORD if parameters.get(name)}
    return Asked(
        parameters.get("q", ""),
        Filters(slugs, days["from"], days["to"]),
        parameters.get("sort") == "date",
        faults,
    )
