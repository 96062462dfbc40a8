"""Searching the stories: a mixed set of questions, and the worst ones, of the commonest words alone."""

import statistics
import time
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.utils import timezone

from articles.corpus.words import OBJECTS, SUBJECTS, VERBS, WAYS
from articles.models import Article
from tests.bench.load import ask
from tests.bench.result import Result
from tests.bench.serving import serving
from tests.bench.timing import queries_of

SIZES = (1_000, 100_000)
ROUNDS = 5
MIXED_MS, WORST_MS = 150, 250


def mixed() -> list[dict]:
    """What readers ask: phrases with and without accents, a headline, a name, filters, a slip, nothing found.

    The days are the newest week, which a site of every size has.
    """
    stories = Article.objects.published().filter(document_key__startswith="corpus:")
    headline = stories.order_by("published_at").values_list("title", flat=True)[0]
    newest = timezone.localdate(stories.latest("published_at").published_at)
    week = {"from": newest - timedelta(days=6), "to": newest}
    return [
        {"q": "hải quan"},
        {"q": "hai quan"},
        {"q": "hải quân"},
        {"q": "thi đua khen thưởng"},
        {"q": '"hồ sơ điện tử" -buôn'},
        {"q": "NSNN"},
        {"q": "ngan sach nha nuoc", "sort": "date"},
        {"q": "hải quan", "section": "chuyen-muc-mau-1"},
        {"q": "hai quan"} | week,
        {"q": "người mẫu 7"},
        {"q": headline},
        {"q": "hải qaun"},
        {"q": "kilimanjaro"},
        {"q": "thủy lợi hòa bình"},
    ]


def worst() -> dict[str, dict]:
    """The commonest words, together and the other way round, so that no phrase of them is anywhere."""
    common = " ".join(f"{words[0]}" for words in (SUBJECTS, VERBS, OBJECTS, WAYS)).split()
    return {
        "one common word": {"q": common[0]},
        "two common words": {"q": " ".join(common[1::-1])},
        "three common words": {"q": " ".join(common[2::-1])},
        "eight common words": {"q": " ".join(common[7::-1])},
        "all common words": {"q": " ".join(common[::-1])},
        "eight common words by date": {"q": " ".join(common[7::-1]), "sort": "date"},
        "a common word left out": {"q": f"{common[0]} -{common[1]}"},
    }


def measure():
    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    questions = [address_of(question) for question in mixed()]
    most = max(queries_of(lambda address=address: client.get(address)) for address in questions)
    yield Result("mixed set: queries at most", most, "queries", most=6)
    with serving("newsroom.wsgi") as site:
        spent = sorted(_ms(site.port, questions, rounds=ROUNDS))
        yield Result("mixed set: p50", statistics.median(spent), "ms")
        yield Result("mixed set: p95", spent[int(len(spent) * 0.95)], "ms", most=MIXED_MS)
        for name, question in worst().items():
            spent = _ms(site.port, [address_of(question)], rounds=ROUNDS)
            yield Result(f"{name}: time", statistics.median(spent), "ms", most=WORST_MS)
        spent = _ms(site.port, ["/tim-kiem/goi-y/?q=hai+qu"], rounds=ROUNDS)
        yield Result("suggestions: time", statistics.median(spent), "ms", most=MIXED_MS)


def address_of(question: dict) -> str:
    return f"/tim-kiem/?{urlencode(question)}"


def _ms(port: int, addresses: list[str], *, rounds: int) -> list[float]:
    """How long the site takes to answer each address in each round, after one that is not counted."""
    spent = []
    for number in range(rounds + 1):
        for address in addresses:
            begun = time.perf_counter()
            status, _, _ = ask(port, address)
            assert status == 200, address
            if number:
                spent.append((time.perf_counter() - begun) * 1000)
    return spent
