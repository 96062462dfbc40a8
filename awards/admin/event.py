from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.positions import PositionedInline
from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.models import Event, EventOrganiser
from newsroom.stated_dates import StatedDatesMixin


class EventForm(StatedDatesMixin, forms.ModelForm):
    stated_dates = (("date", "date_basis", "date_note"),)

    class Meta:
        model = Event
        fields = (
            "name",
            "slug",
            "other_names",
            "date",
            "date_basis",
            "date_note",
            "place",
            "sessions",
            "note",
        )
        help_texts = {"slug": _("Empty: made from the name.")}


class OrganiserInline(PositionedInline):
    model = EventOrganiser
    fields = ("place", "organisation", "role")
    autocomplete_fields = ("organisation",)
    verbose_name_plural = _("Organisers and what each did, in the words of the source")


@admin.register(Event)
class EventAdmin(ProvenAdmin):
    form = EventForm
    inlines = (OrganiserInline,)
    fieldsets = (
        (None, {"fields": ("name", "other_names", "slug")}),
        (
            _("When and where"),
            {"fields": (("date", "date_basis"), "date_note", "place", "sessions", "note")},
        ),
    )
    list_display = ("name", "date", "place", "proof")
    list_filter = ("date_basis", ProofFilter)
    quick_place = 64
    search_help_text = _("Any name of the event; accents may be left out")
