"""The WSGI layer that stands in front of Django."""

import threading
from collections.abc import Callable

from newsroom.page_cache import doors
from newsroom.page_cache.edition import Editions
from newsroom.page_cache.generation import IN_REQUEST, Generation
from newsroom.page_cache.page import Page


class PageCache:
    """Answers with pages kept under the present edition, and asks `application` (Django's handler) for the others.

    `room` is how many bytes the pages of this process may take.
    """

    def __init__(self, application: Callable, room: int):
        self._application = application
        self._room = room
        self._editions = Editions()
        self._generation = Generation(edition=-1, room=0)
        self._lock = threading.Lock()

    def __call__(self, environ: dict, start_response: Callable):
        if not doors.is_for_everybody(environ):
            return self._application(environ, start_response)
        edition = self._editions.read()
        if edition is None:
            return self._application(environ, start_response)
        generation = self._generation
        if generation.edition != edition or generation.is_over():
            generation = self._begin(edition)
        if environ.get("QUERY_STRING"):
            environ["QUERY_STRING"] = doors.without_counting(environ["QUERY_STRING"])
        key = doors.key_of(environ)
        page = generation.pages.get(key)
        if page is not None:
            return page.answer(environ, start_response, generation.until)
        return self._ask(environ, start_response, generation, key)

    def _begin(self, edition: int) -> Generation:
        """A generation for this edition; the one before is left to the requests that still hold it."""
        with self._lock:
            if self._generation.edition != edition or self._generation.is_over():
                self._generation = Generation(edition, self._room)
            return self._generation

    def _ask(self, environ: dict, start_response: Callable, generation: Generation, key: tuple | None):
        asked = doors.asked_by_anybody(environ)
        asked[IN_REQUEST] = generation
        begun = []
        response = self._application(asked, lambda *begin: begun.append(begin))
        status, headers, *_ = begun[0]
        if not doors.is_page_for_everybody(response):
            start_response(status, headers)
            if environ["REQUEST_METHOD"] == "HEAD":
                response.close()
                return []
            return response
        try:
            page = Page(headers, b"".join(response))
        finally:
            response.close()
        if key is not None:
            generation.keep(key, page)
        return page.answer(environ, start_response, generation.until)
