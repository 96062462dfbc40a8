from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.admin.filters import RecipientKindFilter
from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.admin.references import GivenRefMixin, GivingRefMixin
from awards.models import Announcement
from awards.reconciliation import Status, reconciled
from newsroom.numbers import grouped
from newsroom.stated import Basis


class AnnouncementForm(GivenRefMixin, forms.ModelForm):
    class Meta:
        model = Announcement
        fields = (
            "form",
            "order_class",
            "recipient_kind",
            "count",
            "many",
            "year",
            "period_text",
            "period_from",
            "period_to",
            "period_basis",
            "scope",
            "campaign",
            "note",
            "ref",
        )
        help_texts = {
            "order_class": _("Only for forms that have classes."),
            "count": _("The number as announced; names are recorded as honours."),
            "scope": _("The sector or body whose awards are counted."),
            "period_text": _("As printed: “5 năm qua”."),
            "ref": _("Empty: made from form, class, kind and period."),
        }

    def clean(self):
        data = super().clean()
        form = data.get("form")
        if form and data.get("order_class") and not form.has_classes:
            self.add_error("order_class", _("This form of award has no classes."))
        inferred = data.get("period_basis") == Basis.INFERRED
        if inferred and not data.get("note"):
            self.add_error("note", _("Say from what the period is inferred."))
        return data


@admin.register(Announcement)
class AnnouncementAdmin(GivingRefMixin, ProvenAdmin):
    form = AnnouncementForm
    fieldsets = (
        (None, {"fields": ("form", ("order_class", "recipient_kind"), "count", "many")}),
        (
            _("Period"),
            {"fields": ("year", "period_text", ("period_from", "period_to"), "period_basis", "note")},
        ),
        (_("Where it is counted"), {"fields": ("scope", "campaign")}),
        (_("Against names"), {"fields": ("against_names", "ref")}),
    )
    readonly_fields = ("against_names",)
    list_display = ("award", "announced", "named", "outside", "period", "scope", "proof")
    list_filter = (RecipientKindFilter, "order_class", "form__family", ProofFilter)
    search_fields = ("form__name_fold", "scope__name_fold", "campaign__name_fold")
    search_help_text = _("Form, body or campaign; accents may be left out")
    autocomplete_fields = ("form", "scope", "campaign")

    def get_queryset(self, request):
        return reconciled(super().get_queryset(request).select_related("form", "scope"))

    @admin.display(description=_("award"))
    def award(self, total):
        return total.award_name

    @admin.display(description=_("announced"))
    def announced(self, total):
        number = gettext("many") if total.many else grouped(total.count)
        return f"{number} ({total.get_recipient_kind_display().lower()})"

    @admin.display(description=_("named"))
    def named(self, total):
        return grouped(total.named)

    @admin.display(description=_("outside"))
    def outside(self, total):
        return grouped(total.outside)

    @admin.display(description=_("period"))
    def period(self, total):
        if total.period_from or total.period_to:
            return f"{total.period_from or '…'}–{total.period_to or '…'}"
        return str(total.year or total.period_text or "–")

    @admin.display(description=_("what readers see"))
    def against_names(self, total):
        if not total.pk:
            return "–"
        text = gettext(
            "Announced %(announced)s · named in its list %(named)s · outside the list %(outside)s: “%(status)s”"
        )
        return text % {
            "announced": self.announced(total),
            "named": self.named(total),
            "outside": self.outside(total),
            "status": Status(total.status).label,
        }
