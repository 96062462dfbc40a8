"""A short list of names kept with its row: other names of an event, sessions, short forms."""

import json

from django import forms
from django.db import models

from newsroom.vietnamese import collapse_spaces


class NameListFormField(forms.CharField):
    """One name a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = value if isinstance(value, list) else (super().to_python(value) or "").splitlines()
        return [line for line in map(collapse_spaces, lines) if line]

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class NameListField(models.JSONField):
    """A list of lines, NFC, in order."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def to_python(self, value):
        if isinstance(value, str):
            value = json.loads(value)
        return [collapse_spaces(name) for name in value]

    def get_prep_value(self, value):
        if isinstance(value, (list, tuple)):
            value = [collapse_spaces(name) for name in value]
        return super().get_prep_value(value)

    def formfield(self, **kwargs):
        # Django would put the default into a hidden field to compare with; the row itself is compared.
        defaults = {"form_class": NameListFormField, "show_hidden_initial": False}
        return models.Field.formfield(self, **defaults | kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
