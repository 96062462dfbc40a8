from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField


class BylineQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, author, role):
        return self.get(article__slug=article, author__slug=author, role=role)


class Byline(models.Model):
    """One signature under a story, in printed order."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("Author")
        PHOTOGRAPHER = "photographer", _("Photographer")
        EDITOR = "editor", _("Editor")
        TRANSLATOR = "translator", _("Translator")
        ILLUSTRATOR = "illustrator", _("Illustrator")

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(
        "articles.Author",
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="bylines",
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.AUTHOR)
    job_title = LineField(_("job title on this story"), max_length=200, blank=True)
    raw_line = LineField(_("line as the source prints it"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    published_at = models.DateTimeField(null=True, editable=False)

    objects = BylineQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            models.UniqueConstraint(fields=["article", "author", "role"], name="byline_once_a_role"),
        ]
        indexes = [
            models.Index(
                fields=["author", "-published_at", "-article"],
                name="author_stories_by_date",
            )
        ]

    def __str__(self):
        return f"{self.author} ({self.get_role_display()})"

    def natural_key(self):
        return (self.article.slug, self.author.slug, self.role)

    natural_key.dependencies = ["articles.article", "articles.author"]
