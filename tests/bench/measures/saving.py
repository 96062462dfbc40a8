"""Saving a story's form with one paragraph changed, with a short and with a long history."""

import random
from itertools import count

from articles.tests.desk import change_url
from tests.bench.desk import form_of, managing_editor, story_with_history
from tests.bench.result import Result
from tests.bench.timing import compared, queries_of

SIZES = (0,)
HISTORIES = (3, 500)
QUERIES = 20


def measure():
    acts = {}
    with managing_editor() as client:
        for revisions in HISTORIES:
            story = story_with_history(random.Random(revisions), revisions)
            sent, number = form_of(client, story), count()

            def saved(story=story, sent=sent, number=number):
                sent["body"] = sent["body"].replace("</p>", f" Thêm {next(number)}.</p>", 1)
                answer = client.post(change_url(story), sent)
                assert answer.status_code == 302, answer.status_code

            name = f"save, {revisions} revisions"
            acts[name] = saved
            yield Result(f"{name}: queries", queries_of(saved), "queries", most=QUERIES)
        yield from compared(acts, most=1.2)
