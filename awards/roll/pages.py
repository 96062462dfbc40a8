"""One page of the roll: honours by key, and the announced totals of the forms that begin on it."""

from dataclasses import dataclass
from typing import NamedTuple

from awards.models import Announcement, Honour
from awards.models.base import CLASSES_OF_A_FORM
from awards.reconciliation import public_totals
from awards.roll.filters import Filters
from newsroom.paging import Page, decode_cursor, page_in_order


class Room(NamedTuple):
    """How many honours and announced totals stand on one page."""

    honours: int
    totals: int


ON_SCREEN, ON_PAPER = Room(60, 60), Room(1000, 500)


@dataclass(frozen=True)
class RollPage:
    """Honours in order of precedence; `totals` that fall between the first and the last of them.

    `totals_left_out`: there may be more totals than a page has room for.
    """

    honours: Page
    totals: list[Announcement]
    totals_left_out: bool


def roll_page(filters: Filters, cursor: str, room: Room = ON_SCREEN, *, empty: bool = False) -> RollPage:
    """The page after the cursor, in two queries. Raises BadCursor. `empty`: it is known that no honour fits.

    A total stands on the page where its form begins, so forms without any name are not lost.
    """
    order = filters.order.columns
    asked = filters.honours(Honour.objects.public().proven())
    if empty:
        asked = asked.none()
    honours = page_in_order(
        asked, order, cursor=cursor, size=room.honours, with_all=Honour.objects.for_list()
    )
    totals = filters.totals(public_totals())
    if cursor:
        totals = totals.filter(standing__gte=_next_form(int(decode_cursor(cursor, len(order))[0])))
    if honours.next_cursor:
        totals = totals.filter(standing__lt=_next_form(honours.rows[-1].standing))
    shown = list(totals[: room.totals])
    return RollPage(honours, shown, len(shown) == room.totals)


def _next_form(standing: int) -> int:
    """Above every class of the form that stands there."""
    return (standing // CLASSES_OF_A_FORM + 1) * CLASSES_OF_A_FORM
