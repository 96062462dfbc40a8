from django.shortcuts import render
from django.urls import reverse

from awards.charts import honours_by_form_and_class
from awards.contradictions.told import attach_disagreements
from awards.proofs import attach_proofs, mark_public, names_on
from awards.roll import sheet
from awards.roll.facets import LABELS, count
from awards.roll.filters import Filters, read_filters
from awards.roll.groups import group
from awards.roll.pages import roll_page
from newsroom import sheets
from newsroom.paging import CURSOR


def roll(request):
    """The roll of honour as far as the filters ask for it; 400 for a value that no filter has."""
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    page = roll_page(filters, request.GET.get(CURSOR, ""))
    counts = count(filters)
    attach_proofs(page.honours.rows, page.totals)
    attach_disagreements(page.honours.rows)
    mark_public(*names_on(page.honours), *(total.scope for total in page.totals))
    return render(
        request,
        "awards/roll.html",
        {
            "filters": filters,
            "chips": _chips(filters),
            "counts": counts,
            "page": page,
            "groups": group(page.honours, page.totals),
            "chart": honours_by_form_and_class(counts.by_form_and_class),
            "sheet_address": _address("awards:roll_csv", filters.query()),
            "next_query": filters.query(**{CURSOR: page.honours.next_cursor}),
            "current_section": reverse("awards:roll"),
        },
    )


def roll_csv(request):
    """The honours of the roll with the same filters, as a file for spreadsheets."""
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    return sheets.download(sheet.lines(filters), "vinh-danh.csv")


def _unknown_value(request, filters: Filters):
    context = {
        "unknown": [(LABELS[name], value) for name, value in filters.unknown.items()],
        "address": _address("awards:roll", filters.query()),
        "chips": _chips(filters),
        "current_section": reverse("awards:roll"),
    }
    return render(request, "awards/roll_400.html", context, status=400)


def _chips(filters: Filters) -> list[tuple[str, str, str, str]]:
    """Each chosen filter: its name, its value, the address with it alone, the address without it."""
    alone = Filters(chosen={})
    return [
        (
            LABELS[name],
            choice.label,
            _address("awards:roll", alone.query(**{name: choice.value})),
            _address("awards:roll", filters.query(**{name: ""})),
        )
        for name, choice in filters.chosen.items()
    ]


def _address(name: str, query: str) -> str:
    return reverse(name) + (f"?{query}" if query else "")
