from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField, ParagraphField


class ImmutableEntry(TypeError):
    """Somebody tried to change or delete what the audit log holds."""


class AuditQuerySet(models.QuerySet):
    """Entries are added and read, nothing else; the database's own triggers say the same."""

    def update(self, **values):
        raise ImmutableEntry("An entry of the audit log is never changed.")

    def delete(self):
        raise ImmutableEntry("An entry of the audit log is never deleted.")

    def about(self, subject: models.Model):
        """Entries about one record."""
        return self.filter(subject_model=subject._meta.label_lower, subject_pk=str(subject.pk))


class Action(models.TextChoices):
    STEP = "step", _("Step")
    PUBLISH = "publish", _("Publish")
    WITHDRAW = "withdraw", _("Withdraw")
    SCHEDULE = "schedule", _("Schedule")
    UNSCHEDULE = "unschedule", _("Scheduled update cancelled")
    MISS = "miss", _("Scheduled update did not go out")
    EMBARGO = "embargo", _("Embargo")
    ASSIGN = "assign", _("Assigned or due time set")
    IMPORT = "import", _("Import")
    RESTORE = "restore", _("Restore")
    MERGE = "merge", _("Merge")
    UNMERGE = "unmerge", _("Merge undone")
    HIDE = "hide", _("Person hidden")
    UNHIDE = "unhide", _("Person shown again")
    FOLLOW = "follow", _("Words of evidence followed")
    RESOLVE = "resolve", _("Contradiction resolved")
    REOPEN = "reopen", _("Contradiction opened again")
    FRONT = "front", _("Front page arranged")
    REPLACE = "replace", _("File replaced")
    BIN = "bin", _("Thrown into the bin")
    UNBIN = "unbin", _("Taken out of the bin")
    DELETE = "delete", _("Delete")
    SHARE = "share", _("Share link made")
    UNSHARE = "unshare", _("Share link closed")
    TICK_OFF = "tick_off", _("Finding ticked off or opened again")
    RECORD_LIST = "record_list", _("List recorded")
    UNDO_LIST = "undo_list", _("List undone")
    CORRECTION = "correction", _("Correction")
    LOGIN = "login", _("Login")
    LOGIN_FAILED = "login_failed", _("Failed login")
    LOGOUT = "logout", _("Logout")
    PASSWORD = "password", _("Password changed")
    SECOND_FACTOR = "second_factor", _("Second factor changed")
    ACCOUNT = "account", _("Account or role changed")


def actions() -> list[tuple[str, str]]:
    """A function, so that a new action needs no migration."""
    return Action.choices


class AuditEntry(models.Model):
    """One thing that happened: who, when, from where, to what. Never changed, never deleted.

    It refers to nothing by foreign key and prints every name, so that it outlives what it tells of.
    `articles.audit.record` writes it, in the transaction of what it tells.
    """

    at = models.DateTimeField(_("when"), default=timezone.now)
    action = models.CharField(_("action"), max_length=20, choices=actions)
    user_pk = models.BigIntegerField(null=True, editable=False)
    user_name = LineField(_("who"), max_length=200, blank=True)
    subject_model = models.CharField(max_length=100, blank=True, editable=False)
    subject_pk = models.CharField(max_length=64, blank=True, editable=False)
    subject_title = LineField(_("what"), max_length=300, blank=True)
    before = ParagraphField(_("before"), blank=True)
    after = ParagraphField(_("after"), blank=True)
    note = ParagraphField(_("note"), blank=True)
    origin = models.CharField(_("from where"), max_length=100, blank=True)
    search_fold = FoldField(from_fields=("subject_title", "user_name", "origin"), max_length=600)

    objects = AuditQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_by_date"),
            models.Index(fields=["action", "-at", "-id"], name="audit_by_action"),
            models.Index(fields=["user_pk", "-at", "-id"], name="audit_by_user"),
            models.Index(fields=["subject_model", "subject_pk", "-at", "-id"], name="audit_by_subject"),
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.subject_title}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ImmutableEntry("An entry of the audit log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ImmutableEntry("An entry of the audit log is never deleted.")

    def get_before_display(self) -> str:
        return _in_words(self.before)

    def get_after_display(self) -> str:
        return _in_words(self.after)


def _in_words(text: str) -> str:
    """A state of a story as people call it; other text as it is."""
    return str(dict(Article.State.choices).get(text, text))
