"""The editors' desk, a module per noun."""

from articles.admin import (
    abbreviation,
    accounts,
    article,
    audit,
    author,
    correction,
    error_report,
    front_page,
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
    "abbreviation",
    "accounts",
    "article",
    "audit",
    "author",
    "correction",
    "error_report",
    "front_page",
    "history",
    "masthead",
    "photo",
    "preview_link",
    "redirect",
    "section",
    "series",
    "tag",
]
