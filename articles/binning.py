"""The bin: a draft thrown away waits there thirty days before it is deleted for good."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import audit, share_links
from articles.deleting import refusals
from articles.models import Article, PreviewLink
from articles.social_cards import making

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def throw_away(article: Article, *, user=None) -> Article:
    """Put the story into the bin, where nobody finds it but there; its share links are closed.

    Raises ValidationError with the reasons why it has to stay.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    if reasons := refusals(row):
        raise ValidationError(reasons)
    row.binned_at, row.binned_by = timezone.now(), user
    row.save(update_fields=["binned_at", "binned_by"])
    share_links.close(PreviewLink.objects.filter(revision__article=row), user=user)
    audit.record("bin", row, user=user, before=row.state)
    return row


@transaction.atomic
def take_back(article: Article, *, user=None) -> Article:
    """Take the story out of the bin, as it was."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    row.binned_at = row.binned_by = None
    row.save(update_fields=["binned_at", "binned_by"])
    audit.record("unbin", row, user=user, after=row.state)
    return row


@transaction.atomic
def empty(now: datetime | None = None) -> list[Article]:
    """Delete what has waited long enough, with its history; returns the stories as they were.

    What came to be cited meanwhile stays in the bin.
    """
    old = Article.objects.binned().filter(binned_at__lte=(now or timezone.now()) - KEPT_FOR)
    gone = []
    for article in old.select_for_update().order_by("pk"):
        if not refusals(article):
            audit.record("delete", article)
            gone.append(Article(pk=article.pk, title=article.title))
            making.forget(article)
            article.delete()
    return gone
