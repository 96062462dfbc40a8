"""Values as text between tags and in attributes."""

from html import escape


def text(value) -> str:
    """Any value, escaped for HTML. Lighter than Django's, which also takes what is lazy or already marked."""
    return escape(str(value))


def grouped(number: int) -> str:
    """A number as Vietnamese readers write it: 12.345."""
    return f"{number:,}".replace(",", ".")
