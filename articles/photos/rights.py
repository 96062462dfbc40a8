"""Until when a picture may be shown, on the newsroom's calendar: warned of before, hidden after."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Photo

SOON = timedelta(days=30)


def ended() -> Q:
    """Photos that readers may not see any more."""
    return Q(rights_until__lt=timezone.localdate())


def ending_soon() -> Q:
    """Photos that readers may still see, for thirty days or less."""
    today = timezone.localdate()
    return Q(rights_until__range=(today, today + SOON))


def ends_soon(photo: Photo) -> bool:
    """`ending_soon` for one row."""
    today = timezone.localdate()
    return photo.rights_until is not None and today <= photo.rights_until <= today + SOON


def page_good_until(article: Article) -> datetime | None:
    """The first moment at which the story's page, rendered now, would show what it may not."""
    ends = [use.photo.rights_until for use in article.photo_uses.all() if not use.photo.rights_ended]
    return moment_after(min(filter(None, ends), default=None))


def moment_after(day: date | None) -> datetime | None:
    """The midnight that ends a day."""
    return day and timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
