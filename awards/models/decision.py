from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.decision_numbers import join_decision_number
from newsroom.derived_fields import FoldField
from newsroom.partial_date_field import PartialDateField
from newsroom.text_fields import LineField


class DecisionQuerySet(models.QuerySet):
    def get_by_natural_key(self, number, symbol, date):
        return self.get(number=number, symbol=symbol, date=date)


class Decision(models.Model):
    """An award decision: “382/QĐ-BTC” of 26/02/2025 is number, symbol and date."""

    number = LineField(_("number"), max_length=20)
    symbol = LineField(_("symbol"), max_length=40)
    date = PartialDateField(_("date"), blank=True)
    authority = LineField(_("issued by"), max_length=200, blank=True)
    reference_fold = FoldField(from_fields=("reference",), max_length=80)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "number", "pk"]
        verbose_name = _("award decision")
        verbose_name_plural = _("award decisions")
        constraints = [models.UniqueConstraint(fields=["number", "symbol", "date"], name="decision_once")]

    def __str__(self):
        return self.reference

    @property
    def reference(self) -> str:
        """Number and symbol as printed: “382/QĐ-BTC”, “08-QĐ/TW”."""
        return join_decision_number(self.number, self.symbol)

    def natural_key(self):
        return (self.number, self.symbol, self.date.iso() if self.date else "")
