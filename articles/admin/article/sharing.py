"""Secret addresses that show one revision to people without an account."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import share_links, working_copy
from articles.admin.article import fragments
from articles.models import Article, PreviewLink
from newsroom.keys import is_key


def share(request, article: Article) -> None:
    """Make a link to the newest revision, or say that it is not allowed."""
    if not request.user.has_perm("articles.add_previewlink"):
        messages.error(request, _("You may not make share links."))
        return
    asked = {str(days): days for days in share_links.CHOICES}
    days = asked.get(request.POST.get("share_days", ""), share_links.USUAL)
    until = timezone.now() + timedelta(days=days)
    revision = working_copy.newest(article) or working_copy.record_row(article, user=request.user)
    share_links.make(revision, user=request.user, expires_at=until)
    said = _("The share link is ready; it is open until %(until)s.")
    messages.success(request, said % {"until": date_format(timezone.localtime(until), "H:i j/n/Y")})


def urls(model_admin) -> list:
    @require_POST
    def close(request, object_id):
        article = model_admin.visible(request, object_id)
        if not request.user.has_perm("articles.change_previewlink"):
            raise PermissionDenied

        def action():
            key = request.POST.get("link", "")
            links = PreviewLink.objects.filter(revision__article=article)
            if not is_key(key) or not share_links.close(links.filter(pk=key), user=request.user):
                raise ValidationError(_("This link is closed already."))
            return _("The share link is closed.")

        return fragments.act(request, article, "sharing", action)

    view = model_admin.admin_site.admin_view(close)
    return [path("<path:object_id>/share/close/", view, name="articles_article_close_link")]
