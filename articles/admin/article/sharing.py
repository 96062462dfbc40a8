"""Secret addresses that show one revision to people without an account."""

from datetime import timedelta

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import share_links, working_copy
from articles.models import Article, PreviewLink
from newsroom.keys import is_key

OPEN_FOR = timedelta(days=7)


def share(request, article: Article) -> None:
    """Make a link to the newest revision, or say that it is not allowed."""
    if not request.user.has_perm("articles.add_previewlink"):
        messages.error(request, _("You may not make share links."))
        return
    revision = working_copy.newest(article) or working_copy.record_row(article, user=request.user)
    share_links.make(revision, user=request.user, expires_at=timezone.now() + OPEN_FOR)
    messages.success(request, _("The share link is ready; it is open for seven days."))


def revoke(request, article: Article, pk: str) -> None:
    """Close one link of this story, or say that it is not allowed."""
    if not request.user.has_perm("articles.change_previewlink"):
        messages.error(request, _("You may not close share links."))
        return
    links = PreviewLink.objects.filter(revision__article=article)
    if is_key(pk) and share_links.close(links.filter(pk=pk), user=request.user):
        messages.success(request, _("The share link is closed."))
