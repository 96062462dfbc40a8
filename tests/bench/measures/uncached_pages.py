"""Pages that are made for the request, held against the bare application with the bytes of a story."""

from collections.abc import Iterator

from django.conf import settings
from django.test import Client

from articles.models import Article, Author, Section, Tag
from tests.bench.load import request
from tests.bench.readers import same, site_and_bare, take_turns, uncached
from tests.bench.result import Result
from tests.bench.timing import queries_of

SIZES = (1_000, 100_000)
TIMES, ROUNDS = 60, 3
STORY, OTHER = 10, 35  # times the CPU of the bare application


def pages() -> dict[str, str]:
    """The kinds of readers' pages, each with an address that has much on it."""
    newest = Article.objects.published().filter(document_key__startswith="corpus:").latest("published_at")
    return {
        "story": newest.get_absolute_url(),
        "front page": "/",
        "section": Section.objects.get(name="Chuyên mục Mẫu 1").get_absolute_url(),
        "author": Author.objects.get(name="Người Mẫu 1").get_absolute_url(),
        "tag": Tag.objects.get(name="từ khóa mẫu 1").get_absolute_url(),
        "archive": f"/luu-tru/{newest.published_at:%Y/%m}/",
        "corrections": "/dinh-chinh/",
        "roll": "/vinh-danh/",
        "campaigns": "/phong-trao/",
    }


def stories() -> Iterator[bytes]:
    """Requests for stories of which nobody has asked for one yet, enough for every round and the first."""
    newest = Article.objects.published().filter(document_key__startswith="corpus:").order_by("-published_at")
    wanted = newest[10 : 10 + TIMES * (ROUNDS + 1)]
    return iter([request(story.get_absolute_url()) for story in wanted])


def measure():
    settings.ALLOWED_HOSTS.append("testserver")
    client, addresses = Client(), pages()
    for name, path in addresses.items():
        yield Result(f"{name}: queries", queries_of(lambda path=path: client.get(path)), "queries")
    with site_and_bare(addresses["story"]) as (site, bare):
        kinds = [(bare, same("/", 20 * TIMES), 200)]
        kinds += [
            (site, stories() if name == "story" else uncached(path, TIMES), 200)
            for name, path in addresses.items()
        ]
        only, *made = take_turns(*kinds, rounds=ROUNDS, connections=1)
        peak = site.peak_mb()
    yield Result("bare application: CPU", only.cpu_ms, "ms CPU")
    for name, measured in zip(addresses, made, strict=True):
        yield Result(f"{name}: CPU", measured.cpu_ms, "ms CPU")
        yield Result(f"{name}: p50", measured.percentile_ms(50), "ms")
        yield Result(f"{name}: p99", measured.percentile_ms(99), "ms")
        most = STORY if name == "story" else OTHER
        yield Result(f"{name} against bare: CPU", measured.cpu_against(only), "×", most=most)
    yield Result("peak memory of the worker", peak, "MB", most=100)
