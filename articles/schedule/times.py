"""The times of a story that no revision holds: when it goes off, and its embargo."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit
from articles.models import Article
from articles.schedule import updates
from articles.schedule.words import moment_text


@dataclass(frozen=True)
class Times:
    """What an editor wants them to be."""

    expires_at: datetime | None
    embargo_until: datetime | None
    embargo_shares: bool

    @classmethod
    def of(cls, article: Article) -> "Times":
        return cls(article.expires_at, article.embargo_until, article.embargo_shares)


def refuse_window(row: Article) -> None:
    """Raises ValidationError when the story would go out before its embargo or after it goes off."""
    if row.embargo_until and row.published_at < row.embargo_until:
        raise ValidationError(
            _("The story is under embargo until %(when)s: nothing of it goes out before.")
            % {"when": moment_text(row.embargo_until)}
        )
    if row.expires_at and row.expires_at <= row.published_at:
        raise ValidationError(
            _("The story would go off at %(when)s, before it goes out.")
            % {"when": moment_text(row.expires_at)}
        )


def faults(article: Article, wanted: Times, user) -> dict[str, str]:
    """Why the person may not change the story's times to these, by the name of the field."""
    now, plans, found = timezone.now(), user.has_perm("articles.publish_article"), {}
    if wanted.expires_at != article.expires_at:
        found["expires_at"] = _going_off_fault(article, wanted.expires_at, now, plans)
    if wanted.embargo_until != article.embargo_until:
        found["embargo_until"] = _embargo_fault(article, wanted.embargo_until, now, plans)
    if wanted.embargo_shares != article.embargo_shares and not plans:
        found["embargo_shares"] = _("Only those who publish decide what leaves before an embargo.")
    return {name: fault for name, fault in found.items() if fault}


def _going_off_fault(article: Article, wanted: datetime | None, now: datetime, plans: bool) -> str:
    waiting = updates.waiting(article) if article.pk else None
    if not plans:
        return _("Only those who publish decide when a story goes off.")
    if article.expires_at and article.expires_at <= now and article.was_public:
        return _("The story has gone off; publish it to bring it back.")
    if wanted is None:
        return ""
    if wanted <= now:
        return _("That moment has passed. To take a story from readers now, withdraw it.")
    if article.published_at and wanted <= article.published_at:
        return _("A story goes off after it goes out.")
    if waiting and wanted <= waiting.due_at:
        return _("An update is scheduled for %(when)s, after that.") % {"when": moment_text(waiting.due_at)}
    return ""


def _embargo_fault(article: Article, wanted: datetime | None, now: datetime, plans: bool) -> str:
    sooner = article.is_embargoed and (wanted is None or wanted < article.embargo_until)
    if sooner and not plans:
        return _("Only those who publish may lift an embargo or bring it forward.")
    if wanted is None:
        return ""
    if article.was_public:
        return _("The story has been out: an embargo comes too late.")
    if wanted <= now:
        return _("That moment has passed.")
    if article.state == Article.State.PUBLISHED and article.published_at < wanted:
        return _("The story goes out at %(when)s, before that.") % {"when": moment_text(article.published_at)}
    return ""


@transaction.atomic
def change(article: Article, wanted: Times, user) -> bool:
    """Set the story's times; False when they are so already. Raises PermissionDenied or ValidationError."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    before = Times.of(row)
    if wanted == before:
        return False
    if not user.has_perm("articles.change_article"):
        raise PermissionDenied
    if found := faults(row, wanted, user):
        raise ValidationError(found)
    Article.objects.filter(pk=row.pk).update(
        expires_at=wanted.expires_at,
        embargo_until=wanted.embargo_until,
        embargo_shares=wanted.embargo_shares,
    )
    if wanted.expires_at != before.expires_at:
        audit.record(
            "schedule",
            row,
            user=user,
            before=moment_text(before.expires_at),
            after=moment_text(wanted.expires_at),
            note=_("Goes off"),
        )
    if (wanted.embargo_until, wanted.embargo_shares) != (before.embargo_until, before.embargo_shares):
        audit.record("embargo", row, user=user, before=_embargo_text(before), after=_embargo_text(wanted))
    return True


def _embargo_text(times: Times) -> str:
    if times.embargo_until and times.embargo_shares:
        return _("until %(when)s, share links open") % {"when": moment_text(times.embargo_until)}
    return moment_text(times.embargo_until)
