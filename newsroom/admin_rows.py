"""Cells of the desk's lists that say what they are, for screens on which a row is read line by line."""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

register = template.Library()

_BOX_OF_A_ROW = 'class="action-checkbox"'


@register.simple_tag
def labelled_cells(cells, headers, nothing) -> list[SafeString]:
    """The cells of a row (`<th …>` or `<td …>`), each with the head of its column in `data-label`.

    A cell that holds only `nothing` (the list's word for no value) is marked `data-empty` as well.
    """
    return [
        cell if _BOX_OF_A_ROW in cell else _labelled(cell, head["text"], nothing)
        for cell, head in zip(cells, headers, strict=False)
    ]


def _labelled(cell: SafeString, head: str, nothing: str) -> SafeString:
    name, rest = cell[:3], cell[3:]
    empty = " data-empty" if rest.partition(">")[2] == f"{conditional_escape(nothing)}</{name[1:]}>" else ""
    return SafeString(name + format_html(' data-label="{}"', capfirst(head)) + empty + rest)
