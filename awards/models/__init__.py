"""What is honoured: bodies, people, campaigns, awards, and the words that prove them."""

from awards.models.announcement import Announcement
from awards.models.award_form import AwardForm
from awards.models.award_list import AwardList, AwardListEntry
from awards.models.campaign import Campaign
from awards.models.campaign_review import CampaignReview
from awards.models.contradiction import Contradiction, Reading
from awards.models.decision import Decision
from awards.models.dismissed_suggestion import DismissedSuggestion
from awards.models.event import Event, EventOrganiser
from awards.models.evidence import Evidence
from awards.models.exemplary_model import ExemplaryModel
from awards.models.honour import Honour
from awards.models.merge import Merge
from awards.models.organisation import Organisation, OrganisationAlias
from awards.models.person import Person, PersonAlias, PersonTitle
from awards.models.story_statements import StoryStatements
from awards.models.tally import RollTally, Tally, UnitTally
from awards.models.target import Target

__all__ = [
    "Announcement",
    "AwardForm",
    "AwardList",
    "AwardListEntry",
    "Campaign",
    "CampaignReview",
    "Contradiction",
    "Decision",
    "DismissedSuggestion",
    "Event",
    "EventOrganiser",
    "Evidence",
    "ExemplaryModel",
    "Honour",
    "Merge",
    "Organisation",
    "OrganisationAlias",
    "Person",
    "PersonAlias",
    "PersonTitle",
    "Reading",
    "RollTally",
    "StoryStatements",
    "Tally",
    "Target",
    "UnitTally",
]
