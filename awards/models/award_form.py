from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.models.lineage import refuse_circle
from newsroom.addresses import address
from newsroom.derived_fields import DerivedNumberField, FoldField
from newsroom.name_list_field import NameListField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import SluggedQuerySet, VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField


def family_rank(form) -> int:
    """Place of the form's family on a page, from 1."""
    return AwardForm.Family.values.index(form.family) + 1 if form.family else 0


class AwardForm(models.Model):
    """A title or form of commendation under the law: a row with validity, not a constant."""

    class Family(models.TextChoices):
        ORDER = "order", _("State order")
        MEDAL = "medal", _("Medal")
        STATE_TITLE = "state_title", _("State honorary title")
        PRIZE = "prize", _("Prize")
        EMULATION_TITLE = "emulation_title", _("Emulation title")
        INSIGNIA = "insignia", _("Insignia")
        MERIT = "merit", _("Certificate of merit")
        COMMENDATION = "commendation", _("Certificate of commendation")
        HISTORICAL = "historical", _("Other or historical")

    name = LineField(_("name"), max_length=200, unique=True)
    slug = VietnameseSlugField(_("slug"), max_length=210, source="name")
    family = models.CharField(_("family"), max_length=16, choices=Family)
    family_rank = DerivedNumberField(compute=family_rank)
    rank = models.PositiveSmallIntegerField(_("rank"), help_text=_("Place in the legal list of its family."))
    has_classes = models.BooleanField(_("has three classes"), default=False)
    recipients = models.JSONField(_("recipients"), default=list, blank=True)
    authority = LineField(_("conferred by"), max_length=200, blank=True)
    legal_basis = ParagraphField(_("legal basis"), blank=True)
    valid_from = PartialDateField(_("valid from"), blank=True)
    valid_to = PartialDateField(_("valid to"), blank=True)
    verified = models.BooleanField(_("verified"), default=False)
    description = ParagraphField(_("description"), blank=True)
    note = ParagraphField(_("note"), blank=True)
    aliases = NameListField(_("short forms"), help_text=_("One a line."))
    general = models.ForeignKey(
        "self",
        verbose_name=_("instance of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="instances",
    )
    name_fold = FoldField(from_fields=("name", "aliases"), max_length=1000)

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["family_rank", "rank", "pk"]
        verbose_name = _("form of award")
        verbose_name_plural = _("forms of award")
        indexes = [models.Index(fields=["family_rank", "rank", "id"], name="forms_by_precedence")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("awards:form", self.slug)

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        refuse_circle(self, "general", _("This form is itself an instance of the form."))

    @property
    def is_given_once(self) -> bool:
        """Whether a recipient seldom has one class of it twice, as flags and diplomas of a year are had."""
        family = self.Family
        return self.family in {family.ORDER, family.MEDAL, family.STATE_TITLE, family.PRIZE}
