"""What caches are told about pages that are for everybody.

A browser asks again each time (and is answered 304): it would show a withdrawn story once more otherwise.
That is also why stale-while-revalidate does not stand in Cache-Control, which browsers follow too, but in
CDN-Cache-Control (RFC 9213), which is for the caches in front of us alone.
"""

from functools import lru_cache

SHARED_SECONDS = 60
STALE_SECONDS = 30
EVERY_PAGE = "site"
_BEGIN = "public, max-age=0, s-maxage="


def for_shared_caches(left: float | None) -> dict[str, str]:
    """The headers of a page that changes by itself in so many seconds; None: not that anybody knows."""
    longest = SHARED_SECONDS + STALE_SECONDS
    return _headers(longest if left is None else max(0, min(longest, int(left))))


@lru_cache(maxsize=SHARED_SECONDS + STALE_SECONDS + 1)
def _headers(left: int) -> dict[str, str]:
    seconds = min(left, SHARED_SECONDS)
    stale = f", stale-while-revalidate={left - seconds}" if left > seconds else ""
    return {
        "Cache-Control": f"{_BEGIN}{seconds}",
        "CDN-Cache-Control": f"public, max-age={seconds}{stale}",
    }


def is_for_shared_caches(cache_control: str) -> bool:
    """Whether a page was told what `for_shared_caches` says, and no view said something else."""
    return cache_control.startswith(_BEGIN)


def keys_of(request) -> list[str]:
    """Under what caches may keep the page: every page, its kind, and the record that it is about."""
    match = getattr(request, "resolver_match", None)
    if match is None or not match.url_name:
        return [EVERY_PAGE]
    return [EVERY_PAGE, match.url_name, *(f"{match.url_name}-{value}" for value in match.kwargs.values())]
