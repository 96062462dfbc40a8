"""Units and people whom stories prove, as a directory by the Vietnamese alphabet."""

from bisect import bisect_right
from itertools import groupby
from typing import NamedTuple

from django.core.exceptions import BadRequest
from django.db.models import Exists
from django.shortcuts import render
from django.urls import reverse

from awards.models import Organisation, Person
from awards.proofs import mark_public
from awards.views.public import page_of
from newsroom.paging import CURSOR
from newsroom.vietnamese import ALPHABET, sort_key

NAMES_ON_A_PAGE = 90
LETTER = "chu"
ORDER = ("sort_key", "pk")

_OPENS = [sort_key(letter) for letter in ALPHABET]
_CLOSES = sort_key("α")  # other scripts stand behind the alphabet


class Letter(NamedTuple):
    """A letter that names begin with, and where the directory is opened at it."""

    name: str
    address: str
    is_asked: bool


def organisations(request):
    """Every unit that a story proves, by name; from `?chu=` on."""
    context = _directory(request, Organisation.objects.listed().select_related("parent"))
    mark_public(*(unit.parent for unit in context["page"]))
    return render(request, "awards/organisations.html", context)


def people(request):
    """Every person that a story proves, by given name, without those hidden by a decision; from `?chu=` on."""
    context = _directory(request, Person.objects.listed().prefetch_related("titles"))
    return render(request, "awards/people.html", context)


def _directory(request, rows) -> dict:
    """What the template of a directory needs. Raises BadRequest for what is no letter."""
    asked = request.GET.get(LETTER, "")
    if asked and (len(asked) > 1 or asked not in ALPHABET):
        raise BadRequest("Danh sách chỉ mở được từ một chữ cái.")
    opened = rows.filter(sort_key__gte=sort_key(asked)) if asked else rows
    page = page_of(request, opened, ORDER, size=NAMES_ON_A_PAGE)
    shelves = [(name, list(ones)) for name, ones in groupby(page, lambda row: _initial(row.sort_key))]
    return {
        "page": page,
        "shelves": shelves,
        "letters": _letters(rows, request.path, asked),
        "opened": asked or request.GET.get(CURSOR, ""),
        "current_section": reverse("awards:roll"),
    }


def _initial(key: str) -> str:
    """The letter whose shelf a sort key stands on; empty before the alphabet and behind it."""
    place = bisect_right(_OPENS, key)
    return ALPHABET[place - 1].upper() if place and key < _CLOSES else ""


def _letters(rows, path: str, asked: str) -> list[Letter]:
    """The letters that have names; one query, an indexed look-up a letter."""
    plain = rows.order_by().prefetch_related(None)
    ends = [*_OPENS[1:], _CLOSES]
    has = {
        f"letter_{number}": Exists(plain.filter(sort_key__gte=opens, sort_key__lt=end))
        for number, (opens, end) in enumerate(zip(_OPENS, ends, strict=True))
    }
    found = plain.order_by(*ORDER).annotate(**has).values_list(*has).first() or ()
    return [
        Letter(letter.upper(), f"{path}?{LETTER}={letter}", letter == asked)
        for letter, one in zip(ALPHABET, found, strict=False)
        if one
    ]
