"""Take something planned to another moment: one door for the calendar, its form and its script."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit, publishing, workflow
from articles.models import Article
from articles.schedule import times, updates
from articles.schedule.kinds import DEADLINE, GOING_OFF, PUBLICATION, UPDATE
from articles.schedule.times import Times
from articles.schedule.words import moment_text


def planned_at(article: Article, kind: str) -> datetime | None:
    """The moment of what is still to come; None when there is no such thing."""
    now = timezone.now()
    if kind == PUBLICATION and article.state == Article.State.PUBLISHED and article.published_at > now:
        return article.published_at
    if kind == UPDATE and (waiting := updates.waiting(article)):
        return waiting.due_at
    if kind == GOING_OFF and article.expires_at and article.expires_at > now:
        return article.expires_at
    if kind == DEADLINE and article.due_at and article.due_at > now:
        return article.due_at
    return None


def may_move(article: Article, kind: str, user) -> bool:
    """Deadlines are for those who assign, what readers see for those who publish."""
    if kind == DEADLINE:
        return workflow.may_assign(user) and workflow.may_view(article, user)
    return workflow.may_plan(article, user)


@transaction.atomic
def move(article: Article, kind: str, at: datetime, user) -> None:
    """Take it to `at`. Raises PermissionDenied, or ValidationError with what stands against it."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not may_move(row, kind, user):
        raise PermissionDenied(_("You may not change what is planned for this story."))
    if planned_at(row, kind) is None:
        raise ValidationError(_("There is nothing to move any more: it has happened, or it was cancelled."))
    if at <= timezone.now():
        raise ValidationError(_("That moment has passed."))
    if kind == PUBLICATION:
        publishing.move(row, at, user=user)
    elif kind == UPDATE:
        updates.plan(row, row.revisions.waiting().get(), at, user=user)
    elif kind == DEADLINE:
        before = moment_text(row.due_at)
        Article.objects.filter(pk=row.pk).update(due_at=at)
        audit.record("schedule", row, user=user, before=before, after=moment_text(at), note=_("Due"))
    else:
        times.change(row, replace(Times.of(row), expires_at=at), user)
