"""The editors' desk, a module per noun."""

from articles.admin import (
    accounts,
    article,
    author,
    correction,
    history,
    masthead,
    photo,
    preview_link,
    redirect,
    section,
    tag,
)

__all__ = [
    "accounts",
    "article",
    "author",
    "correction",
    "history",
    "masthead",
    "photo",
    "preview_link",
    "redirect",
    "section",
    "tag",
]
