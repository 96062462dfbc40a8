"""What the registry puts into the places that stories, pages and the desk offer."""

from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.sitemaps import Part
from awards import beside, searching, subjects
from awards.campaign_strips import CampaignStrips
from awards.keeping import upkeep
from awards.models import (
    Announcement,
    AwardForm,
    Campaign,
    Event,
    Honour,
    Organisation,
    Person,
)
from awards.periods import BY_PHASE, by_phase, period_of
from awards.roll.filters import PARAMETERS
from awards.views import alphabetical
from newsroom import places

BAND_HONOURS = 6
BAND_CAMPAIGNS = 3


def fill():
    """Called once at start-up, from AppConfig.ready()."""
    places.fill("story_aside", beside.box)
    places.fill("story_subjects", subjects.of_story)
    places.fill("story_changed", "awards.evidence.recheck")
    places.fill("story_changed", settle)
    places.fill("story_changed", "awards.suggestions.counting.follow", order=200)
    places.fill("publish_checks", "awards.cited_stories.lost_evidence")
    places.fill("deletion_blockers", "awards.cited_stories.deletion_blockers")
    places.fill("front_bands", honours_band, order=10)
    places.fill("front_bands", campaigns_band, order=20)
    places.fill("front_strips", CampaignStrips, order=20)
    places.fill("desk_panels", "awards.registry_desk.panel.desk_panel", order=20)
    places.fill("desk_addresses", "awards.suggestions.desk.urls")
    places.fill("desk_addresses", "awards.contradictions.desk.urls")
    places.fill("desk_addresses", "awards.award_lists.addresses.urls")
    places.fill("desk_addresses", "awards.registry_desk.desk.urls")
    places.fill("desk_commands", "awards.registry_desk.desk.commands", order=200)
    places.fill("desk_commands", "awards.contradictions.desk.commands")
    places.fill("story_panels", "awards.suggestions.desk.story_panel")
    places.fill("search_groups", searching.groups)
    places.fill("masthead_links", masthead_links)
    places.fill("sitemap_parts", sitemap_parts)
    places.fill("sitemap_pages", sitemap_pages)
    places.fill("stylesheets", stylesheets)
    places.fill("query_names", lambda: (*PARAMETERS, alphabetical.LETTER))


def settle(article) -> None:
    """With each story that changes, records whose scheduled story has come out since are shown for good."""
    upkeep.settle()


def honours_band() -> str:
    """Band of the front page: the highest honours, in order of precedence. One query."""
    honours = list(Honour.objects.held().proven().for_list().by_precedence()[:BAND_HONOURS])
    return render_to_string("awards/bands/honours.html", {"honours": honours}) if honours else ""


def campaigns_band() -> str:
    """Band of the front page: campaigns, those that run first, with their progress. One query."""
    today = timezone.localdate()
    rows = by_phase(Campaign.objects.proven(), today).filter(first_year__gt=0)
    campaigns = list(rows.order_by(*BY_PHASE)[:BAND_CAMPAIGNS])
    for campaign in campaigns:
        campaign.period = period_of(campaign, today)
    return render_to_string("awards/bands/campaigns.html", {"campaigns": campaigns}) if campaigns else ""


def masthead_links() -> list[tuple[str, str]]:
    return [("Phong trào", reverse("awards:campaigns")), ("Vinh danh", reverse("awards:roll"))]


def sitemap_parts() -> list[Part]:
    """Pages of the registry that readers find in its lists."""
    return [
        Part("phong-trao", Campaign.objects.proven, "awards:campaign"),
        Part("su-kien", Event.objects.proven, "awards:event"),
        Part("don-vi", Organisation.objects.proven, "awards:organisation"),
        Part("ca-nhan", Person.objects.listed, "awards:person"),
        Part("hinh-thuc", _forms_given, "awards:form"),
    ]


def sitemap_pages() -> list[str]:
    """The directories."""
    return [reverse("awards:organisations"), reverse("awards:people")]


def _forms_given(now):
    """Forms that were given to somebody named, or in a number."""
    own = OuterRef("pk")
    honours = Honour.objects.public().proven(now).filter(form=own)
    totals = Announcement.objects.proven(now).filter(form=own)
    return AwardForm.objects.filter(Exists(honours) | Exists(totals))


def stylesheets() -> list[str]:
    return ["awards/css/beside.css"]
