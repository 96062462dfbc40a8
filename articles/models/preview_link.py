import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet):
    def usable(self, at=None):
        """Links that have neither expired nor been closed."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())

    def opening(self, at=None):
        """Usable links of stories that no embargo keeps in the house."""
        at = at or timezone.now()
        free = Q(revision__article__embargo_until__isnull=True) | Q(revision__article__embargo_until__lte=at)
        return self.usable(at).filter(free | Q(revision__article__embargo_shares=True))


class PreviewLink(models.Model):
    """A secret address that shows one revision to people without an account, for a while."""

    token = models.CharField(max_length=64, unique=True, default=secrets.token_urlsafe, editable=False)
    revision = models.ForeignKey(
        "articles.Revision",
        verbose_name=_("revision"),
        on_delete=models.CASCADE,
        related_name="preview_links",
    )
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    views = models.PositiveIntegerField(_("views"), default=0)
    last_viewed_at = models.DateTimeField(_("last viewed"), null=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self):
        return str(self.revision)
