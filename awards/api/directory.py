"""Who and what the registry knows: bodies, people, events, exemplary models."""

from ninja import Field, Query, Router, Schema

from awards.api.shared import Quote, evidence_of, page_of, public_slug
from awards.models import Event, ExemplaryModel, Organisation, Person
from awards.proofs import attach_proofs, mark_public
from newsroom.api import Listing, Paging, Problem, iso, listing
from newsroom.stated import Basis

router = Router(tags=["awards"])


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


@router.get("/organisations", response={200: Listing[OrganisationItem], 400: Problem})
def organisations(request, paging: Query[Paging]):
    """Bodies that act, confer, receive, launch or take part."""
    rows = Organisation.objects.proven().select_related("parent").prefetch_related("aliases")
    page = page_of(rows, paging)
    mark_public(*(row.parent for row in page))
    return listing(request, paging, page, _organisation)


@router.get("/people", response={200: Listing[PersonItem], 400: Problem}, by_alias=True)
def people(request, paging: Query[Paging]):
    """People whom stories name, with their titles over time; without those hidden from lists."""
    page = page_of(Person.objects.listed().prefetch_related("titles"), paging)
    return listing(request, paging, page, _person)


@router.get("/events", response={200: Listing[EventItem], 400: Problem})
def events(request, paging: Query[Paging]):
    """Meetings and ceremonies that stories report."""
    page = page_of(Event.objects.proven().prefetch_related("organisers__organisation"), paging)
    mark_public(*(organiser.organisation for row in page for organiser in row.organisers.all()))
    return listing(request, paging, page, _event)


@router.get("/models", response={200: Listing[ModelItem], 400: Problem})
def models(request, paging: Query[Paging]):
    """Ways of working that stories hold up as examples."""
    page = page_of(ExemplaryModel.objects.proven().select_related("organisation"), paging)
    attach_proofs(page)
    mark_public(*(row.organisation for row in page))
    return listing(request, paging, page, _model)


def _organisation(row: Organisation) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "aliases": [alias.name for alias in row.aliases.all()],
        "kind": row.kind,
        "parent": public_slug(row.parent),
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
            if organiser.organisation.is_public
        ],
        "sessions": row.sessions,
    }


def _model(row: ExemplaryModel) -> dict:
    return {
        "slug": row.slug,
        "name": row.name,
        "unit": public_slug(row.organisation),
        "description": row.description or None,
        "evidence": evidence_of(row),
    }
