from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from awards.models.base import ReferencedQuerySet, ref_field
from awards.models.campaign import Campaign
from newsroom.derived_fields import FoldField
from newsroom.partial_date_field import PartialDateField
from newsroom.text_fields import LineField, ParagraphField


class Target(models.Model):
    """One numbered task or target of a campaign, in the words of the story."""

    ref = ref_field()
    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.CASCADE, related_name="targets"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    text = ParagraphField(_("wording"))
    metric = LineField(_("metric"), max_length=200, blank=True)
    due_year = models.PositiveSmallIntegerField(_("due year"), null=True, blank=True)
    result = LineField(
        _("result"),
        max_length=300,
        blank=True,
        help_text=_("What a story says was reached, in its words; add that story to the evidence."),
    )
    result_on = PartialDateField(_("result as of"), blank=True)
    reached = models.BooleanField(
        _("target reached"), null=True, blank=True, help_text=_("Only where the story says so.")
    )
    text_fold = FoldField(from_fields=("text",), max_length=2000)

    objects = ReferencedQuerySet.as_manager()

    class Meta:
        ordering = ["campaign", "number", "pk"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="target_number_once_a_campaign"),
            models.CheckConstraint(
                condition=~models.Q(result="") | models.Q(result_on="", reached__isnull=True),
                name="target_result_has_words",
                violation_error_message=_("Give the words of the result."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {Truncator(self.text).words(16)}"

    def natural_key(self):
        return (self.ref,)
