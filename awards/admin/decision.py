from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from awards.admin.record import RecordAdmin
from awards.decision_numbers import (
    join_decision_number,
    split_decision_number,
    tidy_number,
    tidy_symbol,
)
from awards.models import Decision
from newsroom.text_fields import LineFormField


class ReferenceForm(forms.ModelForm):
    """Number and symbol apart, or the whole reference pasted into the number."""

    number = LineFormField(
        label=capfirst(_("number")),
        max_length=120,
        help_text=_("382, or the whole reference: 382/QĐ-BTC"),
    )
    symbol = LineFormField(
        label=capfirst(_("symbol")),
        max_length=40,
        required=False,
        help_text=_("QĐ-BTC; spaces and dashes around the hyphen are put right."),
    )

    def clean(self):
        data = super().clean()
        stated = data.get("number") or data.get("symbol")
        if stated and not {"number", "symbol"} & set(self.errors):
            self._read(data)
        return data

    def _read(self, data: dict) -> None:
        typed = data["symbol"]
        if typed:
            try:
                data["symbol"] = tidy_symbol(typed)
            except ValueError:
                self.add_error("symbol", _("This is not the symbol of a decision. Write QĐ-BTC."))
                return
        if data["number"].isdecimal() and not typed:
            self.add_error("symbol", _("The symbol is missing: QĐ-BTC."))
            return
        try:
            data["number"] = tidy_number(data["number"])
        except ValueError:
            self._split(data)

    def _split(self, data: dict) -> None:
        try:
            number, symbol = split_decision_number(data["number"])
        except ValueError:
            self.add_error("number", _("No number can be read from this. Write 382 or 382/QĐ-BTC."))
            return
        if data["symbol"] and data["symbol"] != symbol:
            self.add_error("symbol", _("This is not the symbol that stands with the number."))
            return
        data["number"], data["symbol"] = number, symbol


class DecisionForm(ReferenceForm):
    class Meta:
        model = Decision
        fields = ("number", "symbol", "date", "authority")

    def clean(self):
        data = super().clean()
        if not self.errors and self._stands_already(data):
            self.add_error(None, _("This decision is recorded already."))
        return data

    def _stands_already(self, data: dict) -> bool:
        same = Decision.objects.filter(number=data["number"], symbol=data["symbol"], date=data["date"])
        return same.exclude(pk=self.instance.pk).exists()


@admin.register(Decision)
class DecisionAdmin(RecordAdmin):
    form = DecisionForm
    fields = (("number", "symbol"), "date", "authority")
    list_display = ("reference", "date", "authority")
    quick_place = 67
    search_fields = ("reference_fold",)
    search_help_text = _("Number or symbol: 382/QĐ-BTC")

    def get_search_results(self, request, queryset, search_term):
        try:
            search_term = join_decision_number(*split_decision_number(search_term))
        except ValueError:
            pass
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("decision"))
    def reference(self, decision):
        return decision.reference
