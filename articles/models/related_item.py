from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.web_addresses import SafeAddressField
from newsroom.text_fields import LineField


class RelatedItemQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, url):
        return self.get(article__slug=article, url=url)


class RelatedItem(models.Model):
    """Something to read or watch next: a story, a video, a page elsewhere."""

    class Kind(models.TextChoices):
        STORY = "story", _("Story")
        VIDEO = "video", _("Video")
        LINK = "link", _("Link")

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="related_items"
    )
    title = LineField(_("title"), max_length=300)
    url = SafeAddressField(_("address"), max_length=600, own_pages=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.STORY)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = RelatedItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("related item")
        verbose_name_plural = _("related items")
        constraints = [models.UniqueConstraint(fields=["article", "url"], name="related_once_an_address")]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.article.slug, self.url)

    natural_key.dependencies = ["articles.article"]
