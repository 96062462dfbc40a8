"""The slug field of every public record: one rule on server, admin, tags and importer."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.batches import in_batches
from newsroom.slugs import RESERVED_SEGMENTS, SLUG, available_slug, available_slugs, vietnamese_slug

valid_slug = RegexValidator(
    rf"\A{SLUG}\Z",
    _("A slug has only the letters a–z, digits and single hyphens between them."),
)


def stored_among(rows, column: str, values: set[str]) -> set[str]:
    """Which of the values the column of these rows holds; a query for each thousand of them."""
    found: set[str] = set()
    for batch in in_batches(sorted(values)):
        found.update(rows.filter(**{f"{column}__in": batch}).order_by().values_list(column, flat=True))
    return found


class SluggedQuerySet(models.QuerySet):
    """Rows known by a slug."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class FreeSlug(str):
    """A slug that was found free together with others; its row is saved without asking again."""


class SlugFormField(forms.SlugField):
    """Says what a slug may hold here; Django's own field speaks of underscores too."""

    default_validators = [valid_slug]


class VietnameseSlugField(models.SlugField):
    """A unique slug; an empty one is made from the `source` attribute when the row is saved.

    With `at_root` it must not hide another address of the site: a slug that would gets a suffix.
    """

    def __init__(self, *args, source: str = "", at_root: bool = False, **kwargs):
        self.source, self.at_root = source, at_root
        kwargs = {"unique": True, "blank": True, **kwargs}
        super().__init__(*args, **kwargs)
        self.validators = [valid_slug]

    def pre_save(self, instance, add):
        wanted = getattr(instance, self.attname)
        if self.source and not isinstance(wanted, FreeSlug):
            wanted = wanted or vietnamese_slug(str(getattr(instance, self.source)))
            wanted = self.free_slug(wanted, instance)
            setattr(instance, self.attname, wanted)
        return wanted

    def free_slug(self, wanted: str, instance) -> str:
        """`wanted`, or the first of wanted-2, wanted-3 … that no other row has."""
        others = type(instance)._default_manager.exclude(pk=instance.pk)
        return available_slug(
            wanted,
            taken=lambda slug: others.filter(**{self.name: slug}).exists(),
            reserved=RESERVED_SEGMENTS if self.at_root else frozenset(),
            fallback=instance._meta.model_name,
            max_length=self.max_length,
        )

    def give_slugs(self, instances: list, taken: Callable[[set[str]], set[str]] | None = None) -> None:
        """Give new rows their slugs in a few queries for all, for whoever writes many at once.

        `taken` says which of some slugs rows have; without it they are asked for.
        """
        rows = self.model._default_manager
        slugs = available_slugs(
            [str(getattr(instance, self.source)) for instance in instances],
            taken or partial(stored_among, rows, self.name),
            reserved=RESERVED_SEGMENTS if self.at_root else frozenset(),
            fallback=self.model._meta.model_name,
            max_length=self.max_length,
        )
        for instance, slug in zip(instances, slugs, strict=True):
            setattr(instance, self.attname, FreeSlug(slug))

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": SlugFormField, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.SlugField", args, kwargs
