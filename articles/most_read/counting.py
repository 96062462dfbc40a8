"""Counts that a story was read. Nobody is told apart: no cookie, no address and no device is kept.

A browser tells once a day of each story, when it was open for a while. Numbers wait in this process
for at most `PATIENCE` and are written together; a process that is killed loses what waits.
"""

import re
import threading
import time
from collections import Counter

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from articles.models import Article, StoryReads
from articles.most_read import ranking

PATIENCE = 30  # seconds
MOST_WAITING = 500  # stories
# Programs that say what they are; others run no scripts anyway.
_PROGRAMS = re.compile(
    r"bot|crawl|spider|slurp|preview|headless|lighthouse|monitor|facebookexternalhit|python|curl", re.I
)


def is_program(user_agent: str) -> bool:
    """Whether no person reads there."""
    return not user_agent or bool(_PROGRAMS.search(user_agent))


class Tally:
    """Readings of this process that are not written yet."""

    def __init__(self):
        self._lock = threading.Lock()
        self._waiting: Counter[str] = Counter()
        self._written_at = float("-inf")

    def count(self, slug: str) -> None:
        """One reading of the story with this slug; what is no story that readers see is dropped when written."""
        with self._lock:
            if slug in self._waiting or len(self._waiting) < MOST_WAITING:
                self._waiting[slug] += 1
            if time.monotonic() - self._written_at < PATIENCE:
                return
            self._written_at = time.monotonic()
            counts, self._waiting = dict(self._waiting), Counter()
        write(counts)


tally = Tally()


def write(counts: dict[str, int]) -> None:
    """Add these readings, by slug, to those of this hour, and make the list anew once an hour."""
    try:
        _write(counts)
    except IntegrityError:  # another process began the same hour
        _write(counts)


@transaction.atomic
def _write(counts: dict[str, int]) -> None:
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    stories = Article.objects.published().filter(slug__in=counts).values_list("slug", "pk")
    for slug, story in stories:
        added = {"count": F("count") + counts[slug]}
        if not StoryReads.objects.filter(article=story, hour=hour).update(**added):
            StoryReads.objects.create(article_id=story, hour=hour, count=counts[slug])
    ranking.renew(hour)
