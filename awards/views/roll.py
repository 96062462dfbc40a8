from typing import NamedTuple

from django.http import HttpResponsePermanentRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from awards.charts.honours import announced_against_named, honours_by_form_and_class, honours_by_unit
from awards.charts.years import honours_by_year
from awards.contradictions.told import attach_disagreements
from awards.proofs import attach_proofs, mark_public, names_on
from awards.roll import data, sheet
from awards.roll.facets import LABELS, Counts, count
from awards.roll.filters import ORDERS, SORT, Filters, read_filters
from awards.roll.groups import group
from awards.roll.moved import address_now
from awards.roll.pages import ON_PAPER, ON_SCREEN, RollPage, Room, roll_page
from newsroom import sheets
from newsroom.page_cache import generation as page_cache
from newsroom.paging import CURSOR

NAME = "Bảng vàng vinh danh"


class Wall(NamedTuple):
    """What a page of the roll shows, and its data block."""

    html: SafeString
    data_block: SafeString


def roll(request):
    """The roll of honour as far as the filters ask for it; 400 for a value that no filter has.

    That of all honours, which most ask for, is made once in each edition, under whatever address it is asked for.
    """
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    cursor = request.GET.get(CURSOR, "")
    if filters.query() or cursor:
        wall = _wall(request, filters, cursor)
    else:
        wall = page_cache.known(request, Wall, lambda: _wall(request, filters, ""))
    return render(
        request,
        "awards/roll.html",
        {
            "wall": wall,
            "chips": _chips(filters),
            "address": _address("awards:roll", filters.query()),
            "sheet_address": _address("awards:roll_csv", filters.query()),
            "json_address": _address("awards:roll_json", filters.query()),
            "current_section": reverse("awards:roll"),
        },
    )


def _wall(request, filters: Filters, cursor: str) -> Wall:
    counts, page = _read(filters, cursor, ON_SCREEN)
    context = _said_of(filters, counts, page) | {
        "orders": _orders(filters),
        "charts": [] if cursor else _charts(counts, page, filters),
        "years": None if cursor else honours_by_year(counts.by_year),
    }
    return Wall(
        render_to_string("awards/includes/roll_wall.html", context, request),
        data.page_data(NAME, context["address"], page.honours.rows),
    )


def roll_printed(request):
    """The roll with the same filters for paper: as many honours as a reader can print at once, no filters, no charts."""
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    counts, page = _read(filters, request.GET.get(CURSOR, ""), ON_PAPER)
    context = _said_of(filters, counts, page) | {"current_section": reverse("awards:roll")}
    return render(request, "awards/roll_printed.html", context)


def _read(filters: Filters, cursor: str, room: Room) -> tuple[Counts, RollPage]:
    """The counts and the page, with all that its entries print."""
    counts = count(filters)
    page = roll_page(filters, cursor, room, empty=not counts.total)
    attach_proofs(page.honours.rows, page.totals)
    attach_disagreements(page.honours.rows)
    mark_public(*names_on(page.honours), *(total.scope for total in page.totals), *counts.records)
    return counts, page


def _said_of(filters: Filters, counts: Counts, page: RollPage) -> dict:
    """What screen and paper say of a page."""
    return {
        "filters": filters,
        "chips": _chips(filters),
        "counts": counts,
        "page": page,
        "groups": group(page.honours, page.totals),
        "address": _address("awards:roll", filters.query()),
        "sheet_address": _address("awards:roll_csv", filters.query()),
        "json_address": _address("awards:roll_json", filters.query()),
        "paper_address": _address("awards:roll_printed", filters.query()),
        "next_query": filters.query(**{CURSOR: page.honours.next_cursor}),
    }


def roll_csv(request):
    """The honours of the roll with the same filters, as a file for spreadsheets."""
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    return sheets.download(sheet.lines(filters), "vinh-danh.csv")


def roll_json(request):
    """The same rows for programs."""
    filters = read_filters(request.GET)
    if filters.unknown:
        return _unknown_value(request, filters)
    return StreamingHttpResponse(data.json_lines(filters), content_type="application/json; charset=utf-8")


def _unknown_value(request, filters: Filters):
    """301 where only slugs have changed, else 400."""
    if address := address_now(request.path, filters):
        return HttpResponsePermanentRedirect(address)
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
            "" if name == "class" else LABELS[name],  # “hạng Ba” says itself what it is
            choice.label,
            _address("awards:roll", alone.query(**{name: choice.value})),
            _address("awards:roll", filters.query(**{name: ""})),
        )
        for name, choice in filters.chosen.items()
    ]


def _orders(filters: Filters) -> list[tuple[str, str, bool]]:
    """The orders that a reader can choose: label, address, whether it is the present one."""
    return [
        (order.label, _address("awards:roll", filters.query(**{SORT: order.value})), order is filters.order)
        for order in ORDERS.values()
    ]


def _charts(counts: Counts, page: RollPage, filters: Filters) -> list:
    units = () if "unit" in filters.chosen else counts.facet("unit").options
    charts = (
        honours_by_form_and_class(counts.by_form_and_class),
        announced_against_named(page.totals),
        honours_by_unit((option.label, option.number) for option in units),
    )
    return [chart for chart in charts if chart is not None]


def _address(name: str, query: str) -> str:
    return reverse(name) + (f"?{query}" if query else "")
