"""Rows of the desk's lists whose cells say what they are, for screens on which a row is read line by line."""

from django import template
from django.contrib.admin.templatetags.admin_list import result_list
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

register = template.Library()

_BOX_OF_A_ROW = 'class="action-checkbox"'
_BOX_OF_ALL = 'id="action-toggle"'
_ALL = '<label><input type="checkbox" id="action-toggle"><span class="all-rows">{}</span></label>'


@register.inclusion_tag("admin/change_list_results.html")
def labelled_result_list(cl) -> dict:
    """Django's list; each cell (`<th …>` or `<td …>`) carries the head of its column in `data-label`.

    A cell that holds only the list's word for no value is marked `data-empty` as well. The box that chooses
    all rows is named by words that can be shown, in `.all-rows`.
    """
    context = result_list(cl)
    heads = [header["text"] for header in context["result_headers"]]
    nothing = conditional_escape(cl.model_admin.get_empty_value_display())
    for row in context["results"]:
        row[:] = [_labelled(cell, head, nothing) for cell, head in zip(row, heads, strict=False)]
    for header in context["result_headers"]:
        if _BOX_OF_ALL in header["text"]:
            header["text"] = format_html(_ALL, _("All on this page"))
    return context


def _labelled(cell: SafeString, head: str, nothing: str) -> SafeString:
    if _BOX_OF_A_ROW in cell:
        return cell
    name, rest = cell[:3], cell[3:]
    empty = " data-empty" if rest.partition(">")[2] == f"{nothing}</{name[1:]}>" else ""
    return SafeString(name + format_html(' data-label="{}"', capfirst(head)) + empty + rest)
