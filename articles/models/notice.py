from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class NoticeQuerySet(models.QuerySet):
    def of(self, user):
        """What the person's inbox may show: notices on stories that they may open now."""
        if not user.has_perm("articles.view_article"):
            return self.none()
        return self.filter(person=user, article__in=Article.objects.visible_to(user))

    def unread(self):
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """One thing that an inbox tells one person."""

    class Kind(models.TextChoices):
        MENTION = "mention", _("Mentions of me")
        REPLY = "reply", _("Answers")
        NOTE = "note", _("Notes on my stories")
        STEP = "step", _("Steps")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, editable=False, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    article = models.ForeignKey(
        "articles.Article", editable=False, on_delete=models.CASCADE, related_name="+"
    )
    note = models.ForeignKey(
        "articles.Note",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    transition = models.ForeignKey(
        "articles.Transition",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="+",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(fields=["person", "note"], name="notice_once_a_note"),
            models.UniqueConstraint(fields=["person", "transition"], name="notice_once_a_step"),
            models.CheckConstraint(
                condition=Q(note__isnull=True, transition__isnull=False)
                | Q(note__isnull=False, transition__isnull=True),
                name="notice_tells_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-made_at", "-id"], name="inbox_by_date"),
            models.Index(
                fields=["person", "article"], condition=Q(read_at__isnull=True), name="inbox_unread"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.article_id}"


class InboxChoice(models.Model):
    """Whether a person wants mail beside the inbox; who has chosen nothing gets it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="inbox_choice",
    )
    by_mail = models.BooleanField(_("by mail"), default=True)

    class Meta:
        verbose_name = _("choice for the inbox")
        verbose_name_plural = _("choices for the inbox")

    def __str__(self):
        return str(self.person)
