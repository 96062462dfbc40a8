"""The search page, and suggestions for its box."""

from dataclasses import asdict

from django.http import JsonResponse
from django.shortcuts import render

from articles.search import records, spelling
from articles.search.asking import UNKNOWN, Asked, read_address
from articles.search.facets import facets
from articles.search.filters import UnknownChoice
from articles.search.query import LONGEST
from articles.search.searching import Results, search
from articles.search.suggesting import suggest
from newsroom.paging import CURSOR

RECORDS_OF_A_GROUP = 5


def search_page(request):
    """Stories and records that answer the question of the address; 400 for a filter that cannot be read."""
    asked, faults, cursor = read_address(request.GET), {}, request.GET.get(CURSOR, "")
    faults |= asked.faults
    results = None
    if not faults:
        try:
            results = search(asked.text, asked.filters, by_date=asked.by_date, cursor=cursor)
        except UnknownChoice as unknown:
            faults[unknown.parameter] = UNKNOWN[unknown.parameter]
    context = {"asked": asked, "faults": faults, "cursor": cursor, "longest": LONGEST}
    if results:
        context |= {"results": results} | _around(asked, results, first_page=not cursor)
    return render(request, "articles/search.html", context, status=400 if faults else 200)


def _around(asked: Asked, results: Results, *, first_page: bool) -> dict:
    """What stands around the stories. Where none has all the words, other spellings are tried."""
    if not results.query:
        return {}
    narrowed = bool(asked.filters)
    groups = records.groups(results.query, RECORDS_OF_A_GROUP) if first_page and not narrowed else []
    slips = [] if results.is_good or groups or narrowed else spelling.slips(results)
    if slips:
        results.shown = []
    return {
        "groups": groups,
        "facets": facets(results) if results.is_good or narrowed else [],
        "slips": slips,
        "accents": spelling.accents(results) if first_page and results.is_good else [],
    }


def suggestions(request):
    """JSON {"suggestions": [{label, kind, address}]} for what has been typed so far."""
    found = suggest(request.GET.get("q", ""))
    return JsonResponse(
        {"suggestions": [asdict(one) for one in found]}, json_dumps_params={"ensure_ascii": False}
    )
