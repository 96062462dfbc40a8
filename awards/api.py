"""The registry as data. Only records that a published story proves, and of them only what stands.

A name that a record prints is part of it; a slug is given only where the record behind the name may
be seen itself.
"""

from typing import Literal

from django.http import Http404
from ninja import Field, Path, Query, Router, Schema

from awards.models import (
    Announcement,
    Campaign,
    Event,
    ExemplaryModel,
    Honour,
    Organisation,
    Person,
    Target,
)
from awards.models.base import CLASS_PRINTED, OrderClass
from awards.proofs import attach_proofs, mark_public
from awards.reconciliation import reconciled
from newsroom.api import SLUG, Listing, Paging, Problem, iso, listing
from newsroom.paging import Page, page_by_pk
from newsroom.stated import Basis

router = Router(tags=["awards"])

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


class OrganisationItem(Schema):
    slug: str
    name: str
    aliases: list[str]
    kind: str
    parent: str | None
    valid_from: str | None
    valid_to: str | None


class TitleItem(Schema):
    title: str
    from_: str | None = Field(..., alias="from")
    to: str | None


class PersonItem(Schema):
    slug: str
    name: str
    titles: list[TitleItem]


class Organiser(Schema):
    name: str
    role: str


class EventItem(Schema):
    slug: str
    name: str
    other_names: list[str]
    date: str | None
    date_inferred: bool
    organisers: list[Organiser]
    sessions: list[str]


class ModelItem(Schema):
    slug: str
    name: str
    unit: str | None
    description: str | None
    evidence: list[Quote]


def _page(rows, paging: Paging) -> Page:
    return page_by_pk(rows, cursor=paging.cursor, size=paging.limit)


@router.get("/campaigns", response={200: Listing[CampaignInList], 400: Problem})
def campaigns(request, paging: Query[Paging]):
    """Emulation campaigns."""
    page = _page(_campaigns(), paging)
    mark_public(*_named_by_campaigns(page))
    return listing(request, paging, page, _campaign_in_list)


@router.get("/campaigns/{slug}", response={200: CampaignItem, 404: Problem})
def campaign(request, slug: str = Path(..., pattern=SLUG)):
    """One campaign with its targets and exemplary models."""
    found = _campaigns().filter(slug=slug).first()
    if found is None:
        raise Http404
    targets = list(Target.objects.proven().filter(campaign=found))
    models = ExemplaryModel.objects.proven().filter(campaign=found)
    mark_public(*_named_by_campaigns([found]))
    attach_proofs([found], targets)
    return _campaign_in_list(found) | {
        "targets": [_target(target) for target in targets],
        "models": list(models.values_list("slug", flat=True)),
        "evidence": [quote for record in (found, *targets) for quote in _evidence(record)],
    }


@router.get("/honours", response={200: Listing[HonourItem], 400: Problem})
def honours(request, paging: Query[Paging]):
    """Awards to named recipients that stand: neither proposed only nor revoked."""
    rows = Honour.objects.proven().held()
    related = ("form", "organisation", "person", "presenter", "decision", "campaign")
    page = _page(rows.select_related(*related), paging)
    attach_proofs(page)
    mark_public(
        *(record for row in page for record in (row.organisation, row.person, row.presenter, row.campaign))
    )
    return listing(request, paging, page, _honour)


@router.get("/announcements", response={200: Listing[AnnouncementItem], 400: Problem})
def announcements(request, paging: Query[Paging]):
    """Announced totals, reconciled with the honours that name recipients."""
    page = _page(reconciled(Announcement.objects.proven()).select_related("form"), paging)
    attach_proofs(page)
    return listing(request, paging, page, _announcement)


@router.get("/organisations", response={200: Listing[OrganisationItem], 400: Problem})
def organisations(request, paging: Query[Paging]):
    """Bodies that act, confer, receive, launch or take part."""
    rows = Organisation.objects.proven().select_related("parent").prefetch_related("aliases")
    page = _page(rows, paging)
    mark_public(*(row.parent for row in page))
    return listing(request, paging, page, _organisation)


