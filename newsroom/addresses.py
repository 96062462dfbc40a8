"""Addresses that end in a slug, without the urlconf's search for each of them."""

from functools import cache

from django.urls import reverse


def address(name: str, slug: str) -> str:
    """What `reverse(name, args=[slug])` returns; the slug is one that such an address may have."""
    before, after = _around_slug(name)
    return f"{before}{slug}{after}"


@cache
def _around_slug(name: str) -> tuple[str, str]:
    before, _, after = reverse(name, args=["SLUG"]).rpartition("SLUG")
    return before, after
