"""Readable references for records that nothing in the world makes unique.

“huan-chuong-lao-dong-nhat-don-vi-mau-2020”; a second record of the same facts gets -2.
"""

from functools import singledispatch

from awards.models import Announcement, Evidence, Honour, Target
from awards.models.base import KIND_SLUGS
from awards.models.evidence import RECORD_FIELDS
from newsroom.slugs import available_slug, vietnamese_slug


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
    column = next(name for name in RECORD_FIELDS if getattr(evidence, f"{name}_id"))
    record = evidence.record
    name = getattr(record, "slug", None) or record.ref
    return [column.replace("_", "-"), name, record.evidence.exclude(pk=evidence.pk).count() + 1]
