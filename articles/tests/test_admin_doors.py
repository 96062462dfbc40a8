"""Every door of the desk, for every role, on one's own story, another's and a published one."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from articles import workflow
from articles.models import Article, PreviewLink, Revision
from articles.roles import ROLES
from articles.tests.desk import change_url, open_form, send, take
from articles.tests.factories import make_article, make_author, make_draft, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """A function that makes the three kinds of story for one person."""

    def make(user):
        return {
            "own": make_draft(user=user, title="Bài của tôi"),
            "another's": make_draft(user=make_user("reporter"), title="Bài của người khác"),
            "published": make_article(user=make_user("reporter"), title="Bài đã đăng"),
        }

    return make


# 200 a form to edit, "read" the same address to read only, 302 away (Django's answer to what one cannot see).
EXPECTED_CHANGE = {
    "reporter": {"own": "edit", "another's": 302, "published": 302},
    "editor": {"own": "edit", "another's": "edit", "published": "edit"},
    "managing_editor": {"own": "edit", "another's": "edit", "published": "edit"},
    "registry_editor": {"own": "read", "another's": "read", "published": "read"},
    "administrator": {"own": "edit", "another's": "edit", "published": "edit"},
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_edits_reads_or_does_not_find_a_story(client, stories, role):
    user = make_user(role)
    client.force_login(user)

    answers = {}
    for kind, story in stories(user).items():
        response = client.get(change_url(story))
        answers[kind] = response.status_code
        if response.status_code == 200:
            answers[kind] = "edit" if "adminform" in response.context else "read"

    assert answers == EXPECTED_CHANGE[role]


@pytest.mark.parametrize("role", ROLES)
def test_a_post_is_refused_wherever_the_form_is_not_offered(client, stories, role):
    user = make_user(role)
    client.force_login(user)

    for kind, story in stories(user).items():
        response = client.post(change_url(story), {"title": "Bị chiếm", "_save": "1"})

        if EXPECTED_CHANGE[role][kind] == "edit":
            assert response.status_code == 200, "the form comes back with what is missing"
        else:
            assert response.status_code in {302, 403}
        story.refresh_from_db()
        assert "Bị chiếm" not in [
            story.title,
            *(revision.snapshot["title"] for revision in story.revisions.all()),
        ]


@pytest.mark.parametrize("door", ["preview", "history", "compare"])
@pytest.mark.parametrize("role", ROLES)
def test_preview_and_history_follow_the_same_rule(client, stories, role, door):
    user = make_user(role)
    client.force_login(user)

    for kind, story in stories(user).items():
        response = client.get(reverse(f"admin:articles_article_{door}", args=[story.pk]))

        hidden = EXPECTED_CHANGE[role][kind] == 302
        assert response.status_code == (404 if hidden else 200)
        if not hidden and door == "preview":
            assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("role", ROLES)
def test_the_list_shows_what_may_be_opened(client, stories, role):
    user = make_user(role)
    client.force_login(user)
    made = stories(user)

    response = client.get(reverse("admin:articles_article_changelist"))

    shown = {story.pk for story in response.context["cl"].result_list}
    visible = {story.pk for kind, story in made.items() if EXPECTED_CHANGE[role][kind] != 302}
    assert shown == visible


@pytest.mark.parametrize("role", ["reporter", "managing_editor"])
def test_the_story_autocomplete_offers_what_may_be_opened(client, stories, role):
    user = make_user(role)
    client.force_login(user)
    made = stories(user)
    query = {"app_label": "articles", "model_name": "correction", "field_name": "article", "term": "bai"}

    response = client.get(reverse("admin:autocomplete"), query)

    offered = {int(result["id"]) for result in response.json()["results"]}
    assert offered == {story.pk for kind, story in made.items() if EXPECTED_CHANGE[role][kind] != 302}


def test_revisions_and_steps_of_hidden_stories_stay_hidden(client, stories):
    user = make_user("reporter")
    client.force_login(user)
    made = stories(user)

    response = client.get(reverse("admin:articles_revision_changelist"))
    hidden = Revision.objects.get(article=made["another's"])

    assert [revision.article for revision in response.context["cl"].result_list] == [made["own"]]
    assert client.get(reverse("admin:articles_revision_change", args=[hidden.pk])).status_code == 302


def test_nobody_changes_or_deletes_a_revision(admin_client):
    story = make_draft(user=make_user("reporter"))
    revision = Revision.objects.get(article=story)

    for action in ("change", "delete"):
        response = admin_client.post(reverse(f"admin:articles_revision_{action}", args=[revision.pk]))
        assert response.status_code == 403
    assert admin_client.get(reverse("admin:articles_revision_add")).status_code == 403


def test_the_redirect_to_a_page_tells_no_address_of_a_hidden_draft(client, stories):
    user = make_user("reporter")
    client.force_login(user)
    made = stories(user)
    content_type = ContentType.objects.get_for_model(Article)

    answers = {
        kind: client.get(reverse("admin:view_on_site", args=[content_type.pk, story.pk])).status_code
        for kind, story in made.items()
    }

    assert answers == {"own": 302, "another's": 404, "published": 404}


def test_whoever_is_not_logged_in_is_sent_to_the_login_everywhere(client):
    story = make_article()
    doors = [
        reverse("admin:index"),
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_article_add"),
        *(
            reverse(f"admin:articles_article_{door}", args=[story.pk])
            for door in ("change", "history", "compare", "delete", "preview")
        ),
        reverse("admin:autocomplete"),
        reverse("admin:articles_photo_picker"),
    ]

    for door in doors:
        for answer in (client.get(door), client.post(door)):
            assert answer.status_code == 302
            assert "/login/" in answer.url


def test_a_reader_with_an_account_but_no_desk_is_not_let_in(client):
    client.force_login(make_user())

    assert client.get(reverse("admin:articles_article_changelist")).status_code == 302


def test_a_submitted_story_is_closed_to_its_reporter_and_stays_readable(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    story = make_draft(user=reporter)

    take(client, story, "submit")

    response = client.get(change_url(story))
    assert "adminform" not in response.context
    assert response.context["panel"].steps == []


def test_somebody_who_signs_a_story_finds_it_like_its_own(client):
    reporter = make_user("reporter")
    signed = make_draft(user=make_user("reporter"), authors=[make_author(user=reporter)])
    client.force_login(reporter)

    assert "adminform" in client.get(change_url(signed)).context


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", Article.State.values)
def test_buttons_are_those_that_the_transition_table_allows(client, role, state):
    user = make_user(role)
    story = make_draft(user=user)
    Article.objects.filter(pk=story.pk).update(state=state, published_at="2026-01-01T00:00:00+07:00")
    story.refresh_from_db()
    client.force_login(user)

    response = client.get(change_url(story))

    page = response.content.decode()
    offered = {name for name in workflow.STEPS if f'name="_step" value="{name}"' in page}
    allowed = {step.name for step in workflow.allowed_steps(story, user)}
    assert offered == (allowed if "adminform" in response.context else set())


def test_a_step_that_is_not_allowed_is_refused_and_the_text_is_kept(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    story = make_draft(user=reporter)

    take(client, story, "publish", title="Tít mới")

    story.refresh_from_db()
    assert (story.state, story.title) == (Article.State.DRAFT, "Tít mới")


def test_the_form_of_a_new_story_asks_for_permission_to_add(client):
    client.force_login(make_user("registry_editor"))

    assert client.get(reverse("admin:articles_article_add")).status_code == 403

    client.force_login(make_user("reporter"))
    assert open_form(client, reverse("admin:articles_article_add")).before["title"] == ""


def test_a_managing_editor_makes_a_share_link_and_closes_it(client):
    story = make_draft()
    client.force_login(make_user("managing_editor"))

    send(client, change_url(story), button="_share")
    link = PreviewLink.objects.get()
    opened = client.get(reverse("articles:preview", args=[link.token])).status_code
    client.post(reverse("admin:articles_article_close_link", args=[story.pk]), {"link": link.pk})

    assert opened == 200
    assert client.get(reverse("articles:preview", args=[link.token])).status_code == 410


def test_an_editor_without_the_permission_makes_no_share_link(client):
    story = make_draft()
    client.force_login(make_user("editor"))

    response = send(client, change_url(story), button="_share", title="Tít mới")

    assert response.status_code == 302
    assert not PreviewLink.objects.exists()
    assert story.revisions.count() == 2, "what was typed is kept"
