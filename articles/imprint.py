"""The imprint that every page shows: who publishes, under which licence. Only what has been filled in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.formats import date_format

from articles.models import Masthead

WITHOUT_LABEL = "Ghi chú"


@dataclass(frozen=True)
class Line:
    """One line; `address` where its text is a link."""

    label: str
    text: str
    address: str = ""


def imprint(masthead: Masthead) -> list[Line]:
    """The lines in the order of Press Law 103/2016/QH13, Article 46, then what the house adds."""
    host = urlsplit(settings.SITE_URL).hostname
    lines = [
        Line("Loại hình", masthead.kind),
        Line("Cơ quan báo chí", masthead.press_agency),
        Line("Cơ quan chủ quản", masthead.governing_body),
        Line("Giấy phép", _licence(masthead)),
        Line("Tên miền", host if masthead.licence_number else ""),
        Line(masthead.head_title or "Người đứng đầu", masthead.head),
        Line("Địa chỉ", masthead.address),
        Line("Điện thoại", masthead.telephone),
        Line("Fax", masthead.fax),
        Line("Thư điện tử", masthead.email, f"mailto:{masthead.email}"),
        *_added(masthead.further_lines),
    ]
    return [line for line in lines if line.text]


def _licence(masthead: Masthead) -> str:
    if not masthead.licence_number:
        return ""
    day = f"ngày {date_format(masthead.licence_date, 'j/n/Y')}" if masthead.licence_date else ""
    issuer = f"{masthead.licence_issuer} cấp" if masthead.licence_issuer else ""
    return ", ".join(filter(None, [masthead.licence_number, day, issuer]))


def _added(text: str) -> list[Line]:
    """“Label: text”, one a line; a line without a label is a note."""
    lines = []
    for line in text.splitlines():
        label, colon, words = line.partition(":")
        known = (label, words) if colon and label.strip() and words.strip() else (WITHOUT_LABEL, line)
        lines.append(Line(known[0].strip(), known[1].strip()))
    return lines
