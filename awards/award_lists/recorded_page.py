"""The page of a list that was recorded: what it brought, row by row, and whether it can be taken back."""

from django.core.paginator import Paginator

from awards.award_lists.undoing import Hindrance, hindrances
from awards.models import AwardList

ROWS = 100
SHOWN = 200


def context(award_list: AwardList, params) -> dict:
    entries = award_list.entries.select_related(
        "honour__form", "honour__organisation", "honour__person", "organisation", "person"
    )
    return {"list": award_list, "page": Paginator(entries, ROWS).get_page(params.get("p"))}


def undo_context(award_list: AwardList, found: list[Hindrance] | None = None) -> dict:
    found = hindrances(award_list) if found is None else found
    return {"list": award_list, "hindrances": found[:SHOWN], "more": len(found[SHOWN:])}
