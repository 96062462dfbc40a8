"""Emulation campaigns with their targets and exemplary models."""

from typing import Literal

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from ninja import Path, Query, Router, Schema
from ninja.errors import HttpError

from articles.models import Redirect
from awards.api.shared import NamedRecord, Quote, evidence_of, named, page_of, public_slug
from awards.models import Campaign, ExemplaryModel, Target
from awards.proofs import attach_proofs, mark_public
from newsroom.api import ROOT, WHOLE_SLUG, Listing, Paging, Problem, iso, listing
from newsroom.stated import Basis

router = Router(tags=["awards"])
GONE = "Phong trào này không còn được công bố."


class CampaignInList(Schema):
    slug: str
    name: str
    slogan: str | None
    kind: Literal["regular", "thematic"] | None
    starts_year: int | None
    ends_year: int | None
    launched_on: str | None
    launched_on_inferred: bool
    launching_body: NamedRecord | None
    launched_by: NamedRecord | None
    parent: str | None


class TargetItem(Schema):
    number: int
    text: str
    metric: str | None
    due_year: int | None


class CampaignItem(CampaignInList):
    """`evidence` proves the campaign and then its targets."""

    targets: list[TargetItem]
    models: list[str]
    evidence: list[Quote]


@router.get("/campaigns", response={200: Listing[CampaignInList], 400: Problem})
def campaigns(request, paging: Query[Paging]):
    """Emulation campaigns."""
    page = page_of(_campaigns(), paging)
    mark_public(*_named_by_campaigns(page))
    return listing(request, paging, page, _campaign_in_list)


@router.get("/campaigns/{slug}", response={200: CampaignItem, 301: None, 404: Problem, 410: Problem})
def campaign(request, slug: str = Path(..., pattern=WHOLE_SLUG)):
    """One campaign with its targets and exemplary models; 301 when its slug changed, 410 when it is gone."""
    found = _campaigns().filter(slug=slug).first()
    if found is None:
        return _elsewhere(slug)
    targets = list(Target.objects.proven().filter(campaign=found))
    models = ExemplaryModel.objects.proven().filter(campaign=found)
    mark_public(*_named_by_campaigns([found]))
    attach_proofs([found], targets)
    return _campaign_in_list(found) | {
        "targets": [_target(target) for target in targets],
        "models": list(models.values_list("slug", flat=True)),
        "evidence": [quote for record in (found, *targets) for quote in evidence_of(record)],
    }


def _elsewhere(slug: str) -> HttpResponsePermanentRedirect:
    """Where a campaign is told of that readers do not find under this slug."""
    page = reverse("awards:campaign", args=[slug])
    moved = Redirect.objects.filter(old_path=page).first()
    if moved is None:
        raise Http404
    if not moved.new_path:
        raise HttpError(410, GONE)
    return HttpResponsePermanentRedirect(f"/{ROOT}campaigns/{moved.new_slug}")


def _campaigns():
    return Campaign.objects.proven().select_related("launching_body", "launched_by", "parent")


def _named_by_campaigns(rows) -> list:
    return [record for row in rows for record in (row.launching_body, row.launched_by, row.parent)]


def _campaign_in_list(row: Campaign) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "slogan": row.slogan or None,
        "kind": row.kind or None,
        "starts_year": row.starts_year,
        "ends_year": row.ends_year,
        "launched_on": iso(row.launched_on),
        "launched_on_inferred": row.launched_on_basis == Basis.INFERRED,
        "launching_body": named(row.launching_body),
        "launched_by": named(row.launched_by),
        "parent": public_slug(row.parent),
    }


def _target(row: Target) -> dict:
    return {
        "number": row.number,
        "text": row.text,
        "metric": row.metric or None,
        "due_year": row.due_year,
    }
