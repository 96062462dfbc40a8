"""Text comes in decomposed from some keyboards and systems; behind every door it is NFC."""

import unicodedata

import pytest

from articles import working_copy
from articles.models import Article
from articles.tests.desk import ADD, send
from articles.tests.factories import make_draft, make_user

pytestmark = pytest.mark.django_db

TITLE = "Hải quan Việt Nam đẩy mạnh hội nhập"


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture
def desk(client):
    client.force_login(make_user("editor"))
    return client


def test_a_form_takes_decomposed_text_in_as_nfc(desk):
    send(
        desk,
        ADD,
        title=decomposed(TITLE),
        body=decomposed("<p>Đoạn thân bài.</p>"),
        tag_names=decomposed("tọa đàm"),
    )

    story = Article.objects.get()
    snapshot = working_copy.newest_snapshot(story)
    assert (story.title, snapshot["title"], snapshot["tags"]) == (TITLE, TITLE, ["tọa đàm"])
    assert "Đoạn thân bài." in snapshot["body"]


def test_the_query_of_an_address_is_read_as_nfc(desk):
    story = make_draft(title=TITLE)

    response = desk.get("/admin/articles/article/", {"q": decomposed("HỘI NHẬP")})

    assert response.context["cl"].query == "HỘI NHẬP"
    assert list(response.context["cl"].result_list) == [story]


def test_what_is_saved_past_every_form_is_nfc_too():
    story = Article(title=decomposed(TITLE), body=decomposed("<p>Đoạn thân bài.</p>"))
    story.save()

    story.refresh_from_db()
    assert story.title == TITLE
    assert "Đoạn thân bài." in story.body
