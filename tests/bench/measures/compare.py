"""Comparing two bodies of 5,000 words with 200 edits, as the desk's history does."""

import random

from articles.comparing.bodies import compare_bodies
from articles.comparing.snapshots import Comparison
from articles.corpus.words import paragraph, sentences
from articles.working_copy import normalised
from tests.bench.result import Result
from tests.bench.timing import medians_ms

SIZES = (0,)
WORDS, EDITS, PARAGRAPH = 5000, 200, 60


def measure():
    chance = random.Random(1)
    pool = sentences(1)
    paragraphs = [paragraph(chance, pool, PARAGRAPH) for _ in range(WORDS // PARAGRAPH)]
    older = normalised({"title": "Bài mẫu", "body": _body(paragraphs)})
    words = [text.split() for text in paragraphs]
    for number in range(EDITS):
        line = chance.choice(words)
        line[chance.randrange(len(line))] = f"sửa{number}"
    newer = normalised({"title": "Bài mẫu", "body": _body(map(" ".join, words))}, older["body"])

    def bodies():
        assert len(compare_bodies(older["body"], newer["body"])) >= len(paragraphs)

    def stories():
        assert not Comparison(older, newer).is_empty

    spent = medians_ms(bodies, stories, times=5)
    yield Result("two bodies of 5,000 words, 200 edits", spent[0], "ms", most=1000)
    yield Result("the two stories whole", spent[1], "ms", most=1000)


def _body(paragraphs) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)
