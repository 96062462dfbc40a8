from functools import reduce
from operator import or_

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryStatementsQuerySet(models.QuerySet):
    def waiting(self):
        """Those with something to answer."""
        return self.filter(waiting__gt=0)

    def naming(self, names):
        """Those of stories that name one of these; names are folded."""
        named = (models.Q(names__contains=f"\n{name}\n") for name in names)
        return self.filter(reduce(or_, named, models.Q(pk__in=[])))


class StoryStatements(models.Model):
    """How many statements of a story that is out still wait for the registry editor.

    Counted when the story is published, and when records that its words prove or name change; never while
    somebody reads. A story without a row has nothing that a change in the registry could bring back.
    """

    article = models.OneToOneField(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="statements",
    )
    waiting = models.PositiveSmallIntegerField(_("statements that wait"))
    conflicts = models.PositiveSmallIntegerField(_("of them against a record"), default=0)
    names = models.TextField(_("campaigns and models that it names"), blank=True)
    counted_at = models.DateTimeField(_("counted"), auto_now=True)

    objects = StoryStatementsQuerySet.as_manager()

    class Meta:
        ordering = ["-conflicts", "-waiting", "-article_id"]
        default_permissions = ()
        verbose_name = _("statements of a story")
        verbose_name_plural = _("statements of stories")
        indexes = [
            models.Index(fields=["-conflicts", "-waiting", "-article"], name="statements_that_wait"),
        ]

    def __str__(self):
        return f"{self.article}: {self.waiting}"
