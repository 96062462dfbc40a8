from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from awards.models.base import SluggedQuerySet
from awards.models.lineage import refuse_circle
from newsroom.addresses import address
from newsroom.derived_fields import FoldField, SortKeyField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField


class OrganisationQuerySet(SluggedQuerySet):
    def below(self, unit):
        """The units under this one, at any depth: one query, or none of its own inside another."""
        return self.filter(pk__in=RawSQL(_BELOW, [unit.pk]))  # noqa: S611 -- fixed text, one parameter


# UNION drops what it has seen, so that even a circle comes to an end.
_BELOW = """
WITH RECURSIVE below(id) AS (
  SELECT id FROM awards_organisation WHERE parent_id = %s
  UNION SELECT unit.id FROM awards_organisation unit JOIN below ON unit.parent_id = below.id
) SELECT id FROM below
"""


class Organisation(models.Model):
    """A body that acts, confers, receives, launches or takes part, under one name of one time."""

    class Kind(models.TextChoices):
        PARTY = "party", _("Party body")
        ASSEMBLY = "assembly", _("Assembly")
        GOVERNMENT = "government", _("Government")
        MINISTRY = "ministry", _("Ministry")
        GENERAL_DEPARTMENT = "general_department", _("General department")
        DEPARTMENT = "department", _("Department")
        SUB_DEPARTMENT = "sub_department", _("Sub-department")
        STAFF_UNIT = "staff_unit", _("Staff unit")
        COMMAND = "command", _("Command")
        ARMED_FORCE = "armed_force", _("Armed force")
        SECTOR = "sector", _("Sector or service")
        PRESS = "press", _("Press agency")
        INTERNATIONAL = "international", _("International body")
        OTHER = "other", _("Other")

    name = LineField(_("name"), max_length=200, help_text=_("As printed in the source."))
    slug = VietnameseSlugField(_("slug"), max_length=210, source="name")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="units",
    )
    predecessors = models.ManyToManyField(
        "self",
        verbose_name=_("predecessors"),
        symmetrical=False,
        blank=True,
        related_name="successors",
    )
    valid_from = PartialDateField(_("valid from"), blank=True)
    valid_to = PartialDateField(_("valid to"), blank=True)
    note = ParagraphField(_("note"), blank=True)
    name_fold = FoldField(from_fields=("name",))
    sort_key = SortKeyField(from_fields=("name",))

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="organisation_not_its_own_parent",
                violation_error_message=_("An organisation cannot be part of itself."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from="")
                | models.Q(valid_to="")
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="organisation_validity_in_order",
                violation_error_message=_("The validity ends before it begins."),
            ),
        ]
        indexes = [models.Index(fields=["sort_key", "id"], name="organisations_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("awards:organisation", self.slug)

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        refuse_circle(self, "parent", _("This body is itself a part of the organisation."))


class OrganisationAliasQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug, name):
        return self.get(organisation__slug=slug, name=name)


class OrganisationAlias(models.Model):
    """Another spelling or short form of the name."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="aliases"
    )
    name = LineField(_("name"), max_length=200)
    name_fold = FoldField(from_fields=("name",))

    objects = OrganisationAliasQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="organisation_alias_once")
        ]
        indexes = [models.Index(fields=["name_fold"], name="organisation_alias_fold")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.organisation.slug, self.name)

    natural_key.dependencies = ["awards.organisation"]