@router.get("/people", response={200: Listing[PersonItem], 400: Problem}, by_alias=True)
def people(request, paging: Query[Paging]):
    """People whom stories name, with their titles over time."""
    page = _page(Person.objects.proven().prefetch_related("titles"), paging)
    return listing(request, paging, page, _person)


@router.get("/events", response={200: Listing[EventItem], 400: Problem})
def events(request, paging: Query[Paging]):
    """Meetings and ceremonies that stories report."""
    page = _page(Event.objects.proven().prefetch_related("organisers__organisation"), paging)
    return listing(request, paging, page, _event)


@router.get("/models", response={200: Listing[ModelItem], 400: Problem})
def models(request, paging: Query[Paging]):
    """Ways of working that stories hold up as examples."""
    page = _page(ExemplaryModel.objects.proven().select_related("organisation"), paging)
    attach_proofs(page)
    mark_public(*(row.organisation for row in page))
    return listing(request, paging, page, _model)


def _campaigns():
    return Campaign.objects.proven().select_related("launching_body", "launched_by", "parent")


def _named_by_campaigns(rows) -> list:
    return [record for row in rows for record in (row.launching_body, row.launched_by, row.parent)]


def _slug(record) -> str | None:
    """The slug of a record that `mark_public` has marked, where readers may see it."""
    return record.slug if record is not None and record.is_public else None


def _named(record) -> dict | None:
    return {"slug": _slug(record), "name": str(record)} if record else None


def _evidence(record) -> list[dict]:
    """The words that still stand in their story; what moved waits for the registry editor."""
    return [
        {"article": proof.article.slug, "block": proof.block, "quote": proof.quote}
        for proof in record.proofs
        if proof.found
    ]


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
        "launching_body": _named(row.launching_body),
        "launched_by": _named(row.launched_by),
        "parent": _slug(row.parent),
    }


def _target(row: Target) -> dict:
    return {
        "number": row.number,
        "text": row.text,
        "metric": row.metric or None,
        "due_year": row.due_year,
    }


def _honour(row: Honour) -> dict:
    return {
        "ref": row.ref,
        "form": row.form.name,
        "order_class": PRINTED_CLASSES.get(row.order_class),
        "recipient": {
            "kind": row.kind,
            "name": str(row.recipient),
            "slug": _slug(row.organisation or row.person),
        },
        "year": row.year,
        "presented_on": iso(row.presented_on),
        "presented_on_inferred": row.presented_on_basis == Basis.INFERRED,
        "presented_by": _presenter(row),
        "authority": _authority(row),
        "decision": _decision(row),
        "campaign": _slug(row.campaign),
        "evidence": _evidence(row),
    }


def _presenter(row: Honour) -> dict | None:
    if row.presenter is None:
        return None
    return {
        "name": row.presenter.full_name,
        "slug": _slug(row.presenter),
        "capacity": row.presenter_capacity or None,
    }


def _authority(row: Honour) -> dict | None:
    if row.authority:
        return {"name": row.authority, "basis": "stated"}
    return {"name": row.form.authority, "basis": "law"} if row.form.authority else None


def _decision(row: Honour) -> dict | None:
    if row.decision is None:
        return None
    return {"number": row.decision.number, "symbol": row.decision.symbol, "date": iso(row.decision.date)}


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
        "evidence": _evidence(row),
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


def _organisation(row: Organisation) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "aliases": [alias.name for alias in row.aliases.all()],
        "kind": row.kind,
        "parent": _slug(row.parent),
        "valid_from": iso(row.valid_from),
        "valid_to": iso(row.valid_to),
    }


def _person(row: Person) -> dict:
    titles = [
        {"title": title.title, "from": iso(title.from_date), "to": iso(title.to_date)}
        for title in row.titles.all()
    ]
    return {"slug": row.slug, "name": row.full_name, "titles": titles}


def _event(row: Event) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "other_names": row.other_names,
        "date": iso(row.date),
        "date_inferred": row.date_basis == Basis.INFERRED,
        "organisers": [
            {"name": organiser.organisation.name, "role": organiser.role}
            for organiser in row.organisers.all()
        ],
        "sessions": row.sessions,
    }


def _model(row: ExemplaryModel) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "unit": _slug(row.organisation),
        "description": row.description or None,
        "evidence": _evidence(row),
    }
