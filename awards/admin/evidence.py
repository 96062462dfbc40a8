from django.contrib import admin
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.admin.proof import QuoteForm, block_name, place_mark, warn_unproven
from awards.admin.record import RecordAdmin
from awards.admin.references import GivenRefMixin, GivingRefMixin
from awards.models import Evidence
from awards.models.evidence import RECORD_FIELDS


class EvidenceForm(GivenRefMixin, QuoteForm):
    """Words and, among the kinds of record, the one that they prove."""

    class Meta(QuoteForm.Meta):
        fields = ("article", "quote", *RECORD_FIELDS, "ref")
        help_texts = QuoteForm.Meta.help_texts | {"ref": _("Empty: made from the record.")}


class RecordFilter(admin.SimpleListFilter):
    title = _("what it proves")
    parameter_name = "record"

    def lookups(self, request, model_admin):
        models = ((name, Evidence._meta.get_field(name).related_model) for name in RECORD_FIELDS)
        return [(name, capfirst(model._meta.verbose_name)) for name, model in models]

    def queryset(self, request, queryset):
        chosen = self.value()
        return queryset.filter(**{f"{chosen}__isnull": False}) if chosen in RECORD_FIELDS else queryset


@admin.register(Evidence)
class EvidenceAdmin(GivingRefMixin, RecordAdmin):
    form = EvidenceForm
    fieldsets = (
        (_("The words"), {"fields": ("article", "quote", "block", "where", "version")}),
        (
            _("What they prove"),
            {"fields": RECORD_FIELDS, "description": _("Exactly one record.")},
        ),
        (None, {"fields": ("ref",)}),
    )
    readonly_fields = ("where", "version")
    list_display = ("words", "proves", "kind", "article", "place", "where")
    list_filter = ("found", RecordFilter)
    search_fields = ("quote_fold", "article__search_fold")
    search_help_text = _("Quoted words or story; accents may be left out")
    autocomplete_fields = ("article", *RECORD_FIELDS)

    def get_queryset(self, request):
        printed = (
            "article",
            "revision",
            "honour__form",
            "honour__organisation",
            "honour__person",
            "announcement__form",
        )
        rows = super().get_queryset(request).with_record().select_related(*printed)
        return rows.defer("article__body", "article__story_html", "revision__snapshot")

    def get_ordering(self, request):
        return ("-pk",)

    def records_of(self, obj):
        return [obj.record]

    def left_after_deleting(self, obj):
        return [obj.record]

    def warn(self, request, records):
        for record in records:
            warn_unproven(request, record)

    @admin.display(description=_("exact words"))
    def words(self, piece):
        return Truncator(piece.quote).chars(110)

    @admin.display(description=_("proves"))
    def proves(self, piece):
        return piece.record

    @admin.display(description=_("kind"))
    def kind(self, piece):
        return piece.record._meta.verbose_name

    @admin.display(description=_("place in the story"))
    def place(self, piece):
        return block_name(piece.block)

    @admin.display(description=_("found"))
    def where(self, piece):
        return place_mark(piece) if piece.pk else "–"

    @admin.display(description=_("read in revision"))
    def version(self, piece):
        """A link to what has changed in the story since."""
        if piece.revision is None:
            return "–"
        text = gettext("%(number)s, compared with now") % {"number": piece.revision.number}
        return format_html('<a href="{}">{}</a>', piece.revision_compared_url(), text)
