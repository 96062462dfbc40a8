from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.models.base import SluggedQuerySet
from awards.models.campaign import Campaign
from newsroom.derived_fields import FoldField, SortKeyField
from newsroom.slug_field import VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField


class ExemplaryModel(models.Model):
    """A way of working that a story holds up as an example (mô hình, sáng kiến)."""

    name = LineField(_("name"), max_length=300)
    slug = VietnameseSlugField(_("slug"), max_length=210, source="name")
    organisation = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="models",
    )
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="models",
    )
    word = LineField(
        _("word of the source"),
        max_length=40,
        help_text=_("mô hình, sáng kiến … as printed"),
    )
    description = ParagraphField(_("description"), blank=True)
    name_fold = FoldField(from_fields=("name",))
    sort_key = SortKeyField(from_fields=("name",))

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("exemplary model")
        verbose_name_plural = _("exemplary models")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Its card on the page of its unit, else of its campaign; empty when it has neither."""
        page = self.organisation or self.campaign
        return f"{page.get_absolute_url()}#{self.slug}" if page else ""

    def natural_key(self):
        return (self.slug,)
