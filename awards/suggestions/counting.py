"""Which stories still wait for an answer: counted when something changes, so that the desk only reads."""

import logging

from django.db import transaction

from articles.models import Article
from awards.models import Announcement, Honour, StoryStatements
from awards.suggestions.matching import suggestions_of
from awards.suggestions.suggestion import State

logger = logging.getLogger(__name__)
_ANSWERS = (Honour, Announcement)


def count(article: Article) -> None:
    """Store how many statements of the story wait; one that readers do not see asks nothing yet."""
    is_out = article.state == Article.State.PUBLISHED
    found = [one for one in suggestions_of(article) if one.is_open] if is_out else []
    if not found:
        StoryStatements.objects.filter(article=article).delete()
        return
    conflicts = sum(one.state == State.CONFLICT for one in found)
    StoryStatements.objects.update_or_create(
        article=article, defaults={"waiting": len(found), "conflicts": conflicts}
    )


def follow(article: Article) -> None:
    """Fills the place `story_changed`. A story goes out even when its statements cannot be read."""
    try:
        with transaction.atomic():
            count(article)
    except Exception:
        logger.exception("The statements of story %s could not be read.", article.pk)


def asking(records) -> set[int]:
    """Keys of the stories whose count such records change: those with words that prove them."""
    return {
        key
        for record in records
        if isinstance(record, _ANSWERS) and record.pk
        for key in record.evidence.order_by().values_list("article", flat=True)
    }
