from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from newsroom.text_fields import LineField


class SavedFilterQuerySet(models.QuerySet):
    def offered_to(self, user):
        """A person's own, and what others share with everybody."""
        return self.filter(models.Q(user=user) | models.Q(shared=True))


class SavedFilter(models.Model):
    """A list of the desk as somebody looks at it: search, filters and order under a name."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("whose"), on_delete=models.CASCADE, related_name="+"
    )
    path = models.CharField(_("list"), max_length=200)
    name = LineField(_("name"), max_length=60)
    query = models.CharField(_("filter"), max_length=1500, blank=True)
    shared = models.BooleanField(_("for everybody"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        default_permissions = ()
        permissions = [("share_savedfilter", gettext_noop("Can share saved filters with everybody"))]
        constraints = [
            models.UniqueConstraint(fields=["user", "path", "name"], name="saved_filter_once_a_name"),
        ]

    def __str__(self):
        return self.name

    @property
    def address(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path
