"""The box beside a story: what of the registry this story proves."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.template.loader import render_to_string

from awards.block_texts import block_texts
from awards.models import Evidence, Honour
from newsroom.prepared import Prepared

NAMES_SHOWN = 12  # of each form and class: a list of a decision may name thousands


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
    more: int = 0  # honours that are not shown


def box(article) -> str:
    """Safe HTML for the margin of the story, or nothing when the story proves nothing.

    It says only what this story announces and names: how a total compares with all stories is
    counted when its own page is read. Proposed honours are left out.
    """
    if not _any_evidence(story=article.pk):
        return ""
    order = {block: place for place, block in enumerate(block_texts(article))}
    cited = _printed(article).with_record().select_related(
        "honour__form", "honour__organisation", "honour__person", "announcement__form",
        "exemplary_model__organisation", "exemplary_model__campaign",
    )  # fmt: skip
    kinds: dict[str, dict[int, Proven]] = {}
    for piece in sorted(cited, key=lambda piece: (order.get(piece.block, len(order)), piece.pk)):
        record = piece.record
        kinds.setdefault(record._meta.model_name, {}).setdefault(
            record.pk, Proven(record, piece.block, piece.found)
        )
    proven = {kind: list(records.values()) for kind, records in kinds.items()}
    context = {
        "awards": _awards(article, proven.get("honour", []), proven.get("announcement", [])),
        "campaigns": proven.get("campaign", []),
        "events": proven.get("event", []),
        "models": proven.get("exemplarymodel", []),
    }
    return render_to_string("awards/beside.html", context) if any(context.values()) else ""


@Prepared
def _any_evidence(*, story):
    return Evidence.objects.filter(article=story).order_by().values_list("pk")[:1]


def _printed(article):
    """The story's evidence for what the box prints; of honours of one form and class the first few pieces."""
    place = Window(
        RowNumber(), partition_by=[F("honour__form"), F("honour__class_rank")], order_by=F("pk").asc()
    )
    return (
        Evidence.objects.filter(article=article, organisation=None, person=None)
        .exclude(honour__status__in=Honour.UNSEEN)
        .annotate(place=place)
        .filter(Q(honour=None) | Q(place__lte=NAMES_SHOWN))
    )


def _awards(article, honours: list[Proven], totals: list[Proven]) -> list[Award]:
    awards: dict[tuple, Award] = {}

    def award_of(one) -> Award:
        form = one.record.form
        rank = (form.family_rank, form.rank, form.pk, one.record.class_rank)
        return awards.setdefault(rank, Award(one.record.award_name, form.get_absolute_url(), rank))

    for one in totals:
        award_of(one).totals.append(one)
    for one in honours:
        award_of(one).honours.append(one)
    if len(honours) >= NAMES_SHOWN:
        for rank, number in _numbers(article).items():
            awards[rank].more = number - len(awards[rank].honours)
    return sorted(awards.values(), key=lambda award: award.rank)


def _numbers(article) -> dict[tuple, int]:
    """How many honours of each form and class the story proves."""
    rank = ("form__family_rank", "form__rank", "form_id", "class_rank")
    proven = Honour.objects.public().filter(evidence__article=article).order_by()
    return {tuple(row[:4]): row[4] for row in proven.values_list(*rank).annotate(Count("pk", distinct=True))}
