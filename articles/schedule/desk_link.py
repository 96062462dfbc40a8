"""The way to the calendar from every page of the desk."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _


def calendar_link(request) -> str:
    """For those who may see stories; an empty text for others."""
    if not request.user.has_perm("articles.view_article"):
        return ""
    return format_html('<a href="{}">{}</a>', reverse("admin:articles_article_calendar"), _("Calendar"))
