from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.addresses import address
from newsroom.derived_fields import FoldField
from newsroom.slug_field import SluggedQuerySet, VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField


class Section(models.Model):
    """A standing part of the newspaper (chuyên mục)."""

    name = LineField(_("name"), max_length=80, unique=True)
    slug = VietnameseSlugField(_("slug"), max_length=90, source="name")
    description = ParagraphField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=100)
    name_fold = FoldField(from_fields=("name",))

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "pk"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("articles:section", self.slug)

    def natural_key(self):
        return (self.slug,)
