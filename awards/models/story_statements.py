from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryStatements(models.Model):
    """How many statements of a story that is out still wait for the registry editor.

    Counted when the story is published, and when records that its words prove change; never while
    somebody reads. A story whose statements are all answered has no row.
    """

    article = models.OneToOneField(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="statements",
    )
    waiting = models.PositiveSmallIntegerField(_("statements that wait"))
    conflicts = models.PositiveSmallIntegerField(_("of them against a record"), default=0)
    counted_at = models.DateTimeField(_("counted"), auto_now=True)

    class Meta:
        ordering = ["-conflicts", "-waiting", "-article_id"]
        default_permissions = ()
        verbose_name = _("statements of a story")
        verbose_name_plural = _("statements of stories")
        indexes = [
            models.Index(fields=["-conflicts", "-waiting", "-article"], name="statements_that_wait"),
        ]

    def __str__(self):
        return f"{self.article}: {self.waiting}"
