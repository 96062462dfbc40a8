"""All honours that the filters ask for, in the order of the page, for files."""

from collections.abc import Iterator

from awards.models import Honour
from awards.proofs import attach_proofs, mark_public, names_on
from awards.roll.filters import Filters
from newsroom.paging import page_in_order

BATCH = 1000


def honours(filters: Filters) -> Iterator[Honour]:
    """Each honour with its `proofs`, and its names marked as on the page; so many at a time."""
    asked, with_all = filters.honours(Honour.objects.public().proven()), Honour.objects.for_list()
    cursor = ""
    while True:
        page = page_in_order(asked, filters.order.columns, cursor=cursor, size=BATCH, with_all=with_all)
        attach_proofs(page.rows)
        mark_public(*names_on(page))
        yield from page
        cursor = page.next_cursor
        if not cursor:
            return
