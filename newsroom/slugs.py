"""Addresses from Vietnamese titles: the one slug rule for server, admin, tags and importers."""

import re
import unicodedata
from collections.abc import Callable, Collection

from newsroom.vietnamese import cut_runs_of_marks

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"  # as a regular expression

# The first path segment of every address that is not a story, whether or not a slug could equal it.
RESERVED_SEGMENTS = frozenset(
    {
        # reading
        "chuyen-muc",
        "tac-gia",
        "tu-khoa",
        "luu-tru",
        "phong-trao",
        "su-kien",
        "vinh-danh",
        "vinh-danh.csv",
        "vinh-danh.json",
        "hinh-thuc",
        "don-vi",
        "ca-nhan",
        "tim-kiem",
        "dinh-chinh",
        "toa-soan",
        "xem-thu",
        "ngoai-tuyen",
        "bao-loi",
        "luot-doc",
        "da-luu",
        # machines
        "rss.xml",
        "atom.xml",
        "feed.json",
        "sitemap.xml",
        "news-sitemap.xml",
        "robots.txt",
        "api",
        "oembed",
        ".well-known",
        "sw.js",
        "manifest.webmanifest",
        "favicon.ico",
        # the house
        "admin",
        "tai-khoan",
        "healthz",
        "readyz",
        "media",
        "static",
    }
)

_TO_D = str.maketrans("đĐðÐ", "dddd")
_DELETED = re.compile("[“”‘’\"'…]")
_SEPARATORS = re.compile("[^a-z0-9]+")


def vietnamese_slug(text: str) -> str:
    """Return the slug of a title: "Quy định số 08-QĐ/TW" → "quy-dinh-so-08-qd-tw".

    Accents go, đ and eth become d, quotation marks and ellipses go, every other run of characters
    becomes one hyphen. Empty when no Latin letter or digit is left; see `available_slug`.
    """
    decomposed = unicodedata.normalize("NFD", cut_runs_of_marks(text)).translate(_TO_D)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    return _SEPARATORS.sub("-", _DELETED.sub("", bare)).strip("-")


def _cut_at_hyphen(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]


def available_slug(
    wanted: str,
    taken: Callable[[str], bool],
    *,
    reserved: Collection[str] = RESERVED_SEGMENTS,
    fallback: str = "khong-ten",
    max_length: int = 200,
) -> str:
    """Return the first of wanted, wanted-2, wanted-3 … that is neither reserved nor taken.

    `wanted` may be a title; `fallback` stands in when nothing of it can be in a slug. What is
    longer than `max_length` is cut between words, the number included in the length.
    """
    base = _base_of(wanted, fallback)
    number = 1
    while (slug := _numbered(base, number, max_length)) in reserved or taken(slug):
        number += 1
    return slug


def available_slugs(
    wanted: list[str],
    taken: Callable[[set[str]], set[str]],
    *,
    reserved: Collection[str] = RESERVED_SEGMENTS,
    fallback: str = "khong-ten",
    max_length: int = 200,
) -> list[str]:
    """As `available_slug` for many at once, each other than the rest.

    `taken` says which of some slugs are; it is asked once for all of them, and a few times more where
    many have the same name.
    """
    waiting: dict[str, list[int]] = {}
    for place, text in enumerate(wanted):
        waiting.setdefault(_base_of(text, fallback), []).append(place)
    given = [""] * len(wanted)
    used = set(reserved)
    tried, ahead = 0, 1
    while waiting:
        offered = {
            base: [_numbered(base, number, max_length) for number in range(tried + 1, tried + ahead + 1)]
            for base in waiting
        }
        used |= taken({slug for slugs in offered.values() for slug in slugs})
        for base, slugs in offered.items():
            for slug in slugs:
                if waiting[base] and slug not in used:
                    given[waiting[base].pop(0)] = slug
                    used.add(slug)
        waiting = {base: places for base, places in waiting.items() if places}
        tried, ahead = tried + ahead, 4 * ahead
    return given


def _base_of(wanted: str, fallback: str) -> str:
    base = vietnamese_slug(wanted) or vietnamese_slug(fallback)
    if not base:
        raise ValueError(f"The fallback {fallback!r} gives no slug.")
    return base


def _numbered(base: str, number: int, max_length: int) -> str:
    if number == 1:
        return _cut_at_hyphen(base, max_length)
    suffix = f"-{number}"
    if len(suffix) >= max_length:
        raise ValueError(f"No slug of at most {max_length} characters is free for {base!r}.")
    return _cut_at_hyphen(base, max_length - len(suffix)) + suffix
