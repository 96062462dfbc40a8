from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.hiding import HidingMixin
from awards.admin.merging import MergingMixin
from awards.admin.positions import PositionedInline
from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.admin.widgets import RoomyMixin
from awards.models import Person, PersonAlias, PersonTitle


class TitleInline(PositionedInline):
    model = PersonTitle
    fields = ("place", "title", "organisation", "from_date", "to_date")
    autocomplete_fields = ("organisation",)
    verbose_name_plural = _("Titles over time, as sources print them")


class AliasInline(RoomyMixin, admin.TabularInline):
    model = PersonAlias
    fields = ("name",)
    extra = 0
    verbose_name_plural = _("Other spellings of the name")


class HiddenFilter(admin.SimpleListFilter):
    title = _("lists and search")
    parameter_name = "hidden"

    def lookups(self, request, model_admin):
        return [("yes", _("Hidden"))]

    def queryset(self, request, queryset):
        return queryset.filter(hidden_at__isnull=False) if self.value() == "yes" else queryset


@admin.register(Person)
class PersonAdmin(MergingMixin, HidingMixin, ProvenAdmin):
    inlines = (TitleInline, AliasInline)
    fields = ("full_name", "sort_given", "slug", "author")
    list_display = ("full_name", "latest_title", "author", "shown", "proof")
    list_filter = (HiddenFilter, ProofFilter)
    list_select_related = ("author",)
    quick_place = 62
    search_help_text = _("Name or alias; accents may be left out")
    autocomplete_fields = ("author",)
    aliases = ((PersonAlias, "person", "pk"),)
    copied = ("full_name", "sort_given")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("titles")

    @admin.display(description=_("titles and ranks"))
    def latest_title(self, person):
        return "; ".join(title.title for title in person.titles.all())

    @admin.display(description=_("lists and search"))
    def shown(self, person):
        return _("hidden") if person.hidden_at else ""
