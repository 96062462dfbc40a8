"""The month's output of each author: a page for reading, a file for spreadsheets."""

import re
from datetime import date

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.output import Output, output_of
from articles.models import Author
from newsroom import sheets

YEARS = range(1900, 3000)


def urls(model_admin) -> list:
    @permission_required("articles.view_output", raise_exception=True)
    def output(request):
        year, month = asked_month(request.GET.get("month", ""))
        found = output_of(year, month)
        if request.GET.get("format") == "csv":
            return sheets.download(sheet(found), f"san-luong-{year}-{month:02}.csv")
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": Author._meta,
            "title": _("Output of authors: %(month)s/%(year)s") % {"month": month, "year": year},
            "month": f"{year}-{month:02}",
            "earlier": neighbour(year, month, -1),
            "later": neighbour(year, month, 1),
            "output": found,
        }
        return render(request, "admin/articles/author/output.html", context)

    return [path("output/", model_admin.admin_site.admin_view(output), name="articles_author_output")]


def asked_month(text: str) -> tuple[int, int]:
    """Year and month of “2026-11”; this month for nothing. Raises BadRequest."""
    if not text:
        today = timezone.localdate()
        return today.year, today.month
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    if not found or int(found[1]) not in YEARS:
        raise BadRequest(_("Choose a month like 2026-11."))
    return int(found[1]), int(found[2])


def neighbour(year: int, month: int, step: int) -> date | None:
    """The first day of the month before or after; None beyond the calendar."""
    count = year * 12 + month - 1 + step
    return date(count // 12, count % 12 + 1, 1) if count // 12 in YEARS else None


def sheet(output: Output):
    head = (_("Author"), _("Kind"), _("Pieces"), _("Of these signed with others"), _("Word count"))
    rows = (
        (line.author.name, line.author.get_kind_display(), line.pieces, line.shared, line.words)
        for line in output.lines
    )
    return sheets.lines(head, rows)
