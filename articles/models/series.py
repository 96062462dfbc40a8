from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.derived_fields import FoldField
from newsroom.text_fields import LineField
from newsroom.vietnamese import fold


class SeriesQuerySet(models.QuerySet):
    def named(self, name: str):
        """The series of that name, accents and case aside; None when there is none."""
        return self.filter(name_fold=fold(name)).first()

    def get_by_natural_key(self, name):
        return self.get(name_fold=fold(name))


class Series(models.Model):
    """Stories that belong together as parts: “Bài 1/3”."""

    name = LineField(_("name"), max_length=150)
    planned_parts = models.PositiveSmallIntegerField(
        _("planned parts"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Readers see “Bài 1/3”; empty: they see “Bài 1”."),
    )
    name_fold = FoldField(from_fields=("name",))

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("series")
        verbose_name_plural = _("series of stories")
        constraints = [
            models.UniqueConstraint(
                fields=["name_fold"],
                name="series_name_once",
                violation_error_message=_("There is a series of this name, accents and capitals aside."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        # The form does not show the folded name, so it would leave the constraint out.
        self.validate_constraints()

    def natural_key(self):
        return (self.name,)
