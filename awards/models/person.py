from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.models.base import SluggedQuerySet
from newsroom.addresses import address
from newsroom.derived_fields import FoldField, SortKeyField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField
from newsroom.vietnamese import person_sort_key


def key_of_name(person) -> str:
    """Sorts by given name; `sort_given` says which part that is where the last syllable is not."""
    return person_sort_key(person.full_name or "", person.sort_given or None)


class PersonQuerySet(SluggedQuerySet):
    def listed(self, at=None):
        """People whom stories prove, without those hidden by a decision (`awards/hiding.py`)."""
        return self.proven(at).filter(hidden_at__isnull=True)


class Person(models.Model):
    """Somebody a story names: only what a story proves, no birth dates or addresses."""

    full_name = LineField(
        _("full name"),
        max_length=120,
        help_text=_("Without titles and forms of address."),
    )
    slug = VietnameseSlugField(_("slug"), max_length=130, source="full_name")
    sort_given = LineField(
        _("given name"),
        max_length=60,
        blank=True,
        help_text=_("Only where it is not the last syllable."),
    )
    author = models.OneToOneField(
        "articles.Author",
        verbose_name=_("signs as"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
    )
    hidden_at = models.DateTimeField(_("hidden since"), null=True, editable=False)
    hidden_by = LineField(_("hidden by"), max_length=200, blank=True, editable=False)
    hidden_reason = ParagraphField(_("reason for hiding"), blank=True, editable=False)
    name_fold = FoldField(from_fields=("full_name",))
    sort_key = SortKeyField(compute=key_of_name)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hidden_at__isnull=True) | ~models.Q(hidden_reason=""),
                name="person_hidden_with_a_reason",
                violation_error_message=_("Say why the person is hidden."),
            )
        ]
        indexes = [models.Index(fields=["sort_key", "id"], name="people_by_given_name")]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        return address("awards:person", self.slug)

    def natural_key(self):
        return (self.slug,)


class PersonTitleQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug, position):
        return self.get(person__slug=slug, position=position)


class PersonTitle(models.Model):
    """A title or rank as a source prints it, with its time where that is stated."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="titles"
    )
    title = LineField(_("title or rank"), max_length=200)
    organisation = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="titles",
    )
    from_date = PartialDateField(_("from"), blank=True)
    to_date = PartialDateField(_("to"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = PersonTitleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("title or rank")
        verbose_name_plural = _("titles and ranks")
        constraints = [models.UniqueConstraint(fields=["person", "position"], name="person_title_position")]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.person.slug, self.position)

    natural_key.dependencies = ["awards.person"]


class PersonAliasQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug, name):
        return self.get(person__slug=slug, name=name)


class PersonAlias(models.Model):
    """Another spelling of the name."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="aliases"
    )
    name = LineField(_("name"), max_length=120)
    name_fold = FoldField(from_fields=("name",))

    objects = PersonAliasQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="person_alias_once")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.person.slug, self.name)

    natural_key.dependencies = ["awards.person"]
