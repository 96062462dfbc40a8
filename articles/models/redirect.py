from django.db import models
from django.utils.translation import gettext_lazy as _


class Redirect(models.Model):
    """An address that was public and moved: it answers 301 for ever (410 without a new address)."""

    old_path = models.CharField(_("old address"), max_length=300, unique=True)
    new_path = models.CharField(_("new address"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        ordering = ["old_path"]
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(old_path=models.F("new_path")),
                name="redirect_leads_elsewhere",
                violation_error_message=_("An address cannot lead to itself."),
            )
        ]

    def __str__(self):
        return f"{self.old_path} → {self.new_path or '410'}"

    @property
    def new_slug(self) -> str:
        """The slug at the end of the new address; empty where there is none."""
        return self.new_path.strip("/").rpartition("/")[2]
