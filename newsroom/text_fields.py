"""Model and form fields through which text enters: NFC, without control characters.

Text is normalised in `to_python` (forms, fixtures), `pre_save` (plain `save()`) and
`get_prep_value` (raw saves, bulk writes, `update()`, lookups), so no door is left open.
"""

from django import forms
from django.db import models

from newsroom.vietnamese import collapse_spaces, nfc


class NormalisedMixin:
    """Runs `normalise` at every door of a text field."""

    def normalise(self, value: str) -> str:
        return nfc(value)

    def to_python(self, value):
        value = super().to_python(value)
        return self.normalise(value) if isinstance(value, str) else value

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        if isinstance(value, str):
            value = self.normalise(value)
            setattr(instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return self.normalise(value) if isinstance(value, str) else value


class LineFormField(forms.CharField):
    """One line as typed or pasted: NFC, no tabs or doubled spaces."""

    def to_python(self, value):
        return collapse_spaces(super().to_python(value) or "")


class TextFormField(forms.CharField):
    """Several lines as typed or pasted: NFC, control characters dropped."""

    def to_python(self, value):
        return nfc(super().to_python(value) or "").strip()


class LineField(NormalisedMixin, models.CharField):
    """A single line: a title, a name, a caption."""

    def normalise(self, value):
        return collapse_spaces(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": LineFormField, **kwargs})


class ParagraphField(NormalisedMixin, models.TextField):
    """Plain text that may have several lines."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": TextFormField, **kwargs})
