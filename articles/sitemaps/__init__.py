"""Sitemaps (sitemaps.org): an index over files of at most 50,000 addresses, for millions of pages.

A file holds the records of one kind whose ids lie in one stretch, so that it is one read of that
stretch however many came before it, and a new record changes the last file alone.
"""

from articles.sitemaps.own_parts import parts
from articles.sitemaps.part import Address, Part

__all__ = ["Address", "Part", "parts"]
