"""Searching the stories: a mixed set of questions, and the worst ones, of the commonest words alone."""

import statistics
import time
from collections.abc import Callable

from django.conf import settings
from django.test import Client

from articles.corpus.words import OBJECTS, SUBJECTS, VERBS, WAYS
from articles.models import Article
from tests.bench.result import Result
from tests.bench.timing import queries_of

SIZES = (1_000, 100_000)
ROUNDS = 5
MIXED_MS, WORST_MS = 150, 250


def mixed() -> list[dict]:
    """What readers ask: phrases with and without accents, a headline, a name, filters, a slip, nothing found."""
    headline = Article.objects.published().order_by("published_at").first().title
    return [
        {"q": "hải quan"},
        {"q": "hai quan"},
        {"q": "hải quân"},
        {"q": "thi đua khen thưởng"},
        {"q": '"hồ sơ điện tử" -buôn'},
        {"q": "NSNN"},
        {"q": "ngan sach nha nuoc", "sort": "date"},
        {"q": "hải quan", "section": "chuyen-muc-mau-1"},
        {"q": "hai quan", "from": "2024-01-01", "to": "2024-06-30"},
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

    def asked(question: dict) -> Callable:
        def ask():
            assert client.get("/tim-kiem/", question).status_code == 200

        return ask

    questions = [asked(question) for question in mixed()]
    spent = sorted(_ms(ask) for _ in range(ROUNDS) for ask in questions)
    yield Result("mixed set: queries at most", max(map(queries_of, questions)), "queries", most=7)
    yield Result("mixed set: p50", statistics.median(spent), "ms")
    yield Result("mixed set: p95", spent[int(len(spent) * 0.95)], "ms", most=MIXED_MS)
    for name, question in worst().items():
        ask = asked(question)
        yield Result(f"{name}: time", statistics.median(_ms(ask) for _ in range(ROUNDS)), "ms", most=WORST_MS)

    def suggest():
        assert client.get("/tim-kiem/goi-y/", {"q": "hai qu"}).status_code == 200

    yield Result(
        "suggestions: time", statistics.median(_ms(suggest) for _ in range(ROUNDS)), "ms", most=MIXED_MS
    )


def _ms(act: Callable) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
