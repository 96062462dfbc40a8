"""Two processes that meet a due update at the same moment: it goes out once, and both answer with it."""

import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import working_copy
from articles.models import Masthead, Revision, Transition
from articles.tests.factories import make_article
from tests.environment import ROOT, environment

WORKER = """
import django
django.setup()
from django.test import Client
print("ready", flush=True)
input()
response = Client(SERVER_NAME="127.0.0.1").get("/")
print(response.status_code, response.content.decode().count("Đã cập nhật"))
"""
STORIES = 6


def shared_database(folder) -> str:
    """An address under which other processes find what this test wrote."""
    if connection.vendor != "sqlite":
        where = connection.settings_dict
        return f"postgres://{where['USER']}@{where['HOST']}:{where['PORT']}/{where['NAME']}"
    file = folder / "shared.sqlite3"
    copy = sqlite3.connect(file)
    connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{file}"


def published(address: str) -> int:
    """How many times something was published in that database."""
    if connection.vendor != "sqlite":
        return Transition.objects.filter(step="publish").count()
    database = sqlite3.connect(address.removeprefix("sqlite:///"))
    (count,) = database.execute("SELECT count(*) FROM articles_transition WHERE step = 'publish'").fetchone()
    database.close()
    return count


@pytest.mark.django_db(transaction=True)
def test_two_workers_publish_a_due_update_once_and_both_show_it(tmp_path):
    stories = [make_article(title=f"Bài {number}") for number in range(STORIES)]
    for number, story in enumerate(stories):
        revision = working_copy.save(story, {"title": f"Đã cập nhật {number}"})
        Revision.objects.filter(pk=revision.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    Masthead.objects.get_or_create(pk=1)
    address = shared_database(tmp_path)
    settings = environment(TEST_DATABASE_URL=address, DJANGO_SETTINGS_MODULE="tests.settings")

    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=ROOT,
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("\n")
        worker.stdin.flush()
    answers = [worker.communicate(timeout=60)[0].split() for worker in workers]

    assert [status for status, _ in answers] == ["200", "200"]
    assert all(int(shown) >= STORIES for _, shown in answers)
    assert published(address) == 2 * STORIES
