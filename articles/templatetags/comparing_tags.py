"""Compared texts in templates: `{{ change.runs|told }}`."""

from django import template
from django.utils.translation import gettext_lazy as _

from articles.comparing import markup
from articles.photos.markup import thumbnail_url

KINDS = {
    "p": _("paragraph"),
    "h2": _("heading"),
    "h3": _("subheading"),
    "ul li": _("list item"),
    "ol li": _("numbered item"),
    "blockquote p": _("quotation"),
    "aside": _("pull quote"),
    "figure": _("picture or video"),
    "table": _("table"),
}

register = template.Library()
register.filter("told", markup.told)
register.filter("before", markup.before)
register.filter("after", markup.after)
register.filter("thumbnail", thumbnail_url)


@register.filter
def get(mapping, key):
    """The value under a key that another value names; None where there is none."""
    return mapping.get(key)


@register.filter
def kind_name(kind: str) -> str:
    """What editors call a block of this kind: “ol li” is a numbered item."""
    return str(KINDS.get(kind, kind))
