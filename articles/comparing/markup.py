"""Compared words as HTML: <ins>, <del>, and what was set in another way."""

from itertools import groupby

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.comparing.bodies import CELL, LINE
from articles.comparing.words import Run, Token
from newsroom.languages import LANGUAGES

TAGS = {"strong", "em", "sub", "sup"}
CELL_EDGE = '<span class="cell-edge"> │ </span>'


def told(runs) -> SafeString:
    """Both texts in one: what went and what came where it did."""
    return _joined(_told_run(run) for run in runs)


def before(runs) -> SafeString:
    """The old text, with what went marked."""
    return _joined(_side(run, run.old, "deleted", "del") for run in runs)


def after(runs) -> SafeString:
    """The new text, with what came marked."""
    return _joined(_side(run, run.new, "inserted", "ins") for run in runs)


def words(tokens) -> SafeString:
    """Tokens with their formatting. Links lead nowhere: they are here to be read."""
    return _joined(
        _dressed(tuple(run), marks) for marks, run in groupby(tokens, key=lambda token: token.marks)
    )


def _told_run(run: Run) -> SafeString:
    if run.kind == "deleted":
        return format_html("<del>{}</del>", words(run.old))
    if run.kind == "inserted":
        return format_html("<ins>{}</ins>", words(run.new))
    if run.kind == "reformatted":
        return format_html(
            '<span class="reset">{}<span class="reset__what">{}</span></span>',
            words(run.new),
            _what_was_set(run.old[0].marks, run.new[0].marks),
        )
    return words(run.new)


def _side(run: Run, tokens, kind: str, tag: str) -> SafeString:
    if run.kind == kind:
        return format_html("<{0}>{1}</{0}>", mark_safe(tag), words(tokens))  # noqa: S308  "ins" or "del"
    return words(tokens)


def _what_was_set(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """“+ bold, − link to https://…”."""
    won = [f"+ {_mark_name(mark)}" for mark in new if mark not in old]
    lost = [f"− {_mark_name(mark)}" for mark in old if mark not in new]
    return ", ".join(won + lost)


def _mark_name(mark: str) -> str:
    if mark.startswith("a "):
        return _("link to %(address)s") % {"address": mark.removeprefix("a ")}
    if mark.startswith("lang "):
        return _("in %(language)s") % {"language": LANGUAGES[mark.removeprefix("lang ")]}
    names = {"strong": _("bold"), "em": _("italic"), "sub": _("subscript"), "sup": _("superscript")}
    return names[mark]


def _dressed(tokens: tuple[Token, ...], marks: tuple[str, ...]) -> SafeString:
    text = escape("".join(token.text for token in tokens))
    html = mark_safe(text.replace(LINE.text, "<br>").replace(CELL.text, CELL_EDGE))  # noqa: S308  escaped above
    for mark in marks:
        if mark in TAGS:
            html = format_html("<{0}>{1}</{0}>", mark_safe(mark), html)  # noqa: S308  one of TAGS
        elif mark.startswith("lang "):
            html = format_html('<span lang="{}">{}</span>', mark.removeprefix("lang "), html)
        else:
            html = format_html('<span class="linked" title="{}">{}</span>', mark.removeprefix("a "), html)
    return html


def _joined(parts) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
