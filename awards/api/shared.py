"""What the registry's resources share: proof, names, pages.

Records name others only where readers may see these too, as on the pages. The recipient of an honour
is part of it: the name always stands, the slug only where there is a page.
"""

from typing import Literal

from ninja import Schema

from awards.models.base import CLASS_PRINTED, OrderClass
from newsroom.api import Paging
from newsroom.paging import Page, page_by_pk

PrintedClass = Literal["Nhất", "Nhì", "Ba", "various"]
RecipientKind = Literal["collective", "individual", "household"]
PRINTED_CLASSES = {**CLASS_PRINTED, OrderClass.VARIOUS: "various"}


class Quote(Schema):
    """The exact words that prove a record: the slug of the story and the id of the block they stand in."""

    article: str
    block: str
    quote: str


class NamedRecord(Schema):
    slug: str | None
    name: str


def page_of(rows, paging: Paging) -> Page:
    return page_by_pk(rows, cursor=paging.cursor, size=paging.limit)


def public_slug(record) -> str | None:
    """The slug of a record that `mark_public` has marked, where readers may see it."""
    return record.slug if record is not None and record.is_public else None


def named(record) -> dict | None:
    """A record that `mark_public` has marked, where readers may see it."""
    return {"slug": record.slug, "name": str(record)} if record is not None and record.is_public else None


def evidence_of(record) -> list[dict]:
    """The words that still stand in their story; what moved waits for the registry editor."""
    return [
        {"article": proof.article.slug, "block": proof.block, "quote": proof.quote}
        for proof in record.proofs
        if proof.found
    ]
