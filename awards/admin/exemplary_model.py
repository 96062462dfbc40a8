from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.models import ExemplaryModel


@admin.register(ExemplaryModel)
class ExemplaryModelAdmin(ProvenAdmin):
    fields = ("name", "slug", "word", "organisation", "campaign", "description")
    list_display = ("name", "word", "organisation", "campaign", "proof")
    list_filter = (ProofFilter,)
    list_select_related = ("organisation", "campaign")
    quick_place = 66
    search_fields = ("name_fold", "organisation__name_fold")
    search_help_text = _("Name or unit; accents may be left out")
    autocomplete_fields = ("organisation", "campaign")
