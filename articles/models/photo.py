import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.web_addresses import SafeAddressField
from newsroom.derived_fields import FoldField
from newsroom.slug_field import valid_slug
from newsroom.text_fields import LineField


class PhotoQuerySet(models.QuerySet):
    def public(self):
        """Photos that a reader may see: shown where readers are, and within their rights."""
        return self.exclude(rights_until__lt=timezone.localdate()).placed()

    def placed(self):
        """Photos used by a story that is out, and portraits of published authors."""
        from articles.models.article import Article

        visible = Article.objects.published()
        return self.filter(
            models.Exists(ArticlePhoto.objects.filter(photo=models.OuterRef("pk"), article__in=visible))
            | models.Exists(visible.filter(bylines__author__portrait=models.OuterRef("pk")))
        )

    def get_by_natural_key(self, ref):
        return self.get(ref=ref)


def new_ref() -> str:
    return secrets.token_hex(6)


class Photo(models.Model):
    """A picture with what must be said about it. Bodies point at it by `ref`."""

    ref = models.CharField(
        _("reference"),
        max_length=80,
        unique=True,
        default=new_ref,
        validators=[valid_slug],
    )
    file = models.CharField(_("file"), max_length=200, blank=True, editable=False)
    alt = LineField(
        _("alternative text"),
        max_length=400,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("Carries no information: screen readers pass over it."),
    )
    caption = LineField(_("caption"), max_length=600, blank=True)
    credit = LineField(_("credit"), max_length=200, blank=True)
    source_url = SafeAddressField(_("source address"), max_length=600, blank=True)
    rights = LineField(_("rights note"), max_length=300, blank=True)
    rights_until = models.DateField(
        _("may be shown until"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The last day. After it readers see the caption without the picture. Empty: no end."),
    )
    file_name = LineField(_("name of the file"), max_length=150, blank=True, editable=False)
    illustration = models.BooleanField(_("drawing in place of the photograph"), default=False)
    focal_x = models.FloatField(
        _("focal point, from left"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    focal_y = models.FloatField(
        _("focal point, from top"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    width = models.PositiveIntegerField(_("width"), null=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, editable=False)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True, editable=False, db_index=True)
    renditions = models.JSONField(_("renditions"), default=dict, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    search_fold = FoldField(from_fields=("caption", "credit", "alt", "ref", "file_name"), max_length=1600)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                name="photo_focal_point_inside",
                violation_error_message=_("The focal point lies outside the picture."),
            ),
            models.CheckConstraint(
                condition=models.Q(file="") | models.Q(width__gt=0, height__gt=0),
                name="photo_with_file_has_size",
            ),
        ]

    def __str__(self):
        return self.caption or self.alt or self.ref

    def natural_key(self):
        return (self.ref,)

    @property
    def rights_ended(self) -> bool:
        """Whether readers may not see the picture any more."""
        return self.rights_until is not None and self.rights_until < timezone.localdate()


class ArticlePhotoQuerySet(models.QuerySet):
    def get_by_natural_key(self, article, photo):
        return self.get(article__slug=article, photo__ref=photo)


class ArticlePhoto(models.Model):
    """A picture that stands on a story as readers see it, the lead first."""

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("story"), on_delete=models.CASCADE, related_name="photo_uses"
    )
    photo = models.ForeignKey(Photo, verbose_name=_("photo"), on_delete=models.PROTECT, related_name="uses")
    caption = LineField(_("caption"), max_length=600, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ArticlePhotoQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("photo on a story")
        verbose_name_plural = _("photos on stories")
        constraints = [models.UniqueConstraint(fields=["article", "photo"], name="photo_once_a_story")]

    def __str__(self):
        return f"{self.photo} ({self.article})"

    def natural_key(self):
        return (self.article.slug, self.photo.ref)

    natural_key.dependencies = ["articles.article", "articles.photo"]
