"""The model and form field of a `PartialDate`, stored as ISO text; empty text is "not stated"."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from newsroom.partial_dates import PartialDate, PartialDateError

ERROR_MESSAGES = {
    "unreadable": _("This is not a date. Write 8/9/2020, 9/2020 or 2020."),
    "no_year": _("The year is missing. Write it with four digits: 8/9/2020, 9/2020 or 2020."),
    "impossible": _("There is no such date in the calendar."),
}


def read_partial_date(value: object) -> PartialDate | None:
    """Return the date that `value` states, None for nothing.

    Raises ValidationError with a message for the person who typed it.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.from_date(value)
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except PartialDateError as error:
        raise ValidationError(ERROR_MESSAGES[error.code], code=error.code) from error


class PartialDateFormField(forms.CharField):
    """Accepts whatever `PartialDate.parse` reads and shows a date as a reader sees it."""

    def to_python(self, value):
        return read_partial_date(value)

    def prepare_value(self, value):
        return value.display() if isinstance(value, PartialDate) else value

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "placeholder": "8/9/2020"}


class PartialDateAttribute(DeferredAttribute):
    """Turns what is assigned into a PartialDate or None, so a row never holds the raw text."""

    def __set__(self, instance, value):
        if not hasattr(value, "resolve_expression"):
            value = read_partial_date(value)
        instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):
    """A date as precise as stated; in Python a PartialDate, or None when not stated.

    The column orders by time. Compare with dates in any spelling (`filter(day="9/2020")`,
    `day__gte=…`), find all of a year with `day__startswith="2020"` and what is not stated
    with `day=None`.
    """

    description = _("Date as precise as stated")
    descriptor_class = PartialDateAttribute

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = len("2020-09-08")
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def to_python(self, value):
        return read_partial_date(value)

    def from_db_value(self, value, expression, connection):
        return read_partial_date(value)

    def get_prep_value(self, value):
        day = read_partial_date(value)
        return "" if day is None else day.iso()

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value):
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        # The column is as short as ISO; what a person types may be longer.
        return super().formfield(**{"form_class": PartialDateFormField, "max_length": None, **kwargs})
