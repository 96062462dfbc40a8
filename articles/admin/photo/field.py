"""Choosing one photo in a form: a thumbnail with buttons, or the photo's reference typed as text."""

from django import forms
from django.urls import reverse
from js_asset import Script

from articles.models import Photo
from articles.photos.markup import plate_url, thumbnail_url
from newsroom.slug_field import valid_slug


class PhotoPickerWidget(forms.TextInput):
    """A field that holds `Photo.ref`. With scripts it shows the picture and opens the picker."""

    template_name = "articles/photo_picker_widget.html"

    class Media:
        css = {"all": ["articles/photos/desk.css"]}
        js = [Script("articles/photos/photo-field.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        ref = context["widget"]["value"]
        photo = Photo.objects.filter(ref=ref).first() if valid_slug.regex.search(ref or "") else None
        context["widget"] |= {
            "photo": photo,
            "thumbnail": thumbnail_url(photo) if photo else plate_url(),
            "picker": reverse("admin:articles_photo_picker"),
        }
        return context


class PhotoField(forms.ModelChoiceField):
    """A Photo chosen by its reference; for a model form's foreign key or any form."""

    widget = PhotoPickerWidget

    def __init__(self, **kwargs):
        super().__init__(Photo.objects.all(), to_field_name="ref", **kwargs)

    def prepare_value(self, value):
        """Model forms begin with a primary key; the text field shows the reference."""
        if isinstance(value, int):
            return Photo.objects.filter(pk=value).values_list("ref", flat=True).first()
        return super().prepare_value(value)
