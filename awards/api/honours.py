"""Awards to named recipients."""

from typing import Literal

from ninja import Query, Router, Schema

from awards.api.shared import (
    PRINTED_CLASSES,
    PrintedClass,
    Quote,
    RecipientKind,
    evidence_of,
    named,
    page_of,
    public_slug,
)
from awards.models import Honour
from awards.proofs import attach_proofs, mark_public
from newsroom.api import Listing, Paging, Problem, iso, listing
from newsroom.stated import Basis

router = Router(tags=["awards"])


class Recipient(Schema):
    kind: RecipientKind
    name: str
    slug: str | None


class Presenter(Schema):
    name: str
    slug: str | None
    capacity: str | None


class Authority(Schema):
    """Who conferred the award: as a source states it, else by the law."""

    name: str
    basis: Literal["stated", "law"]


class DecisionItem(Schema):
    number: str
    symbol: str
    date: str | None


class HonourItem(Schema):
    ref: str
    form: str
    order_class: PrintedClass | None
    recipient: Recipient
    year: int | None
    presented_on: str | None
    presented_on_inferred: bool
    presented_by: Presenter | None
    authority: Authority | None
    decision: DecisionItem | None
    campaign: str | None
    evidence: list[Quote]


@router.get("/honours", response={200: Listing[HonourItem], 400: Problem})
def honours(request, paging: Query[Paging]):
    """Awards to named recipients that stand: neither proposed only nor revoked."""
    rows = Honour.objects.proven().held()
    related = ("form", "organisation", "person", "presenter", "decision", "campaign")
    page = page_of(rows.select_related(*related), paging)
    attach_proofs(page)
    mark_public(
        *(record for row in page for record in (row.organisation, row.person, row.presenter, row.campaign))
    )
    return listing(request, paging, page, described)


def described(row: Honour) -> dict:
    """An honour with its `proofs`, whose names `mark_public` has marked, as programs are told of it."""
    authority = row.conferring_authority
    return {
        "ref": row.ref,
        "form": row.form.name,
        "order_class": PRINTED_CLASSES.get(row.order_class),
        "recipient": {
            "kind": row.kind,
            "name": str(row.recipient),
            "slug": public_slug(row.organisation or row.person),
        },
        "year": row.year,
        "presented_on": iso(row.presented_on),
        "presented_on_inferred": row.presented_on_basis == Basis.INFERRED,
        "presented_by": _presenter(row),
        "authority": authority._asdict() if authority else None,
        "decision": _decision(row),
        "campaign": public_slug(row.campaign),
        "evidence": evidence_of(row),
    }


def _presenter(row: Honour) -> dict | None:
    presenter = named(row.presenter)
    return presenter and presenter | {"capacity": row.presenter_capacity or None}


def _decision(row: Honour) -> dict | None:
    if row.decision is None:
        return None
    return {"number": row.decision.number, "symbol": row.decision.symbol, "date": iso(row.decision.date)}
