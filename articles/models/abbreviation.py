from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField


class AbbreviationQuerySet(models.QuerySet):
    def explained(self):
        """Those that stories explain where they first stand."""
        return self.filter(in_stories=True)

    def get_by_natural_key(self, short):
        return self.get(short=short)


class Abbreviation(models.Model):
    """A short form and what it stands for: NSNN, ngân sách nhà nước. Capitals count: “TTg” is not “TTG”.

    Search finds either by the other. A short form that means several things (TT, CP) is left out of stories.
    """

    short = LineField(
        _("short form"),
        max_length=30,
        unique=True,
        help_text=_("As it is printed, capitals and dots included."),
    )
    long = LineField(_("long form"), max_length=200)
    in_stories = models.BooleanField(
        _("explained in stories"),
        default=True,
        help_text=_("Readers are told the long form where the short one first stands in a story."),
    )
    search_fold = FoldField(from_fields=("short", "long"))

    objects = AbbreviationQuerySet.as_manager()

    class Meta:
        ordering = ["short", "pk"]
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")

    def __str__(self):
        return self.short

    def natural_key(self):
        return (self.short,)
