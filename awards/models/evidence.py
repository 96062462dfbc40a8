from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from awards.models.base import ref_field
from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField

RECORD_FIELDS = (
    "organisation",
    "person",
    "event",
    "campaign",
    "target",
    "exemplary_model",
    "honour",
    "announcement",
)


def exactly_one_record() -> Q:
    """Condition: one of the record columns is set, the others are not."""
    condition = Q()
    for chosen in RECORD_FIELDS:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in RECORD_FIELDS})
    return condition


def record_key(model: str, name) -> models.ForeignKey:
    return models.ForeignKey(
        f"awards.{model}",
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="evidence",
    )


class EvidenceQuerySet(models.QuerySet):
    def get_by_natural_key(self, ref):
        return self.get(ref=ref)

    def public(self, at=None):
        """Evidence in stories that a reader may see at `at` (now if omitted)."""
        stories = Article.objects.published(at)
        return self.filter(models.Exists(stories.filter(pk=models.OuterRef("article_id"))))

    def with_record(self):
        """Fetch the proven records in the same query."""
        return self.select_related(*RECORD_FIELDS)


class Evidence(models.Model):
    """The exact words of a story that prove one record, and the block in which they stand."""

    ref = ref_field()
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.PROTECT,
        related_name="evidence",
    )
    block = models.CharField(_("block"), max_length=40)
    quote = LineField(_("exact words"), max_length=2000)
    found = models.BooleanField(
        _("found in the story"),
        default=True,
        editable=False,
        help_text=_("False once the story no longer holds these words in this block."),
    )
    revision = models.ForeignKey(
        "articles.Revision",
        verbose_name=_("read in revision"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.RESTRICT,
        related_name="+",
        help_text=_(
            "Where the words were recorded, followed or confirmed; once lost, the last that had them."
        ),
    )
    organisation = record_key("Organisation", _("organisation"))
    person = record_key("Person", _("person"))
    event = record_key("Event", _("event"))
    campaign = record_key("Campaign", _("campaign"))
    target = record_key("Target", _("target"))
    exemplary_model = record_key("ExemplaryModel", _("exemplary model"))
    honour = record_key("Honour", _("honour"))
    announcement = record_key("Announcement", _("announced total"))
    quote_fold = FoldField(from_fields=("quote",), max_length=2000)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["article", "pk"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(
                condition=exactly_one_record(),
                name="evidence_proves_one_record",
                violation_error_message=_("A piece of evidence proves exactly one record."),
            ),
            models.CheckConstraint(condition=~Q(quote=""), name="evidence_has_words"),
        ]

    def __str__(self):
        return f"“{Truncator(self.quote).chars(80)}”"

    def get_absolute_url(self):
        """The marked paragraph of the story."""
        return f"{self.article.get_absolute_url()}#{self.block}"

    def revision_compared_url(self):
        """The page of the desk that holds the revision in which the words were read against the story of now."""
        compare = reverse("admin:articles_article_compare", args=[self.article_id])
        return f"{compare}?a={self.revision.number}"

    def natural_key(self):
        return (self.ref,)

    @property
    def record(self):
        """The record that the words prove."""
        return next(getattr(self, name) for name in RECORD_FIELDS if getattr(self, f"{name}_id"))
