from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import ParagraphField


def not_in_the_future(moment):
    """Refuse a time to come: a story's page is stored when the correction is saved."""
    if moment > timezone.now():
        raise ValidationError(_("A correction's time cannot lie in the future."))


class CorrectionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Corrections that readers may see: those whose time has come, newest first."""
        return self.filter(at__lte=at or timezone.now()).order_by("-at", "-pk")


class Correction(models.Model):
    """A published note that says what was wrong or new in a story."""

    class Kind(models.TextChoices):
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        APOLOGY = "apology", _("Correction and apology")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, default=Kind.CORRECTION)
    text = ParagraphField(_("wording"))
    at = models.DateTimeField(_("time"), default=timezone.now, validators=[not_in_the_future])

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [models.Index(fields=["-at", "-id"], name="corrections_by_time")]

    def __str__(self):
        return f"{self.get_kind_display()}: {Truncator(self.text).words(12)}"

    @property
    def is_published(self) -> bool:
        """Whether readers may see it now; `published()` for one row."""
        return self.at <= timezone.now()
