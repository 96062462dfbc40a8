from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import previewing
from articles.body_parts import allow_players
from articles.models import PreviewLink
from articles.rendering import render_preview


@require_safe
def preview(request, token):
    """The revision of a preview link as readers would see it; 410 once the link has lapsed."""
    link = get_object_or_404(PreviewLink.objects.select_related("revision__article"), token=token)
    if PreviewLink.objects.usable().filter(pk=link.pk).update(views=F("views") + 1):
        revision = link.revision
        page = render_preview(revision.article, revision.snapshot)
        context = {
            "link": link,
            "revision": revision,
            "page": previewing.with_open_pictures(page, link),
        }
        response = allow_players(render(request, "articles/preview.html", context), page)
    else:
        response = render(request, "articles/preview_lapsed.html", status=410)
    patch_cache_control(response, no_store=True, private=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    # The address is a secret: a link that is followed from here must not carry it away.
    response["Referrer-Policy"] = "no-referrer"
    return response
