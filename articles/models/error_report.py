from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField, ParagraphField


class ErrorReport(models.Model):
    """What a reader says is wrong on a page. `contact` is what the reader left to be answered at, if anything."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CORRECTED = "corrected", _("Put right")
        REFUSED = "refused", _("Nothing is wrong")

    path = models.CharField(_("page"), max_length=600, editable=False)
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="error_reports",
    )
    quote = ParagraphField(_("words on the page"), max_length=1000, blank=True, editable=False)
    text = ParagraphField(_("what is wrong"), max_length=4000, editable=False)
    contact = LineField(_("contact"), max_length=200, blank=True, editable=False)
    sent_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    answer = ParagraphField(_("what was done"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text_fold = FoldField(from_fields=("text",), max_length=4000)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        indexes = [models.Index(fields=["state", "-sent_at"], name="error_reports_by_state")]

    def __str__(self):
        return Truncator(self.text).chars(60)
