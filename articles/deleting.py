"""What may leave the newsroom's memory: drafts that no reader ever saw and nothing cites."""

from django.utils.translation import gettext as _

from articles.models import Article
from newsroom import places


def refusals(article: Article) -> list[str]:
    """Why this story must not be deleted; empty when it may."""
    reasons = []
    if article.first_published_at is not None:
        reasons.append(_("This story has been published or scheduled: withdraw it instead of deleting it."))
    for found in places.ask("deletion_blockers", article):
        reasons.extend(found)
    return reasons
