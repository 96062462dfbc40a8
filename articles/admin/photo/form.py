"""Forms that take a picture in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles.admin.photo.used import change_url
from articles.models import Photo
from articles.photos.inspection import MAX_MEGABYTES, MAX_MEGAPIXELS, PhotoRefused, inspect
from articles.web_addresses import WebAddressField

WIDE = {"class": "vLargeTextField"}
WORDS = {
    "alt": forms.Textarea(attrs=WIDE | {"rows": 2}),
    "caption": forms.Textarea(attrs=WIDE | {"rows": 2}),
    "credit": forms.TextInput(attrs=WIDE),
}
ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff"


class UploadField(forms.FileField):
    """A picture file; its clean value is an `Inspected` picture, or None when no file was chosen."""

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "label": _("File"),
                "widget": forms.FileInput(attrs={"accept": ACCEPT}),
                "help_text": format_lazy(
                    _(
                        "JPEG, PNG, WebP, AVIF, GIF or TIFF, at most {megabytes} MB and {megapixels} megapixels."
                    ),
                    megabytes=MAX_MEGABYTES,
                    megapixels=MAX_MEGAPIXELS,
                ),
                **kwargs,
            }
        )

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return inspect(file)
        except PhotoRefused as refusal:
            raise ValidationError(str(refusal)) from refusal


class ShareInput(forms.NumberInput):
    """A slider from 0 to 1: arrow keys move it, with or without scripts."""

    input_type = "range"

    def __init__(self):
        super().__init__(attrs={"min": "0", "max": "1", "step": "0.01"})


class OneOfAKindForm(forms.ModelForm):
    """Refuses a file that the library has, until the person says that it shall stand there twice.

    `twin` is then the photo that has it.
    """

    again = forms.BooleanField(
        label=_("Keep it here a second time"), required=False, widget=forms.HiddenInput
    )
    twin = None

    @property
    def uploaded_name(self) -> str:
        """What the file was called where it came from."""
        return self.files["upload"].name[:150]

    def clean(self):
        data = super().clean()
        upload = data.get("upload")
        if upload and not data.get("again"):
            others = Photo.objects.filter(checksum=upload.checksum).exclude(pk=self.instance.pk)
            self.twin = others.order_by("pk").first()
        if self.twin:
            link = format_html('<a href="{}">{}</a>', change_url(self.twin), self.twin)
            message = _(
                "The library has this file already. Use it, or tick the box and choose the file again. It is {}"
            )
            self.add_error("upload", format_html(message, link))
            self.fields["again"].widget = forms.CheckboxInput()
        return data


class PhotoForm(OneOfAKindForm):
    """A photo's record with a place for its file. Without a file it shows the caption plate."""

    upload = UploadField(required=False)
    source_url = WebAddressField(
        label=_("Source address"),
        max_length=600,
        required=False,
        own_pages=False,
        widget=forms.TextInput(attrs=WIDE | {"inputmode": "url"}),
    )

    class Meta:
        model = Photo
        fields = (
            "alt",
            "decorative",
            "caption",
            "credit",
            "illustration",
            "source_url",
            "rights",
            "rights_until",
            "focal_x",
            "focal_y",
        )
        widgets = WORDS | {
            "rights": forms.TextInput(attrs=WIDE),
            "rights_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "focal_x": ShareInput(),
            "focal_y": ShareInput(),
        }

    class Media:
        js = [Script("articles/photos/focal-point.js", type="module")]

    def clean(self):
        data = super().clean()
        said = [data.get(name) for name in ("upload", "alt", "caption", "source_url")]
        if not self.instance.pk and not any(said) and "upload" not in self.errors:
            message = _("Choose a file, or say in the caption what the picture shows.")
            self.add_error("upload", message)
        return data


class PickerUploadForm(OneOfAKindForm):
    """The short form of the picker: a file and what must be said about it."""

    upload = UploadField()
    field_order = ("upload", "again")

    class Meta:
        model = Photo
        fields = ("alt", "decorative", "caption", "credit")
        widgets = WORDS
