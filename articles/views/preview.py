from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import previewing
from articles.body_parts import allow_players
from articles.models import PreviewLink


@require_safe
def preview(request, token):
    """The revision of a preview link as readers would see it; 410 once the link has lapsed.

    403, and not a word of the story, while an embargo keeps it in the house.
    """
    link = get_object_or_404(PreviewLink.objects.select_related("revision__article"), token=token)
    if _opened(link):
        context = previewing.page_context(link.revision.article, link.revision.snapshot)
        context["story"] = previewing.with_open_pictures(context["story"], link)
        context |= {"link": link, "revision": link.revision}
        response = allow_players(render(request, "articles/preview.html", context), context["story"])
    elif PreviewLink.objects.usable().filter(pk=link.pk).exists():
        response = render(request, "articles/preview_embargoed.html", status=403)
    else:
        response = render(request, "articles/preview_lapsed.html", status=410)
    patch_cache_control(response, no_store=True, private=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    # The address is a secret: a link that is followed from here must not carry it away.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _opened(link: PreviewLink) -> bool:
    """Count the view, when the link opens its revision now."""
    opening = PreviewLink.objects.opening().filter(pk=link.pk)
    return bool(opening.update(views=F("views") + 1, last_viewed_at=timezone.now()))
