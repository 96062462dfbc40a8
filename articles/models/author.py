from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from newsroom.addresses import address
from newsroom.derived_fields import FoldField, SortKeyField
from newsroom.slug_field import SluggedQuerySet, VietnameseSlugField
from newsroom.text_fields import LineField, ParagraphField
from newsroom.vietnamese import person_sort_key


class Author(models.Model):
    """Somebody who signs stories. Two spellings are two authors until an editor merges them."""

    class Kind(models.TextChoices):
        STAFF = "staff", _("Staff")
        CONTRIBUTOR = "contributor", _("Contributor")
        OFFICIAL = "official", _("Official")
        AGENCY = "agency", _("Agency")

    name = LineField(_("name"), max_length=120, help_text=_("As printed in the byline."))
    pen_name = LineField(_("pen name"), max_length=120, blank=True)
    slug = VietnameseSlugField(_("slug"), max_length=130, source="name")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CONTRIBUTOR)
    job_title = LineField(_("job title"), max_length=200, blank=True)
    biography = ParagraphField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "articles.Photo",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="portrayed",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
    )
    name_fold = FoldField(from_fields=("name", "pen_name"))
    sort_key = SortKeyField(from_fields=("name",), function=person_sort_key)
    # Stays once a story that was public no longer names the record: the address answers for ever.
    outlived_a_story = models.BooleanField(default=False, editable=False)

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        permissions = [("view_output", gettext_noop("Can see what each author published in a month"))]
        indexes = [models.Index(fields=["sort_key"], name="author_by_given_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("articles:author", self.slug)

    def natural_key(self):
        return (self.slug,)
