"""What is planned for a story, as marks in the list: a word each, and only what is still to come."""

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from articles.models import Article
from articles.schedule.words import moment_text


def plan_marks(article: Article):
    """Safe HTML; the row carries `update_at` and `missed_at` from `listing.with_plan`."""
    marks = []
    if article.missed_at:
        marks.append(("late", _("scheduled update did not go out")))
    if article.update_at:
        marks.append(
            ("planned", _("update scheduled for %(when)s") % {"when": moment_text(article.update_at)})
        )
    if article.is_embargoed:
        marks.append(("held", _("embargo until %(when)s") % {"when": moment_text(article.embargo_until)}))
    if article.expires_at and article.expires_at > timezone.now():
        marks.append(("planned", _("goes off at %(when)s") % {"when": moment_text(article.expires_at)}))
    return format_html_join("", ' <span class="mark mark--{}">{}</span>', marks)
