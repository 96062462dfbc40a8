"""Which stories print something of a record."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Article
from awards.models import (
    Announcement,
    AwardForm,
    Campaign,
    Event,
    Evidence,
    ExemplaryModel,
    Honour,
    Organisation,
    Person,
    Target,
)

# The evidence whose story prints something of a record in the box beside it.
_PRINTS = {
    AwardForm: ("honour__form", "announcement__form"),
    Organisation: ("organisation", "honour__organisation", "exemplary_model__organisation"),
    Person: ("person", "honour__person"),
    Event: ("event",),
    Campaign: ("campaign", "target__campaign"),
    Target: ("target",),
    ExemplaryModel: ("exemplary_model",),
    Honour: ("honour",),
    Announcement: ("announcement",),
}


def stories_citing(record):
    """The stories, once public, that print something of the record in the box beside them."""
    condition = Q(pk__in=[])
    for column in _PRINTS.get(type(record), ()):
        condition |= Q(**{column: record})
    cited = Evidence.objects.filter(condition, article=OuterRef("pk"))
    return Article.objects.filter(Exists(cited), first_published_at__isnull=False)
