"""Telling readers of a correction from beside the form; what a withdrawn story still says."""

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article, AuditEntry, Correction
from articles.tests.desk import change_url
from articles.tests.factories import make_article, make_draft, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, settings):
    """An editor's browser that asks for English."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor", username="thuky"))
    return client


def add(client, article: Article, text="Bài đã viết 120; đúng là 210.", kind="correction"):
    address = reverse("admin:articles_article_add_correction", args=[article.pk])
    data = {"correction_kind": kind, "correction_text": text}
    return client.post(address, data, headers={"X-Part": "1"})


@pytest.mark.parametrize("kind", Correction.Kind.values)
def test_a_correction_stands_at_once_on_the_story_and_in_the_list(desk, client, kind):
    story = make_article()

    answer = add(desk, story, kind=kind)

    assert answer.status_code == 200
    assert "Bài đã viết 120; đúng là 210." in answer.content.decode()
    for address in (story.get_absolute_url(), reverse("articles:corrections")):
        assert "Bài đã viết 120; đúng là 210." in client.get(address).content.decode()
    (told,) = client.get(f"/api/v1/articles/{story.slug}").json()["corrections"]
    assert (told["kind"], told["text"]) == (kind, "Bài đã viết 120; đúng là 210.")


def test_an_apology_has_the_title_that_the_law_gives_it(desk, client):
    story = make_article()

    add(desk, story, kind="apology")

    assert "Thông tin cải chính, xin lỗi" in client.get(story.get_absolute_url()).content.decode()


def test_a_correction_is_on_record(desk):
    story = make_article()
    add(desk, story)
    correction = story.corrections.get()

    desk.post(
        reverse("admin:articles_correction_change", args=[correction.pk]),
        {"article": story.pk, "kind": "update", "text": "Sửa lời.", "at_0": "2020-09-08", "at_1": "07:00"},
    )
    desk.force_login(make_user("administrator"))
    desk.post(reverse("admin:articles_correction_delete", args=[correction.pk]), {"post": "yes"})

    words = list(AuditEntry.objects.filter(action="correction").order_by("pk").values_list("before", "after"))
    assert [(bool(before), bool(after)) for before, after in words] == [
        (False, True),
        (True, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("typed", "why"), [({"text": "  "}, "Write what readers"), ({"kind": "khac"}, "not a valid choice")]
)
def test_a_correction_that_says_nothing_is_refused(desk, typed, why):
    story = make_article()

    answer = add(desk, story, **typed)

    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert not Correction.objects.exists()


def test_a_draft_is_changed_without_a_correction(desk):
    story = make_draft()

    assert add(desk, story).status_code == 400
    assert 'id="corrections-heading"' not in desk.get(change_url(story)).content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [("reporter", 404), ("editor", 403), ("registry_editor", 403), ("managing_editor", 200)],
)
def test_who_may_tell_readers(client, role, status):
    story = make_article()
    client.force_login(make_user(role))

    assert add(client, story).status_code == status
    assert Correction.objects.exists() == (status == 200)


def test_a_withdrawn_story_says_why_and_nothing_else_anywhere(desk, client):
    story = make_article(title="Bài sẽ gỡ", body="<p>Nội dung sẽ gỡ.</p>")
    add(desk, story, "Đính chính sẽ gỡ.")
    publishing.withdraw(story, notice="Gỡ vì sai nguồn.")
    client.logout()

    gone = client.get(story.get_absolute_url())
    listed = [
        client.get(address).content.decode()
        for address in (
            "/",
            reverse("articles:corrections"),
            "/api/v1/articles",
            story.section.get_absolute_url(),
        )
    ]

    assert gone.status_code == 410
    assert "Gỡ vì sai nguồn." in gone.content.decode()
    assert client.get(f"/api/v1/articles/{story.slug}").status_code in (404, 410)
    for page in [gone.content.decode(), *listed]:
        for words in ("Bài sẽ gỡ", "Nội dung sẽ gỡ.", "Đính chính sẽ gỡ."):
            assert words not in page
    story.refresh_from_db()
    assert story.corrections.count() == 1
    assert "Nội dung sẽ gỡ." in story.body
