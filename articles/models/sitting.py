from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Sitting(models.Model):
    """One person at one open form of a story: a browser's tab, from when it opens to when it is left.

    `turn` is the last state of the form that the server has; an older one that arrives late is not
    taken. `base` is the revision that the form began from, which nobody may write over meanwhile.
    """

    key = models.CharField(max_length=40, unique=True, editable=False)
    article = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="sittings"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.CASCADE, related_name="+"
    )
    base = models.ForeignKey(
        "articles.Revision", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    turn = models.PositiveIntegerField(default=0, editable=False)
    since = models.DateTimeField(_("since"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        indexes = [models.Index(fields=["article", "seen_at"], name="sittings_of_a_story")]

    def __str__(self):
        return self.key


class HeldText(models.Model):
    """A text that came when somebody else had saved already: kept beside the story until somebody decides.

    It is never deleted apart from its story. `base` is the revision it was written on, where that is known.
    """

    class Outcome(models.TextChoices):
        THEIRS = "theirs", _("The other text was kept")
        MINE = "mine", _("This text was taken")
        MERGED = "merged", _("Both were merged")

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="held_texts"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sitting = models.CharField(max_length=40, blank=True, editable=False)
    base = models.ForeignKey(
        "articles.Revision", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    snapshot = models.JSONField(_("content"))
    held_at = models.DateTimeField(_("when"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=6, choices=Outcome, blank=True)
    resolved_at = models.DateTimeField(_("decided"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    result = models.ForeignKey(
        "articles.Revision", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-held_at", "-pk"]
        verbose_name = _("held text")
        verbose_name_plural = _("held texts")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "sitting"],
                condition=Q(resolved_at__isnull=True) & ~Q(sitting=""),
                name="one_open_held_text_a_sitting",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, outcome="")
                | Q(resolved_at__isnull=False) & ~Q(outcome=""),
                name="held_text_decided_with_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.held_at:%Y-%m-%d %H:%M}"
