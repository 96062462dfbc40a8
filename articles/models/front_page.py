from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField


class FrontPageQuerySet(models.QuerySet):
    def in_force(self, at=None):
        """Arrangements that have begun and not ended at `at` (aware datetime; now if omitted); the first counts."""
        at = at or timezone.now()
        begun = self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)
        return begun.order_by("-starts_at", "-pk")


class FrontPage(models.Model):
    """How an editor wants the front page to stand, from one moment to another.

    Without a beginning it waits as a draft. Where none is in force the page arranges itself by time.
    `content`: {"lead": story key or None, "secondary": [story keys], "strips": [{"source": "section:3",
    "count": 4}]}; see `articles.front.strips` for sources. A story that readers may not see is passed over.
    """

    name = LineField(_("name"), max_length=120)
    starts_at = models.DateTimeField(_("in force from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("in force until"), null=True, blank=True)
    content = models.JSONField(default=dict, editable=False)
    modified_at = models.DateTimeField(_("last worked on"), auto_now=True)
    modified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("last worked on by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name_fold = FoldField(from_fields=("name",))

    objects = FrontPageQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_at").desc(nulls_first=True), "-pk"]
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="front_page_ends_after_it_begins",
                violation_error_message=_("It must end after it begins."),
            )
        ]
        indexes = [
            models.Index(fields=["-starts_at"], name="front_pages_by_beginning"),
            models.Index(fields=["ends_at"], name="front_pages_by_end"),
        ]

    def __str__(self):
        return self.name
