from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.admin.filters import RecipientKindFilter
from awards.admin.proof import ProofFilter, ProvenAdmin
from awards.admin.references import GivenRefMixin, GivingRefMixin
from awards.models import Honour, OrganisationAlias, PersonAlias
from awards.models.base import OrderClass, RecipientKind
from newsroom.stated_dates import StatedDatesMixin

RECIPIENT = ("organisation", "person", "household")


class HonourForm(StatedDatesMixin, GivenRefMixin, forms.ModelForm):
    stated_dates = (("presented_on", "presented_on_basis", None),)

    class Meta:
        model = Honour
        fields = (
            *RECIPIENT,
            "recipient_title",
            "recipient_unit",
            "posthumous",
            "form",
            "order_class",
            "status",
            "year",
            "presented_on",
            "presented_on_basis",
            "event",
            "authority",
            "decision",
            "revoked_by",
            "presenter",
            "presenter_title",
            "presenter_capacity",
            "scope",
            "announcement",
            "campaign",
            "note",
            "ref",
        )
        help_texts = {
            "household": _("The household's name as printed."),
            "recipient_title": _("A person's title when the award was given."),
            "order_class": _("Only for forms that have classes."),
            "status": _("A proposed name is not a holder: readers do not see it."),
            "year": _("The year of the award as stated; the year of its handing over stands below."),
            "presenter": _("Who handed it over. This is not the authority: it may be done on its behalf."),
            "announcement": _("Only where this name is in the list that the total announces."),
            "ref": _("Empty: made from form, recipient and year."),
        }

    def clean(self):
        data = super().clean()
        form = data.get("form")
        if form and data.get("order_class") and not form.has_classes:
            self.add_error("order_class", _("This form of award has no classes."))
        if form and data.get("announcement"):
            self._clean_announcement(data)
        return data

    def _clean_announcement(self, data: dict) -> None:
        total = data["announcement"]
        kinds = [kind for kind, name in zip(RecipientKind.values, RECIPIENT, strict=True) if data.get(name)]
        same_class = total.order_class in {OrderClass.VARIOUS, data.get("order_class")}
        if total.form_id != data["form"].pk or total.recipient_kind not in kinds or not same_class:
            self.add_error("announcement", _("This total is of another form, class or kind of recipient."))


@admin.register(Honour)
class HonourAdmin(GivingRefMixin, ProvenAdmin):
    form = HonourForm
    fieldsets = (
        (
            _("Who is honoured"),
            {
                "fields": (*RECIPIENT, "recipient_title", "recipient_unit", "posthumous"),
                "description": _("Exactly one recipient: a collective, an individual or a household."),
            },
        ),
        (_("With what"), {"fields": ("form", ("order_class", "status"))}),
        (
            _("When given and presented"),
            {"fields": ("year", ("presented_on", "presented_on_basis"), "event")},
        ),
        (
            _("By whom"),
            {
                "fields": (
                    "authority",
                    "decision",
                    "presenter",
                    "presenter_title",
                    "presenter_capacity",
                    "revoked_by",
                ),
                "description": _(
                    "The authority decides, the presenter hands over. "
                    "Where a source names only the presenter, leave the authority empty."
                ),
            },
        ),
        (_("Where it is counted"), {"fields": ("scope", "announcement", "campaign")}),
        (_("Notes"), {"fields": ("note", "ref")}),
    )
    list_display = ("recipient", "award", "status", "listed", "scope", "proof")
    list_filter = ("status", RecipientKindFilter, "order_class", "form__family", ProofFilter)
    quick_place = 60
    search_fields = ("recipient_fold", "form__name_fold")
    search_help_text = _("Recipient, alias or form; accents may be left out")
    aliases = (
        (OrganisationAlias, "organisation", "organisation"),
        (PersonAlias, "person", "person"),
    )
    autocomplete_fields = (
        "form",
        "organisation",
        "person",
        "recipient_unit",
        "event",
        "decision",
        "revoked_by",
        "presenter",
        "scope",
        "announcement",
        "campaign",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("form", "organisation", "person", "scope")

    @admin.display(description=_("recipient"))
    def recipient(self, honour):
        return honour.recipient

    @admin.display(description=_("award"))
    def award(self, honour):
        return honour.award_name

    @admin.display(description=_("year"))
    def listed(self, honour):
        return str(honour.listed_year or "–")
