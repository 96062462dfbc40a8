"""HEAD is answered with the headers of the page and nothing else."""

from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler

from articles.tests.factories import make_article

pytestmark = pytest.mark.django_db


def answer(method: str, path: str) -> tuple[dict, bytes]:
    """Headers and body as the server gets them; Django's test client would drop the body itself."""
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(environ)
    headers = {}
    response = WSGIHandler()(environ, lambda status, fields: headers.update(fields))
    try:
        return headers, b"".join(response)
    finally:
        response.close()


def test_head_gives_the_length_of_the_page_and_no_body(settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    path = make_article().get_absolute_url()

    head, body = answer("HEAD", path)
    page, content = answer("GET", path)

    assert body == b""
    assert head["Content-Length"] == page["Content-Length"] == str(len(content))
