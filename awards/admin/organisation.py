from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.filters import ValidityFilter
from awards.admin.merging import MergingMixin
from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.admin.widgets import RoomyMixin
from awards.models import Organisation, OrganisationAlias
from awards.models.lineage import leads_back


class OrganisationForm(forms.ModelForm):
    class Meta:
        model = Organisation
        fields = ("name", "slug", "kind", "parent", "predecessors", "valid_from", "valid_to", "note")
        help_texts = {
            "slug": _("Empty: made from the name."),
            "parent": _("Only where a source says so."),
            "predecessors": _("The bodies that this one followed."),
            "valid_to": _("Empty: the name still holds."),
        }

    def clean_predecessors(self):
        earlier = self.cleaned_data["predecessors"]
        if self.instance.pk and leads_back([one.pk for one in earlier], _before, self.instance.pk):
            raise forms.ValidationError(_("A body cannot come before itself."))
        return earlier


def _before(keys):
    links = Organisation.predecessors.through.objects
    return links.filter(from_organisation__in=keys).values_list("to_organisation", flat=True)


class AliasInline(RoomyMixin, admin.TabularInline):
    model = OrganisationAlias
    fields = ("name",)
    extra = 0
    verbose_name_plural = _("Other spellings and short forms")


@admin.register(Organisation)
class OrganisationAdmin(MergingMixin, ProvenAdmin):
    form = OrganisationForm
    inlines = (AliasInline,)
    list_display = ("name", "kind", "parent", "valid_from", "valid_to", "proof")
    list_filter = ("kind", ValidityFilter, ProofFilter)
    list_select_related = ("parent",)
    quick_place = 61
    search_help_text = _("Name or alias; accents may be left out")
    autocomplete_fields = ("parent", "predecessors")
    aliases = ((OrganisationAlias, "organisation", "pk"),)
    copied = ("name",)

    def quick_detail(self, organisation):
        return organisation.get_kind_display()
