"""Which stories still wait for an answer: counted when something changes, so that the desk only reads."""

import logging

from django.db import transaction

from articles.models import Article
from awards.models import Announcement, Campaign, ExemplaryModel, Honour, StoryStatements, Target
from awards.suggestions.findings import names_of, stated_in
from awards.suggestions.suggestion import State

logger = logging.getLogger(__name__)
_ANSWERS = (Honour, Announcement, Campaign, Target, ExemplaryModel)


def count(article: Article) -> None:
    """Store how many statements of the story wait; one that readers do not see asks nothing yet."""
    is_out = article.state == Article.State.PUBLISHED
    honours, others = stated_in(article) if is_out else ([], [])
    waiting = [one for one in (*honours, *others) if one.is_open]
    names = sorted({name for one in others if one.model is not Target for name in one.keys if name})
    if not (waiting or names):
        StoryStatements.objects.filter(article=article).delete()
        return
    counted = {
        "waiting": len(waiting),
        "conflicts": sum(one.state == State.CONFLICT for one in waiting),
        "names": "\n".join(["", *names, ""]),
    }
    if not StoryStatements.objects.filter(article=article, **counted).exists():
        StoryStatements.objects.update_or_create(article=article, defaults=counted)


def follow(article: Article) -> None:
    """Fills the place `story_changed`. A story goes out even when its statements cannot be read."""
    try:
        with transaction.atomic():
            count(article)
    except Exception:
        logger.exception("The statements of story %s could not be read.", article.pk)


def asking(records) -> set[int]:
    """Keys of the stories whose count such records change: those with words that prove or name them."""
    answers = [record for record in records if isinstance(record, _ANSWERS) and record.pk]
    proven = {key for one in answers for key in one.evidence.order_by().values_list("article", flat=True)}
    names = [name for one in answers for name in names_of(one)]
    named = StoryStatements.objects.naming(names).order_by().values_list("article", flat=True)
    return proven.union(named) if names else proven
