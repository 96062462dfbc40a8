"""A total's period that does not contain the year of an honour in its list."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from awards.contradictions.awards import year_words
from awards.contradictions.found import Found, Said, Scope, words_for
from awards.models import Announcement, Contradiction, Evidence, Honour
from newsroom.stated import Basis


def periods(scope: Scope) -> Iterator[Found]:
    """Honours, listed under totals of the scope or in it themselves, whose year lies outside."""
    listed = (
        Honour.objects.filter(
            Q(pk__in=scope[Honour]) | Q(announcement__in=scope[Announcement]), announcement__isnull=False
        )
        .exclude(status__in=(Honour.Status.PROPOSED, Honour.Status.REVOKED))
        .select_related("announcement__form", "form", "organisation", "person")
    )
    outside = [honour for honour in listed if _is_outside(honour)]
    if not outside:
        return
    pieces = defaultdict(list)
    for piece in Evidence.objects.filter(
        Q(honour__in=[honour.pk for honour in outside])
        | Q(announcement__in={honour.announcement_id for honour in outside})
    ).order_by("pk"):
        pieces["honour" if piece.honour_id else "total", piece.honour_id or piece.announcement_id].append(
            piece
        )
    for honour in outside:
        total, year = honour.announcement, honour.listed_year
        of_honour, of_total = pieces["honour", honour.pk], pieces["total", total.pk]
        yield Found(
            Contradiction.Kind.PERIOD,
            [honour, total],
            [
                Said(year_words(year), str(year), honour, words_for(of_honour, str(year))),
                Said(period_words(total), _stored(total), total, words_for(of_total, total.period_text)),
            ],
        )


def period_words(total: Announcement) -> str:
    """“5 năm qua” (2016 – 2020, suy luận)."""
    first, last = _bounds(total)
    years = f"{first or '…'} – {last or '…'}" if first != last else str(first)
    if total.period_basis == Basis.INFERRED:
        years += ", suy luận"
    return f"“{total.period_text}” ({years})" if total.period_text else f"giai đoạn {years}"


def _bounds(total: Announcement) -> tuple[int | None, int | None]:
    return total.period_from or total.year, total.period_to or total.year


def _stored(total: Announcement) -> str:
    first, last = _bounds(total)
    return f"{first or ''}-{last or ''}"


def _is_outside(honour: Honour) -> bool:
    first, last = _bounds(honour.announcement)
    year = honour.listed_year
    return bool(year) and bool((first and year < first) or (last and year > last))
