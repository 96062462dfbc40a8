"""Lists as they come: pasted, in CSV of any kind, in workbooks good and bad."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from awards.award_lists import reading, workbooks
from awards.award_lists.headings import layout_of
from awards.award_lists.preamble import decision_in
from awards.award_lists.reading import UnreadableList, cells_of_text, decoded
from awards.award_lists.workbooks import cells_of_workbook

ROWS = [["Họ tên", "Đơn vị"], ["Người Mẫu Một", "Cục Mẫu, Bộ Mẫu"]]


def workbook(rows, *, before=()) -> bytes:
    book = Workbook()
    for title in before:
        book.create_sheet(title, 0)
    for row in rows:
        book.worksheets[-1].append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_cells_are_parted_by_whatever_parts_them(delimiter):
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in ROWS]

    assert cells_of_text("\r\n".join(lines)) == ROWS


def test_a_lone_quotation_mark_is_a_letter():
    assert cells_of_text('Tên\tĐơn vị\nTổ "Mẫu\tCục Mẫu\nTổ Hai\tCục Mẫu')[1:] == [
        ['Tổ "Mẫu', "Cục Mẫu"],
        ["Tổ Hai", "Cục Mẫu"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_files_in_unicode_are_read_with_or_without_their_mark(encoding):
    assert decoded("Họ tên;Đơn vị\nNgười Mẫu Một;Cục Mẫu\n".encode(encoding)).startswith("Họ tên;")


def test_another_encoding_is_refused_with_what_to_do():
    with pytest.raises(UnreadableList, match="UTF-8"):
        decoded("Họ tên".encode("cp1258", errors="replace") + b"\xd5\xff")


@given(st.text(max_size=200))
def test_any_text_gives_tidy_cells_or_a_clear_refusal(text):
    try:
        rows = cells_of_text(text)
    except UnreadableList:
        return
    assert rows[-1]
    assert all(cell == " ".join(cell.split()) for row in rows for cell in row)
    layout_of(rows)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for file in (data, b"PK\x03\x04" + data):
        with suppress(UnreadableList):
            cells_of_workbook(file) if workbooks.is_workbook(file) else cells_of_text(decoded(file))


def test_a_workbook_gives_the_cells_of_its_first_filled_sheet():
    rows = cells_of_workbook(workbook([[], ["STT", "Họ tên"], [1.0, "Người Mẫu Một"]], before=["Trống"]))

    assert rows == [[], ["STT", "Họ tên"], ["1", "Người Mẫu Một"]]


def test_a_cell_merged_over_several_rows_speaks_of_each_and_a_heading_over_columns_of_its_own_row():
    book = Workbook()
    for row in (
        ["Danh sách"],
        ["Họ tên", "Đơn vị"],
        ["Người Mẫu Một", "Cục Mẫu"],
        ["Người Mẫu Hai"],
        ["Người Mẫu Ba"],
    ):
        book.active.append(row)
    for cells in ("A1:B1", "B3:B4"):
        book.active.merge_cells(cells)
    file = BytesIO()
    book.save(file)

    assert cells_of_workbook(file.getvalue()) == [
        ["Danh sách"],
        ["Họ tên", "Đơn vị"],
        ["Người Mẫu Một", "Cục Mẫu"],
        ["Người Mẫu Hai", "Cục Mẫu"],
        ["Người Mẫu Ba"],
    ]


def test_an_old_workbook_is_told_apart():
    with pytest.raises(UnreadableList, match="xls"):
        cells_of_workbook(bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 100)


def test_a_bomb_is_refused_before_it_is_unpacked():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (61 * 1024 * 1024))

    with pytest.raises(UnreadableList, match="60"):
        cells_of_workbook(file.getvalue())


def test_a_list_that_is_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 3)
    monkeypatch.setattr(workbooks, "MAX_ROWS", 3)

    with pytest.raises(UnreadableList, match="3"):
        cells_of_text("a\n\nb\n\nc\n")
    with pytest.raises(UnreadableList, match="3"):
        cells_of_workbook(workbook([["a"], [], ["b"], [], ["c"]]))


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("STT;Họ và tên;Chức vụ;Đơn vị công tác;Hình thức khen thưởng;Hạng", [1, 2, 3, 4, 5]),
        ("hang;hinh thuc;don vi;chuc vu;HO TEN", [4, 3, 2, 1, 0]),
        ("Danh hiệu;Tên tập thể (cá nhân);Cơ quan;Cấp bậc, chức vụ;Hạng", [1, 3, 2, 0, 4]),
    ],
)
def test_headings_are_known_in_any_order_and_without_accents(headings, columns):
    layout = layout_of(cells_of_text(f"DANH SÁCH\n\n{headings}\nx;y;z;a;b"))

    assert layout.head == 2
    assert [layout.columns[name] for name in ("name", "title", "unit", "form", "order_class")] == columns


def test_units_under_their_own_heading_are_the_recipients():
    assert layout_of([["Đơn vị", "Hình thức"], ["Cục Mẫu", "Bằng khen"]]).columns == {"name": 0, "form": 1}


def test_the_decision_above_the_headings_is_read():
    lines = cells_of_text(
        "DANH SÁCH\n(Kèm theo Quyết định số 382/QĐ-BTC ngày 26 tháng 02 năm 2025 của Bộ Mẫu)"
    )

    assert decision_in(lines) == {
        "number": "382",
        "symbol": "QĐ-BTC",
        "date": "2025-02-26",
        "authority": "Bộ Mẫu",
    }
