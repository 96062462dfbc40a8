"""What is known under one edition: pages, and whatever else readers' pages share."""

import threading
import time
from collections.abc import Callable
from datetime import datetime

from newsroom.page_cache.page import Page

IN_REQUEST = "newsroom.generation"
KNOWN_MOST = 3000


class Generation:
    """Pages asked for under one edition. A new edition gets a new Generation; this one is never emptied."""

    def __init__(self, edition: int, room: int):
        self.edition = edition
        self.until: float | None = None  # not known yet: so far nothing may be kept
        self.pages: dict[tuple, Page] = {}
        self._known: dict = {}
        self._largest = room // 8
        self._room = room  # what is left of it
        self._lock = threading.Lock()

    def ends(self, moment: datetime) -> None:
        """What readers see changes by itself at this moment: the earliest one that anybody names counts."""
        self.until = min(self.until or moment.timestamp(), moment.timestamp())

    def is_over(self) -> bool:
        return self.until is not None and self.until <= time.time()

    def keep(self, key: tuple, page: Page) -> None:
        """Keep the page, in place of the oldest ones where there is no room."""
        if self.until is None or page.size > self._largest:
            return
        with self._lock:
            if (before := self.pages.pop(key, None)) is not None:
                self._room += before.size
            while self._room < page.size and self.pages:
                self._room += self.pages.pop(next(iter(self.pages))).size
            self._room -= page.size
            self.pages[key] = page

    def known(self, name, find: Callable):
        """What `find` returned when it was first asked for this name under this edition."""
        try:
            return self._known[name]
        except KeyError:
            found = find()
            if len(self._known) < KNOWN_MOST:
                self._known[name] = found
            return found


def of(request) -> Generation | None:
    """The generation under which the request was asked; None where it is not answered for everybody alike."""
    return request.META.get(IN_REQUEST)


def known(request, name, find: Callable):
    """`find()`, asked once in each edition for all readers. It must not depend on the request."""
    generation = of(request)
    return find() if generation is None else generation.known(name, find)
