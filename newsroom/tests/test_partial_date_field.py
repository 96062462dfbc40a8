"""The date field: what a form takes, what the database holds, what comes back."""

import json
from datetime import date

import pytest
from django import forms
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils import translation

from newsroom.partial_date_field import PartialDateField, PartialDateFormField
from newsroom.partial_dates import PartialDate


class Happening(models.Model):
    """A model of these tests only; its table is made for each test that needs it."""

    happened_on = PartialDateField(blank=True)
    noted_on = PartialDateField(default="2020")

    class Meta:
        app_label = "partial_date_field_tests"
        db_table = "partial_date_field_tests_happening"


class HappeningForm(forms.ModelForm):
    class Meta:
        model = Happening
        fields = ("happened_on",)


@pytest.fixture
def table(db):
    field_types = [field.db_type(connection) for field in Happening._meta.local_fields[1:]]
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE {Happening._meta.db_table} (id integer PRIMARY KEY,"
            f" happened_on {field_types[0]} NOT NULL, noted_on {field_types[1]} NOT NULL)"
        )


def store(*days):
    for pk, day in enumerate(days, start=1):
        Happening(pk=pk, happened_on=day).save(force_insert=True)


def stored_texts():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT happened_on FROM {Happening._meta.db_table} ORDER BY id")
        return [text for (text,) in cursor.fetchall()]


def test_the_database_holds_iso_text_and_gives_back_dates(table):
    store("tháng 9/2020", PartialDate(2020, 9, 8), date(2020, 9, 9), "2020", None, "")

    assert stored_texts() == ["2020-09", "2020-09-08", "2020-09-09", "2020", "", ""]
    assert list(Happening.objects.order_by("pk").values_list("happened_on", flat=True)) == [
        PartialDate(2020, 9),
        PartialDate(2020, 9, 8),
        PartialDate(2020, 9, 9),
        PartialDate(2020),
        None,
        None,
    ]
    assert Happening.objects.get(pk=1).happened_on == PartialDate(2020, 9)
    assert Happening.objects.defer("happened_on").get(pk=1).happened_on == PartialDate(2020, 9)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"happened_on": "tháng 9/2020"}, [2]),
        ({"happened_on": PartialDate(2020, 9, 8)}, [3]),
        ({"happened_on__gte": PartialDate(2020, 9)}, [2, 3, 4]),
        ({"happened_on__in": ["2020", "2021"]}, [1, 4]),
        ({"happened_on__startswith": "2020"}, [1, 2, 3]),
        ({"happened_on": None}, [5]),
        ({"happened_on": ""}, [5]),
    ],
)
def test_rows_are_found_by_date_in_any_spelling(table, condition, found):
    store("2020", "2020-09", "2020-09-08", "2021", None)

    assert list(Happening.objects.filter(**condition).order_by("pk").values_list("pk", flat=True)) == found


def test_rows_order_by_time(table):
    store("2021", "2020-09-08", "2020", "2020-09")

    days = Happening.objects.order_by("happened_on").values_list("happened_on", flat=True)

    assert [day.iso() for day in days] == ["2020", "2020-09", "2020-09-08", "2021"]


def test_bulk_updates_and_expressions_store_dates_too(table):
    store("2021", "2022")

    Happening.objects.filter(pk=1).update(happened_on="8/9/2020")
    row = Happening.objects.get(pk=2)
    row.happened_on = models.F("noted_on")
    row.save()

    assert stored_texts() == ["2020-09-08", "2020"]


def test_a_date_is_a_date_as_soon_as_it_is_assigned():
    row = Happening(happened_on="8/9/2020")
    assert row.happened_on == PartialDate(2020, 9, 8)
    assert row.noted_on == PartialDate(2020)

    row.happened_on = ""
    assert row.happened_on is None


def test_text_that_is_no_date_cannot_be_assigned():
    with pytest.raises(ValidationError) as refusal:
        Happening(happened_on="hôm qua")

    assert refusal.value.code == "unreadable"


def test_a_row_passes_full_validation_and_an_empty_required_date_does_not():
    Happening(happened_on=None, noted_on="2020-09").full_clean()

    with pytest.raises(ValidationError) as refusal:
        Happening(noted_on=None).full_clean()
    assert list(refusal.value.message_dict) == ["noted_on"]


@pytest.mark.parametrize("day", [PartialDate(2020, 9, 8), PartialDate(2020, 9), PartialDate(2020), None])
@pytest.mark.parametrize("form", ["json", "xml"])
def test_fixtures_carry_iso_text_and_read_back_the_same(day, form):
    row = Happening(pk=1, happened_on=day)

    written = serializers.serialize(form, [row], fields=["happened_on"])

    assert (day.iso() if day else "happened_on") in written
    if form == "json":
        (record,) = json.loads(written)
        read = Happening._meta.get_field("happened_on").to_python(record["fields"]["happened_on"])
        assert read == day


def test_migrations_can_rebuild_the_field():
    for field in Happening._meta.local_fields[1:]:
        _name, path, args, kwargs = field.deconstruct()

        rebuilt = PartialDateField(*args, **kwargs)

        assert path == "newsroom.partial_date_field.PartialDateField"
        assert rebuilt.deconstruct()[1:] == (path, args, kwargs)
        assert rebuilt.max_length == 10


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ngày 8 tháng 9 năm 2020", PartialDate(2020, 9, 8)),
        (" 9/2020 ", PartialDate(2020, 9)),
        ("", None),
    ],
)
def test_an_editor_may_type_a_date_as_it_is_written(typed, read):
    form = HappeningForm({"happened_on": typed})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["happened_on"] == read
    assert form.save(commit=False).happened_on == read


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "24/7",
            "The year is missing. Write it with four digits: 8/9/2020, 9/2020 or 2020.",
        ),
        ("31/4/2020", "There is no such date in the calendar."),
        ("hôm qua", "This is not a date. Write 8/9/2020, 9/2020 or 2020."),
    ],
)
def test_an_editor_is_told_what_is_wrong_and_keeps_what_was_typed(typed, message):
    with translation.override("en"):
        form = HappeningForm({"happened_on": typed})

        assert form.errors == {"happened_on": [message]}
        assert f'value="{typed}"' in str(form["happened_on"])


def test_a_form_shows_a_date_as_a_reader_sees_it_and_knows_when_it_changed():
    row = Happening(happened_on="2020-09")

    assert 'value="tháng 9/2020"' in str(HappeningForm(instance=row)["happened_on"])
    assert not HappeningForm({"happened_on": "09/2020"}, instance=row).has_changed()
    assert HappeningForm({"happened_on": "10/2020"}, instance=row).has_changed()


def test_a_required_date_must_be_given():
    with pytest.raises(ValidationError) as refusal:
        PartialDateFormField().clean(" ")

    assert refusal.value.code == "required"
