"""Files for spreadsheets: CSV that opens with its Vietnamese letters and whose cells are no formulas."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Echo:
    """A file that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def lines(head: Iterable, rows: Iterable[Iterable]) -> Iterator[str]:
    """The file, line by line."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow([harmless(cell) for cell in head])
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    Source: OWASP, “CSV Injection”: an apostrophe before what starts like one.
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def download(content: Iterator[str], name: str) -> StreamingHttpResponse:
    """An answer that the browser keeps as a file of this name."""
    response = StreamingHttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
