from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField

# A tab that has been silent for so long has been left.
STILL_OPEN = timedelta(days=1)


class RevisionQuerySet(models.QuerySet):
    def waiting(self):
        """Scheduled updates that have not gone out yet, the next one first."""
        return self.filter(due_at__isnull=False).order_by("due_at", "pk")

    def with_uses(self):
        """Each with `is_named`: whether a row of any other model names it; its own sitting does not count."""
        uses = Q()
        for relation in self.model._meta.get_fields(include_hidden=True):
            if relation.concrete or not relation.one_to_many:
                continue
            rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            if relation.related_model._meta.model_name == "sitting":
                rows = rows.exclude(key=OuterRef("sitting"))
                rows = rows.filter(seen_at__gte=timezone.now() - STILL_OPEN)
            uses |= Q(Exists(rows))
        return self.annotate(is_named=uses)


class Revision(models.Model):
    """A snapshot of everything an editor can change on a story; immutable once it is closed.

    Open is only the newest one of a sitting that saves by itself, as long as nothing refers to it.
    The newest one is what editors work on. `articles.working_copy` writes and reads snapshots. One
    with `due_at` is a scheduled update: `articles.schedule` brings it to readers at that moment, or
    says in `missed_at` and `missed_why` that it could not.
    """

    class Origin(models.TextChoices):
        EDIT = "edit", _("Edit")
        IMPORT = "import", _("Import")
        AUTOSAVE = "autosave", _("Saved by itself")

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="revisions",
    )
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField(_("content"))
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.EDIT)
    sitting = models.CharField(max_length=40, blank=True, editable=False)
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

    def is_referred_to(self) -> bool:
        """Whether anything refers to this revision, read `with_uses`; a plan counts."""
        return bool(self.due_at or self.missed_at or self.is_named)
