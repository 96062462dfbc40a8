from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article
from awards.contradictions.told import attach_disagreements
from awards.models import Campaign, Honour, Person
from awards.models.honour import NEWEST_FIRST
from awards.proofs import attach_proofs, mark_public, names_on, stories_of
from awards.views import directory
from awards.views.public import answers_for_ever, page_of, public_or_gone

HONOURS_ON_A_PAGE = 60
SIGNED_SHOWN = 20


@answers_for_ever
def person(request, slug):
    """One person as stories prove it: titles over time, honours received and handed over, campaigns launched."""
    person = public_or_gone(Person.objects.select_related("author"), slug)
    shown = Honour.objects.public().proven().for_list()
    both = shown.filter(Q(person=person) | Q(presenter=person))
    honours = page_of(request, both, NEWEST_FIRST, size=HONOURS_ON_A_PAGE)
    lists = directory.read(
        directory.part("alias", person.aliases.all()),
        directory.part(
            "title",
            person.titles.all(),
            name="title",
            detail=directory.if_public("organisation", "name"),
            detail_slug=directory.if_public("organisation", "slug"),
            first="from_date",
            last="to_date",
        ),
        directory.part(
            "campaign", Campaign.objects.proven().filter(launched_by=person), slug="slug", detail="slogan"
        ),
    )
    attach_proofs(honours.rows, subject=person)
    attach_disagreements([person], honours.rows)
    mark_public(*names_on(honours))
    signed = (
        Article.objects.published().filter(bylines__author=person.author_id) if person.author_id else None
    )
    response = render(
        request,
        "awards/person.html",
        {
            "person": person,
            "current_section": reverse("awards:roll"),
            "lists": dict(lists),
            "titles": sorted(lists["title"], key=lambda title: (title.first is None, title.first, title.pk)),
            "honours": honours,
            "received": [one for one in honours if one.person_id == person.pk],
            "presented": [one for one in honours if one.presenter_id == person.pk],
            "signed": list(signed.for_list().distinct()[:SIGNED_SHOWN]) if signed is not None else [],
            "stories": stories_of(person.proofs),
        },
    )
    if person.hidden_at:
        response["X-Robots-Tag"] = "noindex"
    return response
