"""Dates are written and typed day first, whichever language the desk speaks."""

import re
from datetime import date, datetime

import pytest
from django import forms
from django.contrib.auth import get_user_model
from django.utils import translation
from django.utils.formats import date_format


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize("typed", ["8/9/2020", "08/09/2020", "2020-09-08"])
def test_the_eighth_of_september_is_typed_day_first(language, typed):
    assert forms.DateField().clean(typed) == date(2020, 9, 8)


def test_a_moment_is_typed_day_first(language):
    moment = forms.DateTimeField().clean("8/9/2020 14:30")

    assert moment.replace(tzinfo=None) == datetime(2020, 9, 8, 14, 30)


def test_a_form_shows_a_date_as_it_is_typed(language):
    assert 'value="08/09/2020"' in str(forms.DateInput().render("ngay", date(2020, 9, 8)))


def test_the_calendar_of_the_desk_writes_the_same(client, db):
    client.force_login(get_user_model().objects.create_superuser("quan-tri"))

    script = client.get("/admin/jsi18n/").content.decode()

    assert re.search(r'"DATE_INPUT_FORMATS": \[\s*"%d/%m/%Y"', script)


def test_dates_read_as_in_a_vietnamese_paper():
    with translation.override("vi"):
        assert date_format(datetime(2020, 9, 8, 14, 30), "DATETIME_FORMAT") == "14:30 8/9/2020"
