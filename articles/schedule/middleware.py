"""Nothing is late: what is due goes out before the request is answered."""

import logging
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from articles.models import Masthead
from articles.schedule import applying, clock
from newsroom.page_cache import generation as page_cache

logger = logging.getLogger(__name__)

# Files and signs of life, which say nothing of any story's words.
UNTIMED = (settings.MEDIA_URL, settings.STATIC_URL, "/healthz", "/readyz", "/robots.txt", "/.well-known/")
UNTIMED += ("/sw.js", "/manifest.webmanifest")


class ScheduleMiddleware:
    """Applies due updates first, and lets page caches keep an answer no longer than it is right.

    The masthead that it reads for this is the one that the page prints (`request.masthead`).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(UNTIMED):
            try:
                self._keep_time(request)
            except DatabaseError:  # the page itself will say what it cannot do without a database
                logger.exception("The schedule could not be read")
        return self.get_response(request)

    def _keep_time(self, request) -> None:
        now = timezone.now()
        masthead, changes_at = page_cache.known(request, "masthead", lambda: _read(now))
        request.masthead = masthead
        request.fresh_for = (changes_at - now).total_seconds()
        if (generation := page_cache.of(request)) is not None:
            generation.ends(changes_at)


def _read(now: datetime) -> tuple[Masthead, datetime]:
    """The masthead, once nothing is due any more, and the next moment at which readers' pages change by themselves."""
    masthead = clock.read(now)
    if clock.is_due(masthead, now):
        applying.apply_due(now)
        masthead = clock.read(now)
    return masthead, clock.next_change(masthead, now)
