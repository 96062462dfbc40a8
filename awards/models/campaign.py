from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from awards.models.base import SluggedQuerySet
from awards.models.lineage import refuse_circle
from newsroom.addresses import address
from newsroom.derived_fields import FoldField, SortKeyField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import VietnameseSlugField
from newsroom.stated import Basis, basis_agrees
from newsroom.text_fields import LineField, ParagraphField


class Campaign(models.Model):
    """An emulation campaign (phong trào thi đua). Its period and its launch are independent facts."""

    class Kind(models.TextChoices):
        REGULAR = "regular", _("Regular")
        THEMATIC = "thematic", _("Thematic")

    class Level(models.TextChoices):
        NATIONAL = "national", _("National")
        MINISTRY = "ministry", _("Ministry, sector or province")
        SECTOR = "sector", _("Sector")
        UNIT = "unit", _("Unit")

    name = LineField(_("name"), max_length=300)
    slug = VietnameseSlugField(_("slug"), max_length=210, source="name")
    slogan = LineField(_("theme or slogan"), max_length=500, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True)
    description = ParagraphField(_("description"), blank=True)
    starts_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    ends_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    launched_on = PartialDateField(_("launched on"), blank=True)
    launched_on_basis = models.CharField(
        _("launch date is"),
        max_length=12,
        choices=Basis,
        blank=True,
        default=Basis.UNKNOWN,
    )
    launched_on_note = LineField(_("inferred from"), max_length=300, blank=True)
    launching_body = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("launching body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns",
    )
    launched_by = models.ForeignKey(
        "awards.Person",
        verbose_name=_("launched by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns_launched",
    )
    launch_event = models.ForeignKey(
        "awards.Event",
        verbose_name=_("launched at"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns_launched",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    name_fold = FoldField(from_fields=("name", "slogan"), max_length=850)
    sort_key = SortKeyField(from_fields=("name",))

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_year").desc(nulls_last=True), "sort_key", "pk"]
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_year__isnull=True)
                | Q(ends_year__isnull=True)
                | Q(ends_year__gte=F("starts_year")),
                name="campaign_period_in_order",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="campaign_not_its_own_parent",
                violation_error_message=_("A campaign cannot be part of itself."),
            ),
            models.CheckConstraint(
                condition=basis_agrees("launched_on", "launched_on_basis"),
                name="campaign_launch_date_has_basis",
                violation_error_message=_("Say whether the launch date is stated or inferred."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("awards:campaign", self.slug)

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        refuse_circle(self, "parent", _("This campaign is itself a part of the campaign."))
