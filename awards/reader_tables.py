"""Which of the app's tables readers' pages are made of; a test asks it of every table."""

from newsroom.page_cache.tables import readers_never_see, readers_see


def name_all() -> None:
    readers_see(
        "awards.Announcement",
        "awards.AwardForm",
        "awards.Campaign",
        "awards.CampaignReview",
        "awards.Contradiction",
        "awards.Decision",
        "awards.Event",
        "awards.EventOrganiser",
        "awards.Evidence",
        "awards.ExemplaryModel",
        "awards.Honour",
        "awards.Organisation",
        "awards.OrganisationAlias",
        "awards.Organisation_predecessors",
        "awards.Person",
        "awards.PersonAlias",
        "awards.PersonTitle",
        "awards.Reading",
        "awards.Target",
    )
    readers_never_see(
        "awards.AwardList",
        "awards.AwardListEntry",
        "awards.DismissedSuggestion",
        "awards.Merge",
        "awards.StoryStatements",
        # Change only with the honours that they count.
        "awards.RollTally",
        "awards.Tally",
        "awards.UnitTally",
    )
