"""Who has a story open, and which state of their form the server has."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Revision, Sitting
from newsroom.people import name_of

# The form says every twenty seconds that it is open.
HERE = timedelta(seconds=60)
KEPT = timedelta(days=30)


def around(article: Article, key: str, user) -> tuple[Sitting | None, list[Sitting]]:
    """The sitting of this tab, and those of the others who have the story open now.

    Raises PermissionDenied when the tab is another person's.
    """
    sittings = list(Sitting.objects.filter(_open(article) | Q(key=key)).select_related("user"))
    own = next((one for one in sittings if key and one.key == key), None)
    if own:
        _refuse_another(own, article, user)
    return own, [one for one in sittings if one != own]


def _refuse_another(sitting: Sitting, article: Article, user) -> None:
    if sitting.user_id != user.pk:
        raise PermissionDenied(
            _("This form was opened by %(name)s. Log in with that account to save what is in it.")
            % {"name": name_of(sitting.user)}
        )
    if sitting.article_id != article.pk:
        raise PermissionDenied(_("This form belongs to another story."))


def begin(article: Article, key: str, user, base: Revision | None) -> Sitting | None:
    """The sitting of a tab that had none, once those long left are cleared away; None for a form without a key.

    Raises PermissionDenied as `around` does.
    """
    if not key:
        return None
    Sitting.objects.filter(article=article, seen_at__lt=timezone.now() - KEPT).delete()
    # The form saves and says that it is open by itself, so both may begin the sitting at once.
    new = {"article": article, "user": user, "base": base}
    sitting, _made = Sitting.objects.get_or_create(key=key, defaults=new)
    _refuse_another(sitting, article, user)
    return sitting


def leave(key: str, user) -> None:
    """The tab that held this sitting is gone."""
    Sitting.objects.filter(key=key, user=user).update(seen_at=timezone.now() - HERE)


def others(article: Article, key: str = "") -> list[Sitting]:
    """Who else has the story open now, each tab on its own, in the order in which they came."""
    return list(Sitting.objects.filter(_open(article)).exclude(key=key).select_related("user"))


def _open(article: Article) -> Q:
    return Q(article=article, seen_at__gte=timezone.now() - HERE)
