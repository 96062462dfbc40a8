from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse

from awards.contradictions.told import attach_disagreements
from awards.models import (
    Campaign,
    Event,
    EventOrganiser,
    ExemplaryModel,
    Honour,
    Organisation,
    Person,
    PersonTitle,
)
from awards.models.honour import NEWEST_FIRST, PRECEDENCE
from awards.proofs import attach_proofs, mark_public, names_on, stories_of
from awards.views import directory
from awards.views.public import answers_for_ever, page_of, public_or_gone

HONOURS_ON_A_PAGE = 60
BELOW = "trang-don-vi"


@answers_for_ever
def organisation(request, slug):
    """One unit: its names, its place, its own honours as a timeline, and apart those of units below it."""
    unit = public_or_gone(Organisation.objects.select_related("parent"), slug)
    shown = Honour.objects.public().proven().for_list()
    own = page_of(request, shown.filter(organisation=unit), NEWEST_FIRST, size=HONOURS_ON_A_PAGE)
    below = page_of(request, shown.filter(_below(unit)), PRECEDENCE, size=HONOURS_ON_A_PAGE, parameter=BELOW)
    lists = directory.read(*_lists(unit))
    models = [ExemplaryModel(pk=entry.pk) for entry in lists["model"]]
    attach_proofs(own.rows, below.rows, models, subject=unit)
    attach_disagreements([unit], own.rows, below.rows)
    mark_public(unit.parent, *names_on(own), *names_on(below))
    return render(
        request,
        "awards/organisation.html",
        {
            "unit": unit,
            "current_section": reverse("awards:roll"),
            "lists": dict(lists),
            "models": list(zip(lists["model"], models, strict=True)),
            "own": own,
            "below": below,
            "below_parameter": BELOW,
            "below_cursor": request.GET.get(BELOW, ""),
            "stories": stories_of(unit.proofs),
        },
    )


def _below(unit: Organisation) -> Q:
    """Honours of all units below, and of people while they served in this unit or below it."""
    units = Organisation.objects.below(unit)
    return Q(organisation__in=units) | Q(recipient_unit__in=units) | Q(recipient_unit=unit)


def _lists(unit: Organisation):
    part = directory.part
    return (
        part("alias", unit.aliases.all()),
        part("predecessor", unit.predecessors.proven(), slug="slug"),
        part("successor", unit.successors.proven(), slug="slug"),
        part("unit", unit.units.proven(), slug="slug", order=("sort_key", "pk")),
        part("campaign", Campaign.objects.proven().filter(launching_body=unit), slug="slug", detail="slogan",
             order=("-starts_year", "sort_key", "pk")),
        part("model", ExemplaryModel.objects.proven().filter(organisation=unit), slug="slug",
             detail="description", detail_slug="word", order=("sort_key", "pk")),
        part("event", Event.objects.proven().filter(
            pk__in=EventOrganiser.objects.filter(organisation=unit).values("event")), slug="slug", first="date", order=("-date", "pk")),
        part("person", Person.objects.listed().filter(
            pk__in=PersonTitle.objects.filter(organisation=unit).values("person")), slug="slug",
             name="full_name", order=("sort_key", "pk")),
    )  # fmt: skip
