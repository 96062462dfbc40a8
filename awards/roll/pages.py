"""One page of the roll: honours by key, and the announced totals of the forms that begin on it."""

from dataclasses import dataclass

from awards.models import Announcement, Honour
from awards.models.base import CLASSES_OF_A_FORM
from awards.reconciliation import public_totals
from awards.roll.filters import Filters
from newsroom.paging import Page, decode_cursor, page_in_order

HONOURS_ON_A_PAGE = 60
TOTALS_ON_A_PAGE = 60


@dataclass(frozen=True)
class RollPage:
    """Honours in order of precedence; `totals` that fall between the first and the last of them."""

    honours: Page
    totals: list[Announcement]


def roll_page(filters: Filters, cursor: str, *, empty: bool = False) -> RollPage:
    """The page after the cursor, in two queries. Raises BadCursor. `empty`: it is known that no honour fits.

    A total stands on the page where its form begins, so forms without any name are not lost.
    """
    order = filters.order.columns
    asked = filters.honours(Honour.objects.public().proven())
    if empty:
        asked = asked.none()
    honours = page_in_order(
        asked, order, cursor=cursor, size=HONOURS_ON_A_PAGE, with_all=Honour.objects.for_list()
    )
    totals = filters.totals(public_totals())
    if cursor:
        totals = totals.filter(standing__gte=_next_form(int(decode_cursor(cursor, len(order))[0])))
    if honours.next_cursor:
        totals = totals.filter(standing__lt=_next_form(honours.rows[-1].standing))
    return RollPage(honours, list(totals[:TOTALS_ON_A_PAGE]))


def _next_form(standing: int) -> int:
    """Above every class of the form that stands there."""
    return (standing // CLASSES_OF_A_FORM + 1) * CLASSES_OF_A_FORM
