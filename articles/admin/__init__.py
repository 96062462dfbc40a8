"""The editors' desk, a module per noun."""

from articles.admin import (
    accounts,
    article,
    audit,
    author,
    correction,
    history,
    masthead,
    photo,
    preview_link,
    redirect,
    section,
    series,
    tag,
)

__all__ = [
    "accounts",
    "article",
    "audit",
    "author",
    "correction",
    "history",
    "masthead",
    "photo",
    "preview_link",
    "redirect",
    "section",
    "series",
    "tag",
]
