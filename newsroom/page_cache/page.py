"""One answer that is for everybody: compressed once in each coding that somebody asks for, validated without rendering."""

import hashlib
import time
import zlib
from collections.abc import Callable
from email.utils import formatdate
from functools import lru_cache

import brotli

from newsroom.caching import for_shared_caches, is_for_shared_caches

SMALLEST = 500  # bytes: below that compressing saves nothing
_MADE_HERE = {"content-length", "etag", "last-modified", "vary", "content-encoding"}
_COMPRESSED = ("text/", "application/json", "application/xml", "application/rss", "application/atom")
_COMPRESSED += (
    "application/feed",
    "application/manifest",
    "application/ld",
    "application/oembed",
    "image/svg",
)


class Page:
    """The body and headers of a 200; `size` is about what it takes in memory."""

    def __init__(self, headers: list[tuple[str, str]], body: bytes):
        self._headers = [pair for pair in headers if pair[0].lower() not in _MADE_HERE]
        self._body = body
        self._own = {name.lower(): value for name, value in headers}
        self._tag = hashlib.blake2b(body, digest_size=12).hexdigest()
        # The whole second after it was made, told from then on only: what comes after it has a later one.
        self._made = int(time.time()) + 1
        self._is_compressed = len(body) >= SMALLEST and self._own.get("content-type", "").startswith(
            _COMPRESSED
        )
        self._is_timed = is_for_shared_caches(self._own.get("cache-control", ""))
        self._forms: dict[str, tuple[list, list, bytes]] = {}
        self._said: dict[str, tuple] = {}  # what was told last in each coding, and when
        self.size = 2000 + len(body) + (len(body) // 2 if self._is_compressed else 0)

    def answer(self, environ: dict, start_response: Callable, until: float | None) -> list[bytes]:
        """The WSGI answer to this request: the page, or 304 when the client has it."""
        coding = _coding(environ.get("HTTP_ACCEPT_ENCODING", "")) if self._is_compressed else ""
        form = self._forms.get(coding)
        if form is None:
            form = self._forms[coding] = self._form(coding)
        now = time.time()
        moment = (self._made <= now, None if until is None else int(until - now))
        said = self._said.get(coding)
        if said is None or said[0] != moment:
            told = (self._told(some, *moment) for some in form[:2])
            said = self._said[coding] = (moment, *told)
        if self._is_known(environ):
            start_response("304 Not Modified", list(said[2]))
            return []
        start_response("200 OK", list(said[1]))
        return [form[2]] if environ["REQUEST_METHOD"] == "GET" else []

    def _told(self, headers: list, is_dated: bool, left: int | None) -> list:
        """The headers as they are told while the page has so many whole seconds left."""
        if is_dated and "last-modified" not in self._own:
            headers = [*headers, ("Last-Modified", self._date)]
        if self._is_timed and left is not None:
            headers = _timed(headers, left)
        return headers

    @property
    def _date(self) -> str:
        return formatdate(self._made, usegmt=True)

    def _is_known(self, environ: dict) -> bool:
        """Whether the client names this very page as the one it has. A time must be exactly the one we told."""
        if (tags := environ.get("HTTP_IF_NONE_MATCH")) is not None:
            return self._tag in tags or tags.strip() == "*"
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        return since is not None and since == self._own.get("last-modified", self._date)

    def _form(self, coding: str) -> tuple[list, list, bytes]:
        """The headers of a 200, those of a 304, and the body in this coding."""
        body = _CODINGS[coding](self._body)
        extra = [("ETag", f'"{self._tag}{"-" + coding if coding else ""}"')]
        if self._is_compressed:
            extra.append(("Vary", "Accept-Encoding"))
        if "last-modified" in self._own:
            extra.append(("Last-Modified", self._own["last-modified"]))
        validators = [pair for pair in self._headers if pair[0].lower() in _OF_304] + extra
        if coding:
            extra = [*extra, ("Content-Encoding", coding)]
        return [*self._headers, *extra, ("Content-Length", str(len(body)))], validators, body


_OF_304 = {"cache-control", "cdn-cache-control", "surrogate-key", "cache-tag", "content-location"}


def _timed(headers: list[tuple[str, str]], left: float) -> list[tuple[str, str]]:
    """What shared caches are told, when the page has so many seconds left."""
    told = for_shared_caches(left)
    return [(name, told.get(name, value)) for name, value in headers]


def _gzip(body: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return compressor.compress(body) + compressor.flush()


def _brotli(body: bytes) -> bytes:
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=5)


_CODINGS: dict[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": _gzip, "": lambda body: body}


@lru_cache(maxsize=500)
def _coding(accepted: str) -> str:
    """Which of our codings the header allows, the smallest first; empty for none."""
    allowed = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            allowed.add(name.strip())
    return next((coding for coding in ("br", "gzip") if coding in allowed), "")
