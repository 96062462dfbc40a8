from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField


class Revision(models.Model):
    """An immutable snapshot of everything an editor can change on a story.

    The newest one is what editors work on. `articles.working_copy` writes and reads snapshots.
    """

    class Origin(models.TextChoices):
        EDIT = "edit", _("Edit")
        IMPORT = "import", _("Import")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="revisions",
    )
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField(_("content"))
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.EDIT)
    note = LineField(_("why"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        ordering = ["-number", "-pk"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_a_story")
        ]

    def __str__(self):
        return f"{self.article_id} · {self.number}"
