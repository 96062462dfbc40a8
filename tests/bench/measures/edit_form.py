"""Opening a story's form on the desk, with a short and with a long history."""

import random

from articles.tests.desk import change_url
from tests.bench.desk import managing_editor, story_with_history
from tests.bench.result import Result
from tests.bench.timing import compared, queries_of

SIZES = (0,)
HISTORIES = (3, 500)
QUERIES = 30


def measure():
    acts = {}
    with managing_editor() as client:
        for revisions in HISTORIES:
            address = change_url(story_with_history(random.Random(revisions), revisions))

            def opened(address=address):
                assert client.get(address).status_code == 200

            name = f"form, {revisions} revisions"
            acts[name] = opened
            yield Result(f"{name}: queries", queries_of(opened), "queries", most=QUERIES)
        yield from compared(acts, most=1.2)
