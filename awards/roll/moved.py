"""Filters by a slug that a record no longer has: they lead on, as the record's own page does."""

import re

from articles.models import Redirect
from awards.roll.filters import NAMED, Filters
from newsroom.slugs import SLUG


def address_now(path: str, filters: Filters) -> str:
    """The address of the roll with the slugs of today; empty unless every unknown value is one that moved."""
    pages = {name: _page(name, value) for name, value in filters.unknown.items()}
    if not all(pages.values()):
        return ""
    moved = {one.old_path: one for one in Redirect.objects.filter(old_path__in=pages.values())}
    slugs = {name: _slug(name, moved[page]) for name, page in pages.items() if page in moved}
    return f"{path}?{filters.query(**slugs)}" if len(slugs) == len(pages) and all(slugs.values()) else ""


def _page(name: str, slug: str) -> str:
    """Where the record of this slug has its page; empty for what can be no slug or no record."""
    return NAMED[name](slug=slug).get_absolute_url() if name in NAMED and re.fullmatch(SLUG, slug) else ""


def _slug(name: str, moved: Redirect) -> str:
    """The slug of today, if the record is of the same kind still."""
    slug = moved.new_slug
    return slug if slug and _page(name, slug) == moved.new_path else ""
