"""Drawings that stand in the page itself: there with the first paint, without a request of their own."""

from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
@cache
def drawing(name: str) -> SafeString:
    """The SVG element of a static file of ours. It says nothing that the text beside it does not."""
    svg = Path(finders.find(name)).read_text(encoding="utf-8").strip()
    return mark_safe(svg.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308  our own file
