"""The slug field of every public record: one rule on server, admin, tags and importer."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.slugs import RESERVED_SEGMENTS, SLUG, available_slug, vietnamese_slug

valid_slug = RegexValidator(
    rf"\A{SLUG}\Z",
    _("A slug has only the letters a–z, digits and single hyphens between them."),
)


class SluggedQuerySet(models.QuerySet):
    """Rows known by a slug."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


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
        if self.source:
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

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.SlugField", args, kwargs
