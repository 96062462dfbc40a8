"""Whoever asks after a commit sees what was committed: any thread, any process, on both databases."""

import sqlite3
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.db import connection

from articles.models import Section
from articles.tests.factories import make_article
from tests.environment import ROOT, environment
from tests.test_schedule_processes import shared_database

# Answers each address it reads on its standard input, while threads of its own keep asking for the same page.
WORKER = """
import sys, threading, time
from wsgiref.util import setup_testing_defaults
from newsroom.wsgi import application

def ask(path):
    environ = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    told = []
    answer = application(environ, lambda status, headers: told.append(status))
    body = b"".join(answer).decode()
    getattr(answer, "close", lambda: None)()
    return told[0][:3], body

def keep_asking():
    while True:
        ask("/")
        time.sleep(0.002)

ask("/")
assert application._generation.pages, "nothing was kept, so nothing could be stale"
for _ in range(2):
    threading.Thread(target=keep_asking, daemon=True).start()
print("ready", flush=True)
for line in sys.stdin:
    status, body = ask(line.strip())
    print(status, body.partition('class="card__title')[2].partition("</a>")[0].rpartition(">")[2], flush=True)
"""
ROUNDS = 20
WORKERS = 2


@contextmanager
def workers(address: str, count: int):
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=ROOT,
            env=environment(TEST_DATABASE_URL=address, DJANGO_SETTINGS_MODULE="tests.settings"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        for worker in started:
            assert worker.stdout.readline() == "ready\n"
        yield started
    finally:
        for worker in started:
            worker.kill()
            worker.communicate()


def written(address: str, sql: str, value: str) -> None:
    """Change and commit, as another program would."""
    if connection.vendor == "sqlite":
        other = sqlite3.connect(address.removeprefix("sqlite:///"), timeout=20)
        with other:
            other.execute(sql.replace("%s", "?"), [value])
        other.close()
    else:
        with connection.cursor() as cursor:
            cursor.execute(sql, [value])


@pytest.mark.django_db(transaction=True)
def test_the_first_request_after_a_commit_sees_it_in_every_process(tmp_path):
    make_article(title="Bài 0")
    address = shared_database(tmp_path)
    seen = []

    with workers(address, WORKERS) as started:
        for number in range(1, ROUNDS + 1):
            written(address, "UPDATE articles_article SET title = %s", f"Bài {number}")
            for worker in started:
                worker.stdin.write("/\n")
                worker.stdin.flush()
            seen.append([worker.stdout.readline().strip() for worker in started])

    assert seen == [[f"200 Bài {number}"] * WORKERS for number in range(1, ROUNDS + 1)]
    assert Section.objects.count() == 1
