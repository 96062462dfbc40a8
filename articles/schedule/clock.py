"""What happens next on the site, read with the masthead that every page prints: no query of its own."""

from datetime import datetime, time, timedelta

from django.db.models import Subquery
from django.utils import timezone

from articles.models import Article, FrontPage, Masthead, Revision
from newsroom import places

MOMENTS = ("next_due_at", "next_opening", "next_closing", "next_front", "next_front_end")


def read(now: datetime) -> Masthead:
    """The masthead with `next_due_at` and the next moments at which a story goes out or off, or the front page is
    arranged anew.

    Where no masthead was ever saved nothing is due: planning an update makes its row.
    """
    stories = Article.objects.filter(state=Article.State.PUBLISHED)
    opening = stories.filter(published_at__gt=now).order_by("published_at").values("published_at")
    # Whatever its state: asked for it too, SQLite reads every published row of the site instead of the index.
    closing = Article.objects.filter(expires_at__gt=now).order_by("expires_at").values("expires_at")
    front = FrontPage.objects.filter(starts_at__gt=now).order_by("starts_at").values("starts_at")
    front_end = FrontPage.objects.filter(ends_at__gt=now).order_by("ends_at").values("ends_at")
    rows = Masthead.objects.filter(pk=1).annotate(
        next_due_at=Subquery(Revision.objects.waiting().values("due_at")[:1]),
        next_opening=Subquery(opening[:1]),
        next_closing=Subquery(closing[:1]),
        next_front=Subquery(front[:1]),
        next_front_end=Subquery(front_end[:1]),
    )
    return rows.first() or Masthead()


def is_due(masthead: Masthead, now: datetime) -> bool:
    """Whether an update waits whose moment has come."""
    due = getattr(masthead, "next_due_at", None)
    return due is not None and due <= now


def next_change(masthead: Masthead, now: datetime) -> datetime:
    """Until when what readers see stays as it is: a story's moment, or midnight, when every page has a new date.

    Rights of pictures and periods of campaigns end at midnight too. Apps name other moments in the place
    `next_change`.
    """
    moments = [getattr(masthead, name, None) for name in MOMENTS] + places.ask("next_change", now)
    midnight = datetime.combine(timezone.localdate(now) + timedelta(days=1), time())
    return min(filter(None, [*moments, timezone.make_aware(midnight)]))
