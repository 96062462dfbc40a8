"""The box beside a story: what of the registry this story proves."""

from dataclasses import dataclass, field

from django.template.loader import render_to_string

from awards.evidence import block_texts
from awards.models import Evidence, Honour


@dataclass
class Proven:
    """One record that the story proves, and the block in which its words stand."""

    record: object
    block: str
    found: bool


@dataclass
class Award:
    """Honours and totals of one form and class."""

    name: str
    address: str
    rank: tuple
    totals: list[Proven] = field(default_factory=list)
    honours: list[Proven] = field(default_factory=list)


def box(article) -> str:
    """Safe HTML for the margin of the story, or nothing when the story proves nothing.

    It says only what this story announces and names: how a total compares with all stories is
    counted when its own page is read. Proposed honours are left out.
    """
    if not Evidence.objects.filter(article=article).exists():
        return ""
    order = {block: place for place, block in enumerate(block_texts(article))}
    cited = Evidence.objects.filter(article=article).with_record().select_related(
        "honour__form", "honour__organisation", "honour__person", "announcement__form",
        "exemplary_model__organisation", "exemplary_model__campaign",
    )  # fmt: skip
    kinds: dict[str, dict[int, Proven]] = {}
    for piece in sorted(cited, key=lambda piece: (order.get(piece.block, len(order)), piece.pk)):
        record = piece.record
        if isinstance(record, Honour) and record.status in Honour.UNSEEN:
            continue
        kinds.setdefault(record._meta.model_name, {}).setdefault(
            record.pk, Proven(record, piece.block, piece.found)
        )
    proven = {kind: list(records.values()) for kind, records in kinds.items()}
    context = {
        "awards": _awards(proven.get("honour", []), proven.get("announcement", [])),
        "campaigns": proven.get("campaign", []),
        "events": proven.get("event", []),
        "models": proven.get("exemplarymodel", []),
    }
    return render_to_string("awards/beside.html", context) if any(context.values()) else ""


def _awards(honours: list[Proven], totals: list[Proven]) -> list[Award]:
    awards: dict[tuple, Award] = {}

    def award_of(one) -> Award:
        form = one.record.form
        rank = (form.family_rank, form.rank, form.pk, one.record.class_rank)
        return awards.setdefault(rank, Award(one.record.award_name, form.get_absolute_url(), rank))

    for one in totals:
        award_of(one).totals.append(one)
    for one in honours:
        award_of(one).honours.append(one)
    return sorted(awards.values(), key=lambda award: award.rank)
