"""Addresses that people type and documents bring: of the web, or of a page of this site."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineFormField, NormalisedMixin
from newsroom.vietnamese import collapse_spaces

ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
OWN_PAGE = re.compile(r"/(?![/\\])[^\s\\]*")


def is_safe(address: str, *, own_pages: bool) -> bool:
    """Whether a link may lead there: an http(s) address or, with `own_pages`, a path of this site."""
    return bool(ADDRESS.fullmatch(address) or (own_pages and OWN_PAGE.fullmatch(address)))


class WebAddressField(LineFormField):
    """An http(s) address, whole; with `own_pages` also a path of this site such as /toa-soan/."""

    widget = forms.TextInput(attrs={"inputmode": "url"})

    def __init__(self, *args, own_pages=True, **kwargs):
        self.own_pages = own_pages
        super().__init__(*args, **kwargs)

    def validate(self, value):
        super().validate(value)
        if not value or is_safe(value, own_pages=self.own_pages):
            return
        raise ValidationError(
            _("Write a whole address that begins with https:// or http://."), code="address"
        )


class SafeAddressField(NormalisedMixin, models.CharField):
    """The model field of such an address: what no link may lead to is not stored, at any door."""

    def __init__(self, *args, own_pages=False, **kwargs):
        self.own_pages = own_pages
        super().__init__(*args, **kwargs)

    def normalise(self, value):
        address = collapse_spaces(value)
        return address if is_safe(address, own_pages=self.own_pages) else ""

    def get_prep_value(self, value):
        # A question may name a part of an address.
        return models.CharField.get_prep_value(self, value)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
