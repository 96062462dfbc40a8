"""Secret addresses that show one revision to people without an account."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import working_copy
from articles.models import Article, PreviewLink

OPEN_FOR = timedelta(days=7)


def share(request, article: Article) -> PreviewLink:
    """Make a link to the newest revision. Raises PermissionDenied."""
    if not request.user.has_perm("articles.add_previewlink"):
        raise PermissionDenied
    revision = working_copy.newest(article) or working_copy.record_row(article, user=request.user)
    link = PreviewLink.objects.create(
        revision=revision, user=request.user, expires_at=timezone.now() + OPEN_FOR
    )
    messages.success(request, _("The share link is ready; it is open for seven days."))
    return link


def revoke(request, article: Article, pk: str) -> None:
    """Close one link of this story. Raises PermissionDenied."""
    if not request.user.has_perm("articles.change_previewlink"):
        raise PermissionDenied
    links = PreviewLink.objects.filter(revision__article=article, revoked_at__isnull=True)
    if pk.isdecimal() and links.filter(pk=pk).update(revoked_at=timezone.now()):
        messages.success(request, _("The share link is closed."))
