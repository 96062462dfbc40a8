"""What of the registry a story is about, so that stories about the same things lead to each other."""

from articles.reading.subjects import About
from awards.models import Campaign, Evidence
from newsroom.prepared import Prepared
from newsroom.vietnamese import fold

_CAMPAIGNS = ("campaign", "target__campaign", "exemplary_model__campaign", "honour__campaign")
_UNITS = ("organisation", "exemplary_model__organisation", "honour__organisation")
_OTHERS = {"event": 4.0, "person": 2.0, "honour__person": 2.0}
_COLUMNS = (*_CAMPAIGNS, *_UNITS, *_OTHERS)
CAMPAIGN, UNIT = 4.0, 2.0
MOST = 100  # a story that proves a list of thousands is about none of their names


def of_story(article) -> list[About]:
    """Campaigns first. Readers go on along those that the story itself proves: they have a page. Two queries at most."""
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in _proven_by(story=article.pk)]
    if not rows:
        return []
    campaigns = list(dict.fromkeys(row[name] for row in rows for name in _CAMPAIGNS if row[name]))
    units = list(dict.fromkeys(row[name] for row in rows for name in _UNITS if row[name]))
    proven = Campaign.objects.in_bulk({row["campaign"] for row in rows if row["campaign"]})
    found = [_campaign(key, proven.get(key)) for key in campaigns]
    found += [About(f"unit:{key}", UNIT) for key in units]
    found += [
        About(f"{name.removeprefix('honour__')}:{row[name]}", weight)
        for row in rows
        for name, weight in _OTHERS.items()
        if row[name]
    ]
    return found[:MOST]


@Prepared
def _proven_by(*, story):
    return Evidence.objects.filter(article=story).order_by("pk").values_list(*_COLUMNS)


def _campaign(key: int, proven: Campaign | None) -> About:
    if proven is None:
        return About(f"campaign:{key}", CAMPAIGN)
    kind = "" if fold(proven.name).startswith("phong trao") else "phong trào"
    return About(f"campaign:{key}", CAMPAIGN, kind, proven.name, proven.get_absolute_url())
