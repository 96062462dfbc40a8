"""A story to prove records with, and the desk of a registry editor."""

import pytest

from articles.tests.factories import make_article, make_user


@pytest.fixture
def story():
    """A published story whose standfirst is the evidence of a test's records."""
    return make_article(title="Bài dẫn chứng", slug="bai-dan-chung")


@pytest.fixture
def desk(client):
    """The client, logged in as a registry editor."""
    client.force_login(make_user("registry_editor"))
    return client
