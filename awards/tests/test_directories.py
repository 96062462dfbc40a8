"""The directories of units and people by the Vietnamese alphabet."""

import re

import pytest

from articles import publishing
from awards.models import Person, PersonTitle
from awards.tests.factories import make_organisation, make_person, prove
from awards.tests.queries import queries_of
from awards.views import alphabetical

pytestmark = pytest.mark.django_db


def shelves(response) -> list[tuple[str, list[str]]]:
    """Each letter of the page with the names below it."""
    parts = re.findall(r'<section class="shelf">(.*?)</section>', response.content.decode(), re.DOTALL)
    return [
        (
            "".join(re.findall(r"<h2[^>]*>(.*?)</h2>", part)),
            re.findall(r'<li><a href="[^"]*">(.*?)</a>', part),
        )
        for part in parts
    ]


def letters(response) -> list[str]:
    return re.findall(r'<a href="[^"]*\?chu=(.)"', response.content.decode())


def test_units_stand_by_the_vietnamese_alphabet_under_their_letters(client, story):
    for name in ("Đội Mẫu", "Dòng họ Mẫu", "Ẩm thực Mẫu", "Án Mẫu", "Ăn uống Mẫu", "Cục Mẫu", "12 Bến Mẫu"):
        prove(make_organisation(name=name), story)

    found = client.get("/don-vi/")

    assert shelves(found) == [
        ("", ["12 Bến Mẫu"]),
        ("A", ["Án Mẫu"]),
        ("Ă", ["Ăn uống Mẫu"]),
        ("Â", ["Ẩm thực Mẫu"]),
        ("C", ["Cục Mẫu"]),
        ("D", ["Dòng họ Mẫu"]),
        ("Đ", ["Đội Mẫu"]),
    ]
    assert letters(found) == ["a", "ă", "â", "c", "d", "đ"]
    opened = client.get("/don-vi/?chu=đ")
    assert shelves(opened) == [("Đ", ["Đội Mẫu"])]
    assert '<a href="/don-vi/" rel="first">' in opened.content.decode()


def test_people_stand_by_given_name_with_a_title_and_without_the_hidden(client, story):
    for name in ("Nguyễn Mẫu Vân", "Trần Mẫu Ân", "Lê Mẫu An"):
        prove(make_person(full_name=name), story)
    PersonTitle.objects.create(person=Person.objects.get(full_name="Lê Mẫu An"), title="cục trưởng")
    hidden = make_person(full_name="Phạm Mẫu Ẩn")
    prove(hidden, story)
    Person.objects.filter(pk=hidden.pk).update(hidden_at="2026-01-01T00:00:00Z", hidden_reason="Theo đơn.")

    found = client.get("/ca-nhan/")

    assert shelves(found) == [("A", ["Lê Mẫu An"]), ("Â", ["Trần Mẫu Ân"]), ("V", ["Nguyễn Mẫu Vân"])]
    assert "Cục trưởng" in found.content.decode()


def test_only_what_published_stories_prove_is_listed(client, story):
    parent = make_organisation(name="Tổng cục Kín")
    prove(make_organisation(name="Cục Mở", parent=parent), story)
    make_organisation(name="Cục Chưa nêu")

    page = client.get("/don-vi/").content.decode()
    assert "Cục Mở" in page
    assert "Kín" not in page
    assert "Chưa nêu" not in page

    publishing.withdraw(story)

    page = client.get("/don-vi/").content.decode()
    assert "Cục Mở" not in page
    assert "Chưa có tên nào ở đây." in page


@pytest.mark.parametrize("letter", ["7", "ab", "A", "ω"])
def test_what_is_no_letter_is_refused_in_words(client, letter):
    response = client.get(f"/don-vi/?chu={letter}")

    assert response.status_code == 400
    assert "Danh sách chỉ mở được từ một chữ cái." in response.content.decode()


@pytest.mark.parametrize(
    ("path", "make", "column"),
    [("/don-vi/", make_organisation, "name"), ("/ca-nhan/", make_person, "full_name")],
)
def test_a_directory_is_walked_page_by_page_at_a_fixed_cost(client, story, monkeypatch, path, make, column):
    monkeypatch.setattr(alphabetical, "NAMES_ON_A_PAGE", 4)
    for number in range(3):
        prove(make(**{column: f"Mẫu {number}"}), story)
    few = queries_of(client, path)
    for number in range(3, 10):
        prove(make(**{column: f"Mẫu {number}"}), story)

    assert queries_of(client, path) == few <= 8

    names, address = [], path
    while address:
        page = client.get(address)
        names += [name for _letter, ones in shelves(page) for name in ones]
        following = re.search(r'<a href="([^"]+)" rel="next"', page.content.decode())
        address = following and following[1]
    assert names == [f"Mẫu {number}" for number in range(10)]
