from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.admin.proof import ProofFilter, ProvenAdmin, ReferencedFormSet
from awards.admin.widgets import RoomyMixin
from awards.models import Campaign, CampaignReview, Target
from newsroom.stated_dates import StatedDatesMixin


class CampaignForm(StatedDatesMixin, forms.ModelForm):
    stated_dates = (("launched_on", "launched_on_basis", "launched_on_note"),)

    class Meta:
        model = Campaign
        fields = (
            "name",
            "slug",
            "slogan",
            "kind",
            "level",
            "parent",
            "description",
            "starts_year",
            "ends_year",
            "launched_on",
            "launched_on_basis",
            "launched_on_note",
            "launching_body",
            "launched_by",
            "launch_event",
        )
        help_texts = {
            "slug": _("Empty: made from the name."),
            "parent": _("The larger campaign, only where a source says so."),
        }


class TargetInline(RoomyMixin, admin.TabularInline):
    model = Target
    formset = ReferencedFormSet
    fields = ("number", "text", "metric", "due_year")
    extra = 0
    show_change_link = True
    verbose_name_plural = _("Targets; each has its own page for its evidence")


class ReviewInline(RoomyMixin, admin.TabularInline):
    model = CampaignReview
    fields = ("stage", "event")
    autocomplete_fields = ("event",)
    extra = 0
    verbose_name_plural = _("Reviews, each at an event that a story reports")


@admin.register(Campaign)
class CampaignAdmin(ProvenAdmin):
    form = CampaignForm
    inlines = (TargetInline, ReviewInline)
    fieldsets = (
        (None, {"fields": ("name", "slogan", "slug", ("kind", "level"), "parent", "description")}),
        (_("Period"), {"fields": (("starts_year", "ends_year"),)}),
        (
            _("Launch"),
            {
                "fields": (
                    ("launched_on", "launched_on_basis"),
                    "launched_on_note",
                    "launching_body",
                    "launched_by",
                    "launch_event",
                ),
                "description": _("The period and the launch are independent facts."),
            },
        ),
    )
    list_display = ("name", "slogan", "level", "starts_year", "ends_year", "parent", "proof")
    list_filter = ("kind", "level", ProofFilter)
    list_select_related = ("parent",)
    quick_place = 63
    search_help_text = _("Name or theme; accents may be left out")
    autocomplete_fields = ("parent", "launching_body", "launched_by", "launch_event")

    def warn(self, request, records):
        super().warn(request, records)
        for campaign in records:
            numbers = campaign.targets.filter(evidence=None).values_list("number", flat=True)
            if numbers:
                messages.warning(
                    request,
                    gettext("Without evidence, so not shown to readers: targets %(numbers)s.")
                    % {"numbers": ", ".join(map(str, numbers))},
                )
