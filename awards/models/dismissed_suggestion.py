from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField


class DismissedSuggestion(models.Model):
    """What a story's words suggested to the registry and an editor set aside, with the reason.

    It is remembered for these words of this story: once they change, the suggestion comes back.
    """

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="dismissed_suggestions",
    )
    fingerprint = models.CharField(max_length=64, editable=False)
    reason = LineField(_("reason"), max_length=300)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("dismissed suggestion")
        verbose_name_plural = _("dismissed suggestions")
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="suggestion_dismissed_once")
        ]

    def __str__(self):
        return self.reason
