from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.admin.references import GivingRefMixin
from awards.models import Target


@admin.register(Target)
class TargetAdmin(GivingRefMixin, ProvenAdmin):
    """One task of a campaign with its evidence; reached from the campaign as well."""

    fieldsets = (
        (None, {"fields": ("campaign", "number", "text", "metric", "due_year")}),
        (_("What became of it"), {"fields": ("result", "result_on", "reached")}),
    )
    list_display = ("text", "number", "campaign", "due_year", "proof")
    list_filter = ("due_year", ProofFilter)
    list_select_related = ("campaign",)
    search_fields = ("text_fold", "campaign__name_fold")
    search_help_text = _("Words of the target or its campaign; accents may be left out")
    autocomplete_fields = ("campaign",)
