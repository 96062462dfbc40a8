"""Caches in front of the site are told of each change, once."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction

from articles.models import Section
from articles.tests.factories import make_article
from newsroom.page_cache.purging import tell_of_change

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cache(settings):
    """A cache that writes down what it is told."""

    class Told(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.told.append((self.path, self.headers["Authorization"], json.loads(body)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Told)
    server.told = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.PURGE_URL = f"http://toa:m%40t@127.0.0.1:{server.server_port}/purge"
    with transaction.atomic():
        Section.objects.create(name="Chuyên mục")
    yield server
    server.shutdown()
    server.server_close()


def test_a_change_is_told_once_whoever_notices_it(cache):
    assert tell_of_change()
    assert not tell_of_change()

    assert cache.told == [("/purge", "Basic dG9hOm1AdA==", {"keys": ["site"]})]


def test_each_change_is_told(cache):
    tell_of_change()
    Section.objects.update(name="Tên khác")

    assert tell_of_change()


def test_a_request_that_writes_tells_of_it_and_one_that_reads_does_not(cache, client):
    client.get("/")
    client.post("/mot-bai/")

    assert len(cache.told) == 1


def test_a_cache_that_does_not_answer_stops_nobody(settings, caplog):
    settings.PURGE_URL = "http://127.0.0.1:9/"
    Section.objects.create(name="Chuyên mục")

    assert tell_of_change()
    assert "were not emptied" in caplog.text


def test_pages_carry_their_keys(client):
    story = make_article(title="Một bài")

    response = client.get(story.get_absolute_url())

    assert response["Surrogate-Key"] == "site article article-mot-bai"
    assert response["Cache-Tag"] == "site,article,article-mot-bai"
