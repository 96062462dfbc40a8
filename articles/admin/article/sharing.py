"""Secret addresses that show one revision to people without an account."""

from datetime import timedelta

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import working_copy
from articles.models import Article, PreviewLink
from newsroom.keys import is_key

OPEN_FOR = timedelta(days=7)


def share(request, article: Article) -> None:
    """Make a link to the newest revision, or say that it is not allowed."""
    if not request.user.has_perm("articles.add_previewlink"):
        messages.error(request, _("You may not make share links."))
        return
    revision = working_copy.newest(article) or working_copy.record_row(article, user=request.user)
    PreviewLink.objects.create(revision=revision, user=request.user, expires_at=timezone.now() + OPEN_FOR)
    messages.success(request, _("The share link is ready; it is open for seven days."))


def revoke(request, article: Article, pk: str) -> None:
    """Close one link of this story, or say that it is not allowed."""
    if not request.user.has_perm("articles.change_previewlink"):
        messages.error(request, _("You may not close share links."))
        return
    links = PreviewLink.objects.filter(revision__article=article, revoked_at__isnull=True)
    if is_key(pk) and links.filter(pk=pk).update(revoked_at=timezone.now()):
        messages.success(request, _("The share link is closed."))
