"""The roll as a file for spreadsheets."""

import csv
import io

import pytest

from awards.tests.factories import make_form, make_honour, make_organisation, make_person, prove


def rows(client, query="") -> list[dict]:
    response = client.get(f"/vinh-danh.csv{query}")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    body = b"".join(response.streaming_content)
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


@pytest.mark.django_db
def test_a_row_says_everything_that_the_page_says(client, story):
    form = make_form(name="Huân chương Mẫu", family="order", has_classes=True, authority="Chủ tịch nước")
    prove(
        make_honour(
            form=form,
            order_class="nhat",
            organisation=make_organisation(name="Cục Mẫu"),
            year=2020,
            ref="ma-1",
        ),
        story,
    )

    (row,) = rows(client)

    assert {name: row[name] for name in ("Hình thức", "Hạng", "Đối tượng", "Người nhận", "Năm")} == {
        "Hình thức": "Huân chương Mẫu",
        "Hạng": "Nhất",
        "Đối tượng": "Tập thể",
        "Người nhận": "Cục Mẫu",
        "Năm": "2020",
    }
    assert (row["Thẩm quyền"], row["Căn cứ thẩm quyền"]) == ("Chủ tịch nước", "theo luật")
    assert row["Bài"].endswith("/bai-dan-chung/#sapo")
    assert (row["Đoạn"], row["Nguyên văn"], row["Mã"]) == ("sapo", story.standfirst, "ma-1")


@pytest.mark.django_db
def test_the_file_has_the_rows_of_the_page_with_the_same_filters(client, story, monkeypatch):
    monkeypatch.setattr("awards.roll.rows.BATCH", 2)
    form = make_form(slug="bang-khen-mau")
    for name in ("Đ", "B", "A", "C", "Ă"):
        prove(make_honour(form=form, organisation=make_organisation(name=name)), story)
    prove(make_honour(), story)

    assert [row["Người nhận"] for row in rows(client, "?form=bang-khen-mau")] == ["A", "Ă", "B", "C", "Đ"]


@pytest.mark.django_db
def test_no_cell_is_taken_for_a_formula(client, story):
    prove(make_honour(person=make_person(full_name="=cmd|' /C calc'!A0"), recipient_title="+1"), story)

    (row,) = rows(client)

    assert row["Người nhận"] == "'=cmd|' /C calc'!A0"
    assert row["Chức vụ"] == "'+1"
