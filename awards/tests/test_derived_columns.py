"""Columns that follow other attributes are right whichever way a row is written."""

import pytest

from awards.models import AwardForm, Organisation, Person

pytestmark = pytest.mark.django_db


def stored(row, column):
    return type(row).objects.values_list(column, flat=True).get(pk=row.pk)


def test_a_search_key_follows_the_name_on_every_save():
    unit = Organisation.objects.create(name="Đơn vị Mẫu")
    unit = Organisation.objects.get(pk=unit.pk)

    unit.name = "Cục Ấn Phẩm"
    unit.save()

    assert stored(unit, "name_fold") == "cuc an pham"


def test_bulk_creation_fills_the_keys():
    AwardForm.objects.bulk_create([AwardForm(name="Huân chương Mẫu", slug="hc-mau", family="medal", rank=1)])

    assert AwardForm.objects.values_list("name_fold", "family_rank").get() == ("huan chuong mau", 2)


def test_a_raw_save_fills_the_keys():
    unit = Organisation(name="Đội Mẫu", slug="doi-mau")

    unit.save_base(raw=True)

    assert stored(unit, "name_fold") == "doi mau"


def test_units_sort_by_the_vietnamese_alphabet_and_people_by_given_name():
    for name in ("Ông Mẫu", "Đà Mẫu", "Dương Mẫu", "Zeta Mẫu", "Ấp Mẫu", "An Mẫu"):
        Organisation.objects.create(name=name)
    for name in ("Trần Thị Mẫu Ước", "Lê Mẫu Ân", "Đỗ Mẫu Anh"):
        Person.objects.create(full_name=name)

    assert [unit.name.split()[0] for unit in Organisation.objects.all()] == [
        "An",
        "Ấp",
        "Dương",
        "Đà",
        "Ông",
        "Zeta",
    ]
    assert [person.full_name.split()[-1] for person in Person.objects.all()] == ["Anh", "Ân", "Ước"]
