from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import ParagraphField


class Correction(models.Model):
    """A published note that says what was wrong or new in a story."""

    class Kind(models.TextChoices):
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, default=Kind.CORRECTION)
    text = ParagraphField(_("wording"))
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [models.Index(fields=["-at", "-id"], name="corrections_by_time")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"
