from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from awards.models.base import (
    OrderClass,
    RecipientKind,
    award_name,
    class_only_where_form_has_them,
    class_rank,
    form_has_classes,
    ref_field,
    standing,
)
from awards.models.shown import ShownField, ShownQuerySet
from newsroom.derived_fields import DerivedBigNumberField, DerivedFlagField, DerivedNumberField
from newsroom.numbers import grouped
from newsroom.stated import Basis
from newsroom.text_fields import LineField, ParagraphField


class Announcement(models.Model):
    """A total that a story announces. It never makes recipients; names are honours of their own."""

    ref = ref_field()
    form = models.ForeignKey(
        "awards.AwardForm",
        verbose_name=_("form"),
        on_delete=models.PROTECT,
        related_name="announcements",
    )
    order_class = models.CharField(_("class"), max_length=8, blank=True, default="", choices=OrderClass)
    recipient_kind = models.CharField(_("kind of recipient"), max_length=10, choices=RecipientKind)
    count = models.PositiveIntegerField(_("number"), null=True, blank=True)
    many = models.BooleanField(_("“many”, without a number"), default=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    period_text = LineField(_("period as printed"), max_length=120, blank=True)
    period_from = models.PositiveSmallIntegerField(_("period from"), null=True, blank=True)
    period_to = models.PositiveSmallIntegerField(_("period to"), null=True, blank=True)
    period_basis = models.CharField(
        _("period is"), max_length=12, choices=Basis, blank=True, default=Basis.UNKNOWN
    )
    scope = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("counted in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="announcements",
    )
    campaign = models.ForeignKey(
        "awards.Campaign",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="announcements",
    )
    note = ParagraphField(_("note"), blank=True)

    class_rank = DerivedNumberField(compute=class_rank)
    form_has_classes = DerivedFlagField(compute=form_has_classes)
    standing = DerivedBigNumberField(compute=standing)
    shown = ShownField()

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["standing", "recipient_kind", "-id"], name="totals_by_precedence"),
        ]
        verbose_name = _("announced total")
        verbose_name_plural = _("announced totals")
        constraints = [
            models.CheckConstraint(
                condition=Q(count__isnull=False, many=False) | Q(count__isnull=True, many=True),
                name="announcement_number_or_many",
                violation_error_message=_("Give the announced number, or say “many”; not both."),
            ),
            models.CheckConstraint(
                condition=Q(count__isnull=True) | Q(count__gt=0),
                name="announcement_number_positive",
                violation_error_message=_("An announced number is at least 1."),
            ),
            models.CheckConstraint(
                condition=class_only_where_form_has_them(),
                name="announcement_class_only_where_form_has_classes",
                violation_error_message=_("This form of award has no classes."),
            ),
            models.CheckConstraint(
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_to__gte=F("period_from")),
                name="announcement_period_in_order",
                violation_error_message=_("The period ends before it begins."),
            ),
        ]

    def __str__(self):
        number = _("many") if self.count is None else grouped(self.count)
        return f"{self.award_name}: {number} {self.get_recipient_kind_display().lower()}"

    def natural_key(self):
        return (self.ref,)

    @property
    def award_name(self) -> str:
        return award_name(self.form, self.order_class)
