"""The newsroom at its desk, for measures: stories with a history, and somebody logged in."""

from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment

from articles.corpus.words import paragraph, sentences
from articles.models import Article, Revision
from articles.tests.desk import change_url, filled, open_form
from articles.tests.factories import make_draft, make_user

WORDS, PARAGRAPH = 900, 60
BUTTON = {"_save": "1"}


@contextmanager
def managing_editor():
    """A browser with a managing editor logged in; whatever is done with it is undone afterwards."""
    settings.ALLOWED_HOSTS.append("testserver")
    with transaction.atomic():
        client = Client()
        client.force_login(make_user("managing_editor"))
        yield client
        transaction.set_rollback(True)


def story_with_history(chance, revisions: int) -> Article:
    """A draft of 900 words whose editors saved it so many times."""
    pool = sentences(1)
    body = "".join(f"<p>{paragraph(chance, pool, PARAGRAPH)}</p>" for _ in range(WORDS // PARAGRAPH))
    story = make_draft(body=body)
    snapshot = story.revisions.get().snapshot
    Revision.objects.bulk_create(
        Revision(article=story, number=number, snapshot=snapshot | {"kicker": f"Lần {number}"})
        for number in range(2, revisions + 1)
    )
    return story


def form_of(client, story: Article) -> dict:
    """What the browser would send if nothing in the story's form were touched."""
    setup_test_environment()  # only then does an answer carry the form that it shows
    try:
        return filled(open_form(client, change_url(story))) | BUTTON
    finally:
        teardown_test_environment()
