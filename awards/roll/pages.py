"""One page of the roll: honours by key, and the announced totals of the forms that begin on it."""

from dataclasses import dataclass

from awards.models import Announcement, Honour
from awards.models.honour import PRECEDENCE
from awards.reconciliation import public_totals
from awards.roll.filters import Filters
from newsroom.paging import Page, comes_after, decode_cursor, page_in_order

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
        totals = totals.filter(comes_after(_FORM, decode_cursor(cursor, len(PRECEDENCE))[: len(_FORM)]))
    if honours.next_cursor:
        last = honours.rows[-1].form
        totals = totals.exclude(comes_after(_FORM, (last.family_rank, last.rank, last.pk)))
    return RollPage(honours, list(totals[:TOTALS_ON_A_PAGE]))
