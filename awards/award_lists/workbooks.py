"""Lists in workbooks (.xlsx). A workbook is a ZIP of XML: how large it gets is asked before it is opened."""

import re
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from awards.award_lists.reading import MAX_COLUMNS, MAX_ROWS, UnreadableList, tidy

MAX_UNPACKED_MEGABYTES = 60
MAX_PARTS = 1000
_LAST_ROW = 1_048_576  # of the format; a broken file may count on from there
_MAX_WIDTH = 256
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6})"')
_OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1")


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a workbook, of the old kind or the new, whatever the file is called."""
    return data.startswith((b"PK\x03\x04", _OLD_WORKBOOK))


def cells_of_workbook(data: bytes) -> list[list[str]]:
    """The cells of the first sheet that is shown and has any. Raises UnreadableList."""
    if data.startswith(_OLD_WORKBOOK):
        raise UnreadableList(
            _("This is a workbook of the old kind (.xls). Save it as .xlsx or as “CSV UTF-8”.")
        )
    _refuse_bombs(data)
    try:
        rows = _first_filled(data)
    except UnreadableList:
        raise
    except Exception as error:  # the reader raises whatever a broken part of the file brings about
        raise UnreadableList(_("The workbook cannot be read. Save it anew as .xlsx.")) from error
    return tidy(rows)


def _refuse_bombs(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as parts:
            sizes = [part.file_size for part in parts.infolist()]
    except (BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise UnreadableList(_("The workbook cannot be read. Save it anew as .xlsx.")) from error
    # A part that holds more than it says is cut off at what it says, so the sum is the truth.
    if len(sizes) > MAX_PARTS or sum(sizes) > MAX_UNPACKED_MEGABYTES * 1024 * 1024:
        message = _(
            "Unpacked, the workbook is larger than %(megabytes)d MB. Save only the list, without pictures."
        )
        raise UnreadableList(message % {"megabytes": MAX_UNPACKED_MEGABYTES})


def _first_filled(data: bytes) -> list[list[str]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible" and (rows := _filled_rows(sheet)):
                return rows
    finally:
        book.close()
    return []


def _filled_rows(sheet) -> list[list[str]]:
    sheet.reset_dimensions()  # what a sheet says of its size need not be true
    rows: list[list[str]] = []
    for place, row in enumerate(sheet.iter_rows(values_only=True, max_row=_LAST_ROW)):
        if len(row) > _MAX_WIDTH:
            raise UnreadableList(_("Row %(row)d reaches too far to the right.") % {"row": place + 1})
        if any(cell is not None for cell in row):
            if place >= MAX_ROWS:
                raise UnreadableList(
                    _("A list has at most %(count)d rows. Enter it in parts.") % {"count": MAX_ROWS}
                )
            rows += [[] for _gap in range(len(rows), place)]
            rows.append([_text(cell) for cell in row])
    _say_in_each_row(rows, _merged(sheet))
    return rows


def _merged(sheet) -> list[tuple[int, int, int]]:
    """Column, first and last row, each from 0, of the cells that were made one over several rows."""
    with sheet._get_source() as part:  # a reader that keeps no cells in memory says nothing of merged ones
        ranges = [
            range_boundaries(place.decode()) for place in islice(_MERGED.findall(part.read()), MAX_ROWS)
        ]
    return [(column - 1, top - 1, bottom - 1) for column, top, _right, bottom in ranges if bottom > top]


def _say_in_each_row(rows: list[list[str]], merged: list[tuple[int, int, int]]) -> None:
    """What one cell says of several rows, a unit over its people, is written into each of them."""
    room = MAX_ROWS * MAX_COLUMNS  # ranges of a broken file may lie over each other
    for column, top, bottom in merged:
        said = rows[top][column] if top < len(rows) and column < len(rows[top]) else ""
        below = rows[top + 1 : bottom + 1] if said else []
        room -= len(below)
        if room < 0:
            return
        for row in below:
            row += [""] * (column + 1 - len(row))
            row[column] = row[column] or said


def _text(cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date)):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return str(cell)
