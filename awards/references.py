"""Readable references for records that nothing in the world makes unique.

“huan-chuong-lao-dong-nhat-don-vi-mau-2020”; a second record of the same facts gets -2.
"""

from functools import singledispatch

from awards.models import Announcement, Evidence, Honour, Target
from awards.models.base import KIND_SLUGS
from awards.models.evidence import RECORD_FIELDS
from newsroom.slug_field import stored_among
from newsroom.slugs import available_slug, available_slugs, vietnamese_slug


def give_ref(record) -> None:
    """Give an honour, announcement, target or piece of evidence its `ref` when it has none."""
    if record.ref:
        return
    others = type(record).objects.exclude(pk=record.pk)
    record.ref = available_slug(
        " ".join(str(part) for part in _parts(record) if part),
        taken=lambda ref: others.filter(ref=ref).exists(),
        reserved=(),
        fallback=record._meta.model_name,
        max_length=record._meta.get_field("ref").max_length,
    )


def give_refs(records: list) -> None:
    """Give new records of one kind, none of them saved yet, their `ref` in a few queries for all.

    A piece of evidence among them is its record's first.
    """
    if not records:
        return
    rows = type(records[0]).objects
    refs = available_slugs(
        [" ".join(str(part) for part in _first_parts(record) if part) for record in records],
        taken=lambda refs: stored_among(rows, "ref", refs),
        reserved=(),
        fallback=records[0]._meta.model_name,
        max_length=records[0]._meta.get_field("ref").max_length,
    )
    for record, ref in zip(records, refs, strict=True):
        record.ref = ref


def _first_parts(record) -> list:
    return _evidence_parts(record, 1) if isinstance(record, Evidence) else _parts(record)


@singledispatch
def _parts(record) -> list:
    raise TypeError(f"{type(record).__name__} has no reference")


@_parts.register
def _(honour: Honour) -> list:
    recipient = getattr(honour.recipient, "slug", None) or vietnamese_slug(honour.household)
    return [honour.form.slug, honour.order_class, recipient, honour.listed_year]


@_parts.register
def _(announcement: Announcement) -> list:
    years = [announcement.period_from, announcement.period_to]
    return [
        "cong-bo",
        *(years if any(years) else [announcement.year]),
        announcement.form.slug,
        announcement.order_class,
        KIND_SLUGS[announcement.recipient_kind],
        announcement.scope and announcement.scope.slug,
    ]


@_parts.register
def _(target: Target) -> list:
    return [target.campaign.slug, target.number]


@_parts.register
def _(evidence: Evidence) -> list:
    return _evidence_parts(evidence, evidence.record.evidence.exclude(pk=evidence.pk).count() + 1)


def _evidence_parts(evidence: Evidence, number: int) -> list:
    column = next(name for name in RECORD_FIELDS if getattr(evidence, f"{name}_id"))
    record = evidence.record
    return [column.replace("_", "-"), getattr(record, "slug", None) or record.ref, number]
