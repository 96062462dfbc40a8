from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from newsroom.text_fields import ParagraphField


class Transition(models.Model):
    """A step of a story through the workflow, written in the transaction that made it."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="transitions",
    )
    step = models.CharField(_("step"), max_length=20)
    before = models.CharField(_("from"), max_length=12)
    after = models.CharField(_("to"), max_length=12)
    revision = models.ForeignKey(
        "articles.Revision",
        verbose_name=_("revision"),
        null=True,
        on_delete=models.RESTRICT,
        related_name="+",
    )
    reason = ParagraphField(_("reason"), blank=True)
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
        indexes = [models.Index(fields=["step", "at"], name="transitions_by_step")]
        verbose_name = _("workflow step")
        verbose_name_plural = _("workflow steps")

    def __str__(self):
        words = dict(Article.State.choices)
        return f"{words.get(self.before, self.before)} → {words.get(self.after, self.after)}"
