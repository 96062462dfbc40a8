from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.admin.filters import ValidityFilter
from awards.admin.record import RecordAdmin
from awards.models import AwardForm
from awards.models.base import RecipientKind


class AwardFormForm(forms.ModelForm):
    recipients = forms.MultipleChoiceField(
        label=capfirst(_("recipients")),
        choices=RecipientKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who may receive it under the law."),
    )

    class Meta:
        model = AwardForm
        fields = (
            "name",
            "slug",
            "aliases",
            "family",
            "rank",
            "general",
            "has_classes",
            "recipients",
            "authority",
            "legal_basis",
            "valid_from",
            "valid_to",
            "verified",
            "description",
            "note",
        )
        help_texts = {
            "slug": _("Empty: made from the name."),
            "general": _("The general form: “Bằng khen” for “Bằng khen của Thủ tướng Chính phủ”."),
            "authority": _("Who confers it under the law."),
            "verified": _("Only when the text of the law was read."),
        }

    def clean_has_classes(self):
        has_classes = self.cleaned_data["has_classes"]
        if self.instance.pk and not has_classes:
            honours, totals = (
                rows.exclude(order_class="").count()
                for rows in (self.instance.honours, self.instance.announcements)
            )
            if honours or totals:
                message = gettext(
                    "This form is recorded with classes: %(honours)s honours and %(totals)s announced totals "
                    "have one. Change those first."
                )
                raise forms.ValidationError(message % {"honours": honours, "totals": totals})
        return has_classes


@admin.register(AwardForm)
class AwardFormAdmin(RecordAdmin):
    form = AwardFormForm
    fieldsets = (
        (None, {"fields": ("name", "slug", "aliases")}),
        (
            _("Precedence"),
            {"fields": (("family", "rank"), "general", "has_classes", "recipients")},
        ),
        (
            _("Law"),
            {"fields": ("authority", "legal_basis", ("valid_from", "valid_to"), "verified")},
        ),
        (_("In words"), {"fields": ("description", "note")}),
    )
    list_display = ("name", "family", "rank", "has_classes", "authority", "verified")
    list_filter = ("family", "has_classes", "verified", ValidityFilter)
    quick_place = 65
    search_help_text = _("Name or short form; accents may be left out")
    autocomplete_fields = ("general",)
    copied = ("has_classes",)
