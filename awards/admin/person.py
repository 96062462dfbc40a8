from django.contrib import admin
from django.utils.translation import gettext_lazy as _

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


@admin.register(Person)
class PersonAdmin(ProvenAdmin):
    inlines = (TitleInline, AliasInline)
    fields = ("full_name", "sort_given", "slug", "author")
    list_display = ("full_name", "latest_title", "author", "proof")
    list_filter = (ProofFilter,)
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
