"""Where a photo stands, as links for the person who asks."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from articles.models import Article, Photo
from articles.photos.uses import authors_shown_by, stories_with

USES_SHOWN = 50


def change_url(instance) -> str:
    return reverse(f"admin:articles_{instance._meta.model_name}_change", args=[instance.pk])


def use_links(photo: Photo, user) -> list:
    """Links to the stories and authors that show the photo, at most `USES_SHOWN` of each.

    Of stories that this person may not open only the number is told.
    """
    stories = stories_with(photo)
    shown = [
        *stories.visible_to(user).order_by("-pk")[:USES_SHOWN],
        *authors_shown_by(photo).order_by("pk")[:USES_SHOWN],
    ]
    links = [
        format_html('{}: <a href="{}">{}</a>', one._meta.verbose_name, change_url(one), one) for one in shown
    ]
    closed = stories.exclude(pk__in=Article.objects.visible_to(user).order_by().values("pk")).count()
    if closed:
        text = ngettext(
            "%(count)s story that you may not open", "%(count)s stories that you may not open", closed
        )
        links.append(text % {"count": closed})
    return links
