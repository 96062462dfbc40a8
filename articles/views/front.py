from django.shortcuts import render

from articles.front import arrangement
from articles.models import FrontPage
from newsroom import places
from newsroom.page_cache import generation as page_cache


def front(request):
    """What an editor has arranged, else the newest story and those that follow; bands of other apps between."""
    arranged = FrontPage.objects.in_force().first()
    # Kept apart from the page, which any query in the address would have made anew.
    shown = page_cache.known(request, bands, bands)
    return render(
        request, "articles/front.html", page_context(arranged.content if arranged else {}, bands=shown)
    )


def page_context(content: dict, *, bands: list[str]) -> dict:
    """The front page as readers would see it now with this content of a `FrontPage`."""
    return {"front": arrangement.arrange(content), "bands": bands}


def bands() -> list[str]:
    """What other apps show between the stories, as safe HTML."""
    return [band for band in places.ask("front_bands") if band]
