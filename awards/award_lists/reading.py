"""A list as it was pasted or uploaded: cells in rows, whatever program wrote them."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _

from newsroom.vietnamese import collapse_spaces

MAX_ROWS = 20_000
MAX_COLUMNS = 40
MAX_CELL = 2000
MAX_MEGABYTES = 8
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 60  # rows, to see what parts the cells


class UnreadableList(ValueError):
    """What was given is no list; the message says why, for the person who gave it."""


def cells_of_text(text: str) -> list[list[str]]:
    """Rows of cells parted by tabs, semicolons or commas. Raises UnreadableList."""
    lines = text.lstrip("\ufeff")
    return tidy(_parsed(lines, _delimiter(lines)))


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16, with or without a byte order mark. Raises UnreadableList."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    encoding = encoding or _guessed(data)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        message = _(
            "The file is not in UTF-8 or UTF-16 (byte %(position)d). Save it as “CSV UTF-8” or as .xlsx."
        )
        raise UnreadableList(message % {"position": error.start + len(mark)}) from error


def tidy(rows: Iterable[Iterable]) -> list[list[str]]:
    """Cells on one line in NFC, rows as wide as what they hold. Raises UnreadableList past the limits.

    Empty rows stay, so that a row's number is that of the spreadsheet; those at the end go.
    """
    tidied: list[list[str]] = []
    filled = 0
    for row in rows:
        cells = [collapse_spaces(cell) if cell else "" for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            _refuse_too_large(cells, len(tidied) + 1)
        if len(tidied) < MAX_ROWS:
            tidied.append(cells)
            filled = len(tidied) if cells else filled
    if not filled:
        raise UnreadableList(_("There is nothing in it."))
    return tidied[:filled]


def _refuse_too_large(cells: list[str], number: int) -> None:
    if number > MAX_ROWS:
        raise UnreadableList(_("A list has at most %(count)d rows. Enter it in parts.") % {"count": MAX_ROWS})
    if len(cells) > MAX_COLUMNS:
        message = _("Row %(row)d has %(columns)d columns; a list has at most %(most)d.")
        raise UnreadableList(message % {"row": number, "columns": len(cells), "most": MAX_COLUMNS})
    if any(len(cell) > MAX_CELL for cell in cells):
        message = _("Row %(row)d has a cell of more than %(most)d characters.")
        raise UnreadableList(message % {"row": number, "most": MAX_CELL})


def _guessed(data: bytes) -> str:
    """Every other byte of Vietnamese in UTF-16 is 0 or 1 (30 of the letters with two marks)."""
    head = data[:4000]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if high and high.count(0) > len(high) // 3:
            return encoding
    return "utf-8"


def _delimiter(text: str) -> str:
    """What parts most rows into the same number of cells; a tab before a semicolon before a comma."""
    head = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])

    def alike(delimiter: str) -> int:
        widths = Counter(len(row) for row in _parsed(head, delimiter) if len(row) > 1)
        return max(widths.values(), default=0)

    return max("\t;,", key=alike)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    """Quotation marks around cells are read as such, unless they come out odd: then they are letters."""
    lines = text.splitlines(keepends=True)
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        pass
    try:
        return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        message = _("A cell has more than %(most)d characters.") % {"most": MAX_CELL}
        raise UnreadableList(message) from error
