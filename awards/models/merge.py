from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField


class Merge(models.Model):
    """Two units or two people that were one: what moved and what went, so that it can be taken back.

    It refers to nothing by foreign key and prints every name: the one kept may be merged on or deleted.
    `record` is written and read by `awards.merging` alone.
    """

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("Organisation")
        PERSON = "person", _("Person")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    kept_pk = models.BigIntegerField(editable=False)
    kept_name = LineField(_("the one that stays"), max_length=200)
    gone_pk = models.BigIntegerField(editable=False)
    gone_name = LineField(_("the one that went"), max_length=200)
    gone_path = models.CharField(_("its address"), max_length=300)
    record = models.JSONField(editable=False)
    reason = LineField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    user_name = LineField(_("who"), max_length=200, blank=True)
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = LineField(_("undone by"), max_length=200, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-at", "-pk"]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        indexes = [models.Index(fields=["kind", "kept_pk"], name="merges_by_kept")]

    def __str__(self):
        return f"{self.gone_name} → {self.kept_name}"
