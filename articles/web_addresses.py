"""Addresses that an editor types: of the web, or of a page of this site."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineFormField

ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
OWN_PAGE = re.compile(r"/(?![/\\])[^\s\\]*")


class WebAddressField(LineFormField):
    """An http(s) address, whole; with `own_pages` also a path of this site such as /toa-soan/."""

    widget = forms.TextInput(attrs={"inputmode": "url"})

    def __init__(self, *args, own_pages=True, **kwargs):
        self.own_pages = own_pages
        super().__init__(*args, **kwargs)

    def validate(self, value):
        super().validate(value)
        if not value or ADDRESS.fullmatch(value) or (self.own_pages and OWN_PAGE.fullmatch(value)):
            return
        raise ValidationError(
            _("Write a whole address that begins with https:// or http://."), code="address"
        )
