from django.shortcuts import render

from articles.front import arrangement
from articles.models import FrontPage
from newsroom import places


def front(request):
    """What an editor has arranged, else the newest story and those that follow; bands of other apps between."""
    arranged = FrontPage.objects.in_force().first()
    return render(request, "articles/front.html", page_context(arranged.content if arranged else {}))


def page_context(content: dict) -> dict:
    """The front page as readers would see it now with this content of a `FrontPage`."""
    bands = [band for band in places.ask("front_bands") if band]
    return {"front": arrangement.arrange(content), "bands": bands}
