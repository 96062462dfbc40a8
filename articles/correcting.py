"""Corrections are made, changed and taken away here: the story's page and the audit log follow."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import audit, publishing
from articles.models import Article, Correction


@transaction.atomic
def add(article: Article, kind: str, text: str, *, user=None) -> Correction:
    """Tell readers of the story. Raises ValidationError when there is nothing to tell them."""
    if not text.strip():
        raise ValidationError(_("Write what readers shall be told."))
    correction = Correction(article=article, kind=kind, text=text.strip())
    correction.full_clean()
    correction.save()
    told(correction, user=user)
    return correction


@transaction.atomic
def told(correction: Correction, *, before: Correction | None = None, user=None) -> None:
    """After a correction was saved: show it on its story, and no longer on the one it stood on before."""
    stories = {correction.article_id} | ({before.article_id} if before else set())
    show_on(stories)
    audit.record(
        "correction",
        correction.article,
        user=user,
        before=_words(before) if before else "",
        after=_words(correction),
    )


@transaction.atomic
def take_away(corrections, *, user=None) -> None:
    """Delete them; their stories no longer show them."""
    rows = list(corrections.select_related("article"))
    for correction in rows:
        audit.record("correction", correction.article, user=user, before=_words(correction))
    corrections.model.objects.filter(pk__in=[one.pk for one in rows]).delete()
    show_on({one.article_id for one in rows})


def show_on(stories: set[int]) -> None:
    publishing.renew(Article.objects.once_public().filter(pk__in=stories))


def _words(correction: Correction) -> str:
    return f"{correction.get_kind_display()}: {correction.text}"
