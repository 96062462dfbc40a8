from itertools import groupby

from django.db.models import Exists, OuterRef, Subquery
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from articles.feeds import SIZE, Channel, answer, stories_for_feed
from articles.models import Article
from awards.contradictions.told import attach_disagreements
from awards.course import course_of, reviews_of, time_left
from awards.models import (
    Announcement,
    Campaign,
    CampaignReview,
    Event,
    Evidence,
    ExemplaryModel,
    Honour,
    Organisation,
)
from awards.models.honour import PRECEDENCE
from awards.periods import BY_PHASE, Phase, by_phase, period_of
from awards.proofs import attach_proofs, mark_public, names_on, stories_of
from awards.views import directory
from awards.views.public import answers_for_ever, page_of, public_or_gone
from newsroom.page_cache import generation as page_cache
from newsroom.paging import CURSOR

CAMPAIGNS_ON_A_PAGE = 60
HONOURS_ON_A_PAGE = 60
PROOFS_READ = 60


def campaigns(request):
    """Campaigns: those that run first, then those to come, those that ended, those without a stated period.

    The first page of them is made once in each edition.
    """
    if request.GET.get(CURSOR):
        listed = _list_of_campaigns(request)
    else:
        listed = page_cache.known(request, campaigns, lambda: _list_of_campaigns(request))
    return render(
        request, "awards/campaigns.html", {"listed": listed, "current_section": reverse("awards:campaigns")}
    )


def _list_of_campaigns(request) -> SafeString:
    today = timezone.localdate()
    rows = by_phase(Campaign.objects.proven(), today).select_related("launching_body")
    page = page_of(request, rows, BY_PHASE, size=CAMPAIGNS_ON_A_PAGE)
    for campaign in page:
        campaign.period = period_of(campaign, today)
    attach_proofs(in_brief=page.rows)
    mark_public(*(campaign.launching_body for campaign in page))
    groups = [(Phase(phase).label, list(found)) for phase, found in groupby(page, key=lambda one: one.phase)]
    return render_to_string("awards/includes/campaigns.html", {"groups": groups, "page": page}, request)


@answers_for_ever
def campaign(request, slug):
    """One campaign: theme, period, launch, targets, family, models, honours and the stories that prove it."""
    campaigns = Campaign.objects.select_related("launching_body", "launched_by", "launch_event", "parent")
    totals = Announcement.objects.proven().filter(campaign=OuterRef("pk"))
    campaign = public_or_gone(campaigns.annotate(has_totals=Exists(totals)), slug)
    today = timezone.localdate()
    campaign.period = period_of(campaign, today)
    targets = list(campaign.targets.proven().order_by("number"))
    given = Honour.objects.public().proven().filter(campaign=campaign).for_list()
    honours = page_of(request, given, PRECEDENCE, size=HONOURS_ON_A_PAGE)
    around = directory.read(*_around(campaign))
    reviews, models = reviews_of(around["review"]), _models(around["model"], around["unit_of_model"])
    for target in targets:
        target.time_left = time_left(target, today)
    attach_proofs(targets, models, honours.rows, reviews, subject=campaign)
    attach_disagreements(honours.rows, reviews, [campaign.launch_event] if campaign.launch_event else [])
    mark_public(
        campaign.launching_body,
        campaign.launched_by,
        campaign.launch_event,
        campaign.parent,
        *names_on(honours),
    )
    return render(
        request,
        "awards/campaign.html",
        {
            "campaign": campaign,
            "targets": targets,
            "models": models,
            "honours": honours,
            "children": [_child(entry, today) for entry in around["child"][: directory.SHOWN]],
            "course": course_of(campaign, reviews, today),
            "stories": stories_of(campaign.proofs),
            "current_section": reverse("awards:campaigns"),
        },
    )


def _around(campaign: Campaign):
    """The campaigns below this one, the events that looked back on it, its models and whose they are."""
    reviews = CampaignReview.objects.filter(campaign=campaign)
    models = ExemplaryModel.objects.proven().filter(campaign=campaign)
    stage = reviews.filter(event=OuterRef("pk")).values("stage")[:1]
    return (
        directory.part("child", Campaign.objects.proven().filter(parent=campaign), slug="slug",
                       first="starts_year", last="ends_year", order=("sort_key", "pk")),
        directory.part("review", Event.objects.proven().filter(pk__in=reviews.values("event")), slug="slug",
                       detail=Subquery(stage), detail_slug="date_basis", first="date", order=("date", "pk")),
        directory.part("model", models, slug="slug", detail="description", detail_slug="word",
                       order=("sort_key", "pk")),
        directory.part("unit_of_model", models, slug=directory.if_public("organisation", "slug"),
                       name=directory.if_public("organisation", "name"), order=("sort_key", "pk")),
    )  # fmt: skip


def _models(entries: list[directory.Entry], units: list[directory.Entry]) -> list[ExemplaryModel]:
    """The models, each with its unit where readers may see that."""
    unit_of = {entry.pk: entry for entry in units}
    models = []
    for entry in entries[: directory.SHOWN]:
        unit = unit_of[entry.pk]
        model = ExemplaryModel(
            pk=entry.pk, slug=entry.slug, name=entry.name, description=entry.detail, word=entry.detail_slug
        )
        if unit.slug:
            model.organisation = Organisation(slug=unit.slug, name=unit.name)
            model.organisation.is_public = True
        models.append(model)
    return models


def _child(entry: directory.Entry, today) -> Campaign:
    child = Campaign(
        pk=entry.pk,
        slug=entry.slug,
        name=entry.name,
        starts_year=entry.first and entry.first.year,
        ends_year=entry.last and entry.last.year,
    )
    child.period = period_of(child, today)
    return child


@answers_for_ever
def campaign_feed(request, slug, form):
    """The newest stories that prove a campaign, as a feed."""
    campaign = public_or_gone(Campaign.objects, slug)
    pieces = Evidence.objects.public().filter(campaign=campaign).order_by("-article__published_at", "-pk")
    keys = dict.fromkeys(pieces.values_list("article", flat=True)[:PROOFS_READ])
    stories = stories_for_feed(Article.objects.published().filter(pk__in=list(keys)[:SIZE]))
    channel = Channel(stories, campaign.name, campaign.slogan, campaign.get_absolute_url())
    return answer(request, channel, form)
