"""Surroundings that several modules ask for."""

import pytest
from django.utils import translation


@pytest.fixture
def english():
    """Messages as they are written, before any catalogue."""
    with translation.override("en"):
        yield


@pytest.fixture
def own_media(settings, tmp_path):
    """A media folder that nobody else writes to: the test's `tmp_path`."""
    settings.MEDIA_ROOT = tmp_path
