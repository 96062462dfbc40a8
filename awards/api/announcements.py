"""Announced totals, reconciled with the honours that name recipients."""

from typing import Literal

from ninja import Query, Router, Schema

from awards.api.shared import PRINTED_CLASSES, PrintedClass, Quote, RecipientKind, evidence_of, page_of
from awards.models import Announcement
from awards.proofs import attach_proofs
from awards.reconciliation import reconciled
from newsroom.api import Listing, Paging, Problem, listing
from newsroom.stated import Basis

router = Router(tags=["awards"])


class Period(Schema):
    text: str | None
    from_year: int | None
    to_year: int | None
    inferred: bool


class AnnouncementItem(Schema):
    form: str
    order_class: PrintedClass | None
    recipient_kind: RecipientKind
    count: int | Literal["many"]
    named: int
    outside: int
    status: Literal["complete", "partial", "unnamed", "exceeds"]
    period: Period | None
    evidence: list[Quote]


@router.get("/announcements", response={200: Listing[AnnouncementItem], 400: Problem})
def announcements(request, paging: Query[Paging]):
    """Announced totals, reconciled with the honours that name recipients."""
    page = page_of(reconciled(Announcement.objects.proven()).select_related("form"), paging)
    attach_proofs(page)
    return listing(request, paging, page, _announcement)


def _announcement(row: Announcement) -> dict:
    return {
        "form": row.form.name,
        "order_class": PRINTED_CLASSES.get(row.order_class),
        "recipient_kind": row.recipient_kind,
        "count": "many" if row.many else row.count,
        "named": row.named,
        "outside": row.outside,
        "status": row.status,
        "period": _period(row),
        "evidence": evidence_of(row),
    }


def _period(row: Announcement) -> dict | None:
    """The period as printed and in years; a total of one year has that year for both."""
    from_year, to_year = row.period_from or row.year, row.period_to or row.year
    if not (row.period_text or from_year or to_year):
        return None
    return {
        "text": row.period_text or None,
        "from_year": from_year,
        "to_year": to_year,
        "inferred": row.period_basis == Basis.INFERRED,
    }
