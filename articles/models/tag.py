from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from newsroom.addresses import address
from newsroom.derived_fields import FoldField, KeyField
from newsroom.slug_field import SluggedQuerySet, VietnameseSlugField
from newsroom.text_fields import LineField
from newsroom.vietnamese import exact_key


class Tag(TagBase):
    """A keyword. Names that differ only in case or form of Unicode are one tag."""

    name = LineField(_("name"), max_length=100, unique=True)
    slug = VietnameseSlugField(_("slug"), max_length=110, source="name")
    key = KeyField(
        from_fields=("name",),
        function=exact_key,
        max_length=200,
        unique=True,
        default=None,
    )
    name_fold = FoldField(from_fields=("name",))
    # Stays once a story that was public no longer names the record: the address answers for ever.
    outlived_a_story = models.BooleanField(default=False, editable=False)

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self):
        return address("articles:tag", self.slug)

    def natural_key(self):
        return (self.slug,)

    def save(self, *args, **kwargs):
        # TagBase.save makes slugs by its own rule; the field has ours.
        models.Model.save(self, *args, **kwargs)


class TaggedArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, tag):
        return self.get(content_object__slug=article, tag__slug=tag)


class TaggedArticle(ItemBase):
    """A tag on a story, with the story's date so that a tag's page is one indexed read."""

    tag = models.ForeignKey(Tag, verbose_name=_("tag"), on_delete=models.CASCADE, related_name="uses")
    content_object = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="tag_uses"
    )
    published_at = models.DateTimeField(null=True, editable=False)

    objects = TaggedArticleQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("tag on a story")
        verbose_name_plural = _("tags on stories")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tag_once_a_story")]
        indexes = [
            models.Index(
                fields=["tag", "-published_at", "-content_object"],
                name="tag_stories_by_date",
            )
        ]

    def natural_key(self):
        return (self.content_object.slug, self.tag.slug)

    natural_key.dependencies = ["articles.article", "articles.tag"]
