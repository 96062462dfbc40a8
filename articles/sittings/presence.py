"""Who has a story open, and which state of their form the server has."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Revision, Sitting
from newsroom.people import name_of

# The form says every twenty seconds that it is open.
HERE = timedelta(seconds=60)
KEPT = timedelta(days=30)


def find(article: Article, key: str, user) -> Sitting | None:
    """The sitting of this tab. Raises PermissionDenied when the tab is another person's."""
    sitting = Sitting.objects.filter(key=key).first() if key else None
    if sitting and sitting.user_id != user.pk:
        raise PermissionDenied(
            _("This form was opened by %(name)s. Log in with that account to save what is in it.")
            % {"name": name_of(sitting.user)}
        )
    if sitting and sitting.article_id != article.pk:
        raise PermissionDenied(_("This form belongs to another story."))
    return sitting


def sit_down(article: Article, key: str, user, base: Revision | None) -> Sitting | None:
    """Find the sitting or begin it; None for a form that has no key."""
    sitting = find(article, key, user)
    if sitting or not key:
        return sitting
    Sitting.objects.filter(article=article, seen_at__lt=timezone.now() - KEPT).delete()
    # The form saves and says that it is open by itself, so both may begin the sitting at once.
    new = {"article": article, "user": user, "base": base}
    return Sitting.objects.get_or_create(key=key, defaults=new)[0]


def leave(key: str, user) -> None:
    """The tab that held this sitting is gone."""
    Sitting.objects.filter(key=key, user=user).update(seen_at=timezone.now() - HERE)


def others(article: Article, key: str = "") -> list[Sitting]:
    """Who else has the story open now, each tab on its own, in the order in which they came."""
    here = Sitting.objects.filter(article=article, seen_at__gte=timezone.now() - HERE)
    return list(here.exclude(key=key).select_related("user"))
