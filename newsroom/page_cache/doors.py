"""Which requests may be answered from memory, which answers may be kept, and under which key."""

from functools import cache

from django.conf import settings

from newsroom import places
from newsroom.middleware import EDITOR_PATHS

LONGEST = 400  # characters of a path and its query
# What those who link to us hang on to an address, to count clicks: no page depends on it.
_COUNTED = {"fbclid", "gclid", "gbraid", "wbraid", "msclkid", "zarsrc", "mc_cid", "mc_eid"}


@cache
def _apart() -> tuple[str, ...]:
    """Where nothing is for everybody alike, or what is there is a file."""
    return (*EDITOR_PATHS, settings.STATIC_URL, settings.MEDIA_URL, "/xem-thu/", "/healthz", "/readyz")


@cache
def _of_persons() -> tuple[str, ...]:
    """Cookies of somebody known, who is answered by Django alone."""
    return (f"{settings.SESSION_COOKIE_NAME}=", f"{settings.CSRF_COOKIE_NAME}=", "messages=")


@cache
def _known_names() -> frozenset[str]:
    return frozenset(name for names in places.ask("query_names") for name in names)


def is_for_everybody(environ: dict) -> bool:
    """Whether nothing in the request says who asks."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return False
    if environ["PATH_INFO"].startswith(_apart()):
        return False
    cookies = environ.get("HTTP_COOKIE")
    return not cookies or not any(name in cookies for name in _of_persons())


def key_of(environ: dict) -> tuple | None:
    """What a page is kept under; None for an address with a query that readers' pages do not know."""
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    if len(path) + len(query) > LONGEST:
        return None
    if query and not {part.partition("=")[0] for part in query.split("&")} <= _known_names():
        return None
    forwarded = settings.SECURE_PROXY_SSL_HEADER
    scheme = environ.get(forwarded[0]) if forwarded else environ["wsgi.url_scheme"]
    return environ.get("HTTP_HOST"), scheme, path, query


def without_counting(query: str) -> str:
    """The query without what is only there to count clicks."""
    parts = query.split("&")
    return "&".join(part for part in parts if not _is_counted(part.partition("=")[0]))


def _is_counted(name: str) -> bool:
    return name in _COUNTED or name.startswith("utm_")


def asked_by_anybody(environ: dict) -> dict:
    """The request with nothing left on which the answer to somebody else might not depend."""
    asked = {name: value for name, value in environ.items() if name not in _OF_ONE}
    asked["REQUEST_METHOD"] = "GET"
    return asked


_OF_ONE = {
    "HTTP_COOKIE",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_ACCEPT",
    "HTTP_RANGE",
    "HTTP_IF_RANGE",
    "HTTP_IF_MATCH",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_UNMODIFIED_SINCE",
}


def is_page_for_everybody(response) -> bool:
    """Whether Django's answer may be given to whoever asks for the same address."""
    rules = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and "public" in rules
        and "no-" not in rules
        and not response.streaming
        and not response.cookies
        and response.get("Vary", "Accept-Encoding").lower() == "accept-encoding"
    )
