from django.shortcuts import render
from django.urls import reverse

from awards.contradictions.told import attach_disagreements
from awards.models import Campaign, Event, Honour
from awards.models.honour import PRECEDENCE
from awards.proofs import attach_proofs, mark_public, names_on, stories_of
from awards.views.public import answers_for_ever, page_of, public_or_gone

HONOURS_ON_A_PAGE = 60
CAMPAIGNS_SHOWN = 60


@answers_for_ever
def event(request, slug):
    """One meeting or ceremony: when and where, who took part, what was launched and handed over there."""
    event = public_or_gone(Event.objects.all(), slug)
    organisers = list(event.organisers.select_related("organisation"))
    given = Honour.objects.public().proven().filter(event=event).for_list()
    honours = page_of(request, given, PRECEDENCE, size=HONOURS_ON_A_PAGE)
    launched = list(Campaign.objects.proven().filter(launch_event=event)[:CAMPAIGNS_SHOWN])
    attach_proofs(honours.rows, launched, subject=event)
    attach_disagreements([event], honours.rows)
    mark_public(*(one.organisation for one in organisers), *names_on(honours))
    return render(
        request,
        "awards/event.html",
        {
            "event": event,
            "current_section": reverse("awards:roll"),
            "organisers": [one for one in organisers if one.organisation.is_public],
            "honours": honours,
            "launched": launched,
            "stories": stories_of(event.proofs),
        },
    )
