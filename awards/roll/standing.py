"""How many honours stand, by the columns that tallies tell apart."""

from django.db.models import CharField, Count, Q, Sum
from django.db.models.functions import Cast

from awards.models import Honour, Tally
from awards.models.shown import BY_TIME


def standing(condition: Q, *columns: str) -> list[tuple]:
    """Rows (each column as text, number) of the honours of this condition that readers see. One query.

    A row may come twice: from tallies, and from the few honours that depend on the time.
    """
    by_time = Honour.objects.proven().held().filter(condition, BY_TIME)
    tallies = Tally.objects.held().filter(condition, number__gt=0)
    counted = [
        rows.order_by()
        .values(**{f"by_{name}": Cast(name, CharField()) for name in columns})
        .annotate(number=number)
        for rows, number in ((tallies, Sum("number")), (by_time, Count("pk")))
    ]
    return list(
        counted[0].union(counted[1], all=True).values_list(*(f"by_{name}" for name in columns), "number")
    )
