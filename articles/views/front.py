from django.shortcuts import render
from django.utils import timezone

from articles.front import arrangement
from articles.models import FrontPage
from newsroom import places
from newsroom.page_cache import generation as page_cache
from newsroom.prepared import Prepared


def front(request):
    """What an editor has arranged, else the newest story and those that follow; bands of other apps between."""
    arranged = _in_force(now=timezone.now())
    # Kept apart from the page, which any query in the address would have made anew.
    shown = page_cache.known(request, bands, bands)
    return render(
        request, "articles/front.html", page_context(arranged[0].content if arranged else {}, bands=shown)
    )


@Prepared
def _in_force(*, now):
    return FrontPage.objects.in_force(now)[:1]


def page_context(content: dict, *, bands: list[str]) -> dict:
    """The front page as readers would see it now with this content of a `FrontPage`."""
    return {"front": arrangement.arrange(content), "bands": bands}


def bands() -> list[str]:
    """What other apps show between the stories, as safe HTML."""
    return [band for band in places.ask("front_bands") if band]
