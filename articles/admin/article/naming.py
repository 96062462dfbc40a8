"""Fields of a story's form that name a record. Whether there is one, the form asks for all of them at once."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.photo import PhotoField
from articles.models import Tag
from articles.tag_names import split_tag_names
from newsroom.keys import is_key
from newsroom.slug_field import valid_slug
from newsroom.vietnamese import nfc


class RecordField(forms.ModelChoiceField):
    """Gives the key of a record."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if not is_key(str(value)):
            raise self.unknown(value)
        return int(value)

    def unknown(self, value) -> ValidationError:
        return ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})


class PhotoRefField(PhotoField):
    """Gives the ref of a photo."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if not valid_slug.regex.search(value):
            raise self.unknown(value)
        return value

    unknown = RecordField.unknown


class TagNamesField(forms.CharField):
    """Gives names, which were parted by commas."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        names = value if isinstance(value, list) else split_tag_names(nfc(value or ""))
        for name in names:
            if len(name) > Tag._meta.get_field("name").max_length:
                raise ValidationError(_("“%(name)s…” is too long for a tag."), params={"name": name[:40]})
        return names

    def has_changed(self, initial, data):
        return split_tag_names(data or "") != (initial or [])
