"""The API keeps to its own OpenAPI document, whatever is asked of it."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from articles.tests.factories import make_article, make_author, make_photo, make_section
from awards.tests.factories import (
    make_announcement,
    make_campaign,
    make_event,
    make_honour,
    make_model,
    make_organisation,
    make_person,
    make_target,
    prove,
)

DOCUMENT = "/api/v1/openapi.json"
RESOURCES = [
    "articles",
    "campaigns",
    "honours",
    "announcements",
    "organisations",
    "people",
    "events",
    "models",
]
SINGLE = ["articles", "campaigns"]
PATHS = [f"/api/v1/{name}" for name in [*RESOURCES, "search"]] + [
    f"/api/v1/{name}/{{slug}}" for name in SINGLE
]


@pytest.fixture
def filled(db):
    """A record of every kind, in a story and a campaign called `co-that`."""
    photo = make_photo()
    story = make_article(
        slug="co-that",
        section=make_section(),
        authors=[make_author()],
        tags=["Hải quan"],
        lead_photo=photo,
        source_url="https://vidu.vn/",
        related=[{"title": "Bài khác", "url": "/khac/", "kind": "story"}],
    )
    campaign = prove(make_campaign(slug="co-that", launched_on="2020", launched_on_basis="inferred"), story)
    for record in (
        make_target(campaign),
        make_model(campaign=campaign),
        make_honour(campaign=campaign),
        make_announcement(),
        make_organisation(),
        make_person(),
        make_event(),
    ):
        prove(record, story)


@pytest.fixture
def document(filled):
    """The OpenAPI document, its operations bound to Django itself, without the page cache before it.

    A served request ends by closing the connection, in whose transaction the test's records stand.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi(DOCUMENT, get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_one_that_the_document_describes(document, path, mode):
    """Asked within the bounds of the document and outside of them.

    A cursor is opaque: the document cannot say which texts are one, so some that it allows are refused.
    """
    strategy = document[path]["GET"].as_strategy(generation_mode=mode)

    @given(case=strategy)
    @settings(max_examples=10, derandomize=True)
    def answers_as_described(case):
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    answers_as_described()


@pytest.mark.parametrize("resource", RESOURCES)
def test_lists_with_something_in_them_are_as_described(document, resource):
    operation = document[f"/api/v1/{resource}"]["GET"]

    response = operation.Case().call_and_validate()

    assert response.json()["items"]


def test_what_is_found_is_as_described(document):
    response = document["/api/v1/search"]["GET"].Case(query={"q": "bài mẫu"}).call_and_validate()

    assert response.json()["items"]


@pytest.mark.parametrize("resource", SINGLE)
def test_single_records_are_as_described(document, resource):
    operation = document[f"/api/v1/{resource}/{{slug}}"]["GET"]

    response = operation.Case(path_parameters={"slug": "co-that"}).call_and_validate()

    assert response.json()["slug"] == "co-that"


def test_the_document_names_every_resource_and_only_reading(document):
    paths = document.raw_schema["paths"]

    assert sorted(paths) == sorted(PATHS)
    assert {method for path in paths.values() for method in path} == {"get"}
