from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField


class RevisionQuerySet(models.QuerySet):
    def waiting(self):
        """Scheduled updates that have not gone out yet, the next one first."""
        return self.filter(due_at__isnull=False).order_by("due_at", "pk")


class Revision(models.Model):
    """An immutable snapshot of everything an editor can change on a story.

    The newest one is what editors work on. `articles.working_copy` writes and reads snapshots. One
    with `due_at` is a scheduled update: `articles.schedule` brings it to readers at that moment, or
    says in `missed_at` and `missed_why` that it could not.
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
    due_at = models.DateTimeField(_("goes out as an update"), null=True, blank=True, editable=False)
    missed_at = models.DateTimeField(_("should have gone out"), null=True, blank=True, editable=False)
    missed_why = models.TextField(_("why it did not go out"), blank=True, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "-pk"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_a_story"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(due_at__isnull=False),
                name="revision_one_update_waits_a_story",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="revisions_due"),
            models.Index(fields=["article"], condition=Q(missed_at__isnull=False), name="revisions_missed"),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.number}"
