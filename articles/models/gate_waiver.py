from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField, ParagraphField


class GateWaiver(models.Model):
    """An advisory finding of the publish gate that somebody ticked off, with the reason.

    It holds for the finding with this fingerprint; one whose subject changed has another.
    """

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="gate_waivers",
    )
    code = models.CharField(_("check"), max_length=40)
    fingerprint = models.CharField(max_length=32, editable=False)
    says = ParagraphField(_("what the gate said"))
    reason = LineField(_("reason"), max_length=300)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("finding ticked off")
        verbose_name_plural = _("findings ticked off")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="finding_ticked_off_once")
        ]

    def __str__(self):
        return f"{self.says} – {self.reason}"
