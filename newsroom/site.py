"""What every template may know about the site itself."""

from django.conf import settings
from django.utils import timezone

from newsroom import places
from newsroom.page_cache import generation
from newsroom.vietnamese import vietnamese_date


def context(request):
    """Context processor: the site's name and address, today's date."""
    return generation.known(request, context, _context)


def _context() -> dict:
    today = timezone.localdate()
    weekday, day = vietnamese_date(today, weekday=True).split(", ")
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "today": today,
        "today_weekday": weekday,
        "today_text": day,
    }


def absolute(path: str) -> str:
    """The full address of a path on this site."""
    return settings.SITE_URL + path if path.startswith("/") else path


def navigation() -> list[tuple[str, str]]:
    """(label, address) pairs that apps add to the masthead."""
    return [pair for pairs in places.ask("masthead_links") for pair in pairs]
