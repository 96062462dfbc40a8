"""One page of the roll: honours by key, and the announced totals of the forms that begin on it."""

from dataclasses import dataclass

from django.db.models import Q

from awards.models import Announcement, Honour
from awards.models.honour import PRECEDENCE
from awards.paging import page_in_order
from awards.reconciliation import public_totals
from awards.roll.filters import Filters
from newsroom.paging import Page, decode_cursor

HONOURS_ON_A_PAGE = 120
TOTALS_ON_A_PAGE = 120
_FORM = PRECEDENCE[:3]


@dataclass(frozen=True)
class RollPage:
    """Honours in order of precedence; `totals` that fall between the first and the last of them."""

    honours: Page
    totals: list[Announcement]


def roll_page(filters: Filters, cursor: str) -> RollPage:
    """The page after the cursor, in two queries. Raises BadCursor.

    A total stands on the page where its form begins, so forms without any name are not lost.
    """
    asked = filters.honours(Honour.objects.public().proven()).for_list()
    honours = page_in_order(asked, PRECEDENCE, cursor=cursor, size=HONOURS_ON_A_PAGE)
    totals = filters.totals(public_totals())
    if cursor:
        totals = totals.filter(_form_after(decode_cursor(cursor, len(PRECEDENCE))[:3]))
    if honours.next_cursor:
        last = honours.rows[-1].form
        totals = totals.exclude(_form_after((last.family_rank, last.rank, last.pk)))
    return RollPage(honours, list(totals[:TOTALS_ON_A_PAGE]))


def _form_after(keys) -> Q:
    """Condition: the form comes later in precedence than the one with these keys."""
    condition, equal = Q(), Q()
    for column, value in zip(_FORM, keys, strict=True):
        condition |= equal & Q(**{f"{column}__gt": value})
        equal &= Q(**{column: value})
    return condition
