"""Saving a story's form: one paragraph changed, with a short and with a long history, and everything changed at once."""

import random
from itertools import count

from articles.tests.desk import change_url
from articles.tests.factories import make_author, make_photo, make_section, make_tag
from tests.bench.desk import form_of, managing_editor, story_with_history
from tests.bench.result import Result
from tests.bench.timing import compared, queries_of

SIZES = (0,)
HISTORIES = (3, 500)
QUERIES = 20
ROWS = 3


def measure():
    acts = {}
    with managing_editor() as client:
        for revisions in HISTORIES:
            story = story_with_history(random.Random(revisions), revisions)
            sent, number = form_of(client, story), count()

            def saved(story=story, sent=sent, number=number):
                sent["body"] = sent["body"].replace("</p>", f" Thêm {next(number)}.</p>", 1)
                _send(client, story, sent)

            name = f"save, {revisions} revisions"
            acts[name] = saved
            yield Result(f"{name}: queries", queries_of(saved), "queries", most=QUERIES)
        yield from compared(acts, most=1.2)
        sent |= form_of(client, story) | _everything()
        yield Result("save, everything changed: queries", queries_of(saved), "queries", most=QUERIES)


def _send(client, story, sent: dict) -> None:
    answer = client.post(change_url(story), sent)
    assert answer.status_code == 302, answer.status_code


def _everything() -> dict:
    """Another section, lead photo, tags, signatures and related items, as the form sends them."""
    sent = {"section": make_section().pk, "lead_photo": make_photo().ref, "title": "Tít khác"}
    sent["tag_names"] = ", ".join(make_tag().name for _ in range(ROWS))
    for row in range(ROWS):
        sent |= {f"bylines-{row}-author": make_author().pk, f"bylines-{row}-role": "author"}
        sent |= {f"related-{row}-{name}": f"https://example.org/{row}" for name in ("title", "url")}
        sent[f"related-{row}-kind"] = "link"
    return sent | {"bylines-TOTAL_FORMS": ROWS, "related-TOTAL_FORMS": ROWS}
