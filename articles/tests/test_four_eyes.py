"""Nobody approves their own copy; whoever is refused reads who can."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from articles import publishing, workflow, working_copy
from articles.models import Article
from articles.tests.desk import change_url, take
from articles.tests.factories import make_article, make_author, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return {
        "reporter": make_user("reporter", username="pv"),
        "editor": make_user("editor", username="btv"),
        "boss": make_user("managing_editor", username="tk"),
        "deputy": make_user("managing_editor", username="tk-hai"),
    }


def draft(user, **fields):
    return make_draft(user=user, **{"section": make_section(), **fields})


def at(story, stage: str) -> Article:
    Article.objects.filter(pk=story.pk).update(state=stage)
    return Article.objects.get(pk=story.pk)


def steps(story, user) -> set[str]:
    return {step.name for step in workflow.allowed_steps(story, user)}


def test_a_managing_editor_publishes_a_reporters_story(staff):
    story = draft(staff["reporter"])

    assert workflow.take_step(story, "publish", staff["boss"]).is_public


def test_who_began_a_story_does_not_publish_it_and_reads_who_can(staff):
    story = draft(staff["boss"])

    with translation.override("en"), pytest.raises(PermissionDenied) as refused:
        workflow.take_step(story, "publish", staff["boss"])

    assert "This can be done by: tk-hai." in str(refused.value)
    assert "publish" not in steps(story, staff["boss"])
    assert "publish" in steps(story, staff["deputy"])


@pytest.mark.parametrize("where", ["row", "working copy"])
def test_who_signs_a_story_does_not_publish_it(staff, where):
    author = make_author(user=staff["boss"])
    if where == "row":
        story = draft(staff["reporter"], authors=[author])
    else:
        story = make_article(user=staff["reporter"])
        line = {"author": author.pk, "role": "author", "job_title": "", "raw_line": ""}
        working_copy.save(story, {"bylines": [line]}, user=staff["reporter"])
        story.refresh_from_db()

    assert "publish" not in steps(story, staff["boss"])


def test_who_wrote_the_newest_revision_does_not_publish_it(staff):
    story = draft(staff["reporter"])
    working_copy.save(story, {"title": "Tít của thư ký"}, user=staff["boss"])

    assert "publish" not in steps(story, staff["boss"])
    assert "publish" in steps(story, staff["deputy"])


def test_a_text_that_somebody_else_marked_ready_may_be_published_by_its_last_writer(staff):
    story = draft(staff["reporter"])
    working_copy.save(story, {"title": "Tít của thư ký"}, user=staff["boss"])
    story = workflow.take_step(at(story, "in_edit"), "ready", staff["editor"])

    assert "publish" in steps(story, staff["boss"])


def test_the_word_of_a_reader_holds_for_exactly_the_text_they_read(staff):
    story = draft(staff["reporter"])
    workflow.take_step(at(story, "in_edit"), "ready", staff["editor"])
    working_copy.save(story, {"title": "Sửa sau khi duyệt"}, user=staff["boss"])

    story.refresh_from_db()
    assert story.state == "in_edit"
    assert "publish" not in steps(story, staff["boss"])


def test_who_edited_a_text_marks_it_ready_and_is_no_second_reader(staff):
    story = draft(staff["reporter"])
    working_copy.save(story, {"title": "Tít biên tập"}, user=staff["editor"])

    story = workflow.take_step(at(story, "in_edit"), "ready", staff["editor"])

    assert story.state == "ready"
    assert "publish" in steps(story, staff["boss"]), "the publisher is the second reader"


def test_nobody_marks_their_own_story_ready(staff):
    story = at(draft(staff["editor"]), "in_edit")

    assert "ready" not in steps(story, staff["editor"])
    assert "ready" in steps(story, staff["boss"])


def test_a_story_that_is_out_is_published_again_by_anybody_while_its_text_is_the_same(staff):
    story = draft(staff["boss"])
    workflow.take_step(story, "publish", staff["deputy"])
    story.refresh_from_db()

    assert "publish" in steps(story, staff["boss"])


def test_a_newsroom_of_one_person_turns_it_off(staff, settings):
    settings.FOUR_EYES = False

    assert workflow.take_step(draft(staff["boss"]), "publish", staff["boss"]).is_public


def test_the_desk_says_who_can_publish_instead(client, staff):
    story = draft(staff["boss"])
    client.force_login(staff["boss"])
    client.cookies["editor_language"] = "en"

    page = client.get(change_url(story)).content.decode()
    take(client, story, "publish", title="Chữ còn đây")

    assert "This can be done by: tk-hai." in page
    assert 'value="publish"' not in page
    story.refresh_from_db()
    assert (story.state, story.title) == ("draft", "Chữ còn đây")


def test_a_chosen_list_says_which_stories_wait_for_somebody_else(client, staff):
    own, other = draft(staff["boss"]), draft(staff["reporter"])
    client.force_login(staff["boss"])
    chosen = {"action": "step_publish", "_selected_action": [own.pk, other.pk]}

    asked = client.post("/admin/articles/article/", chosen)
    client.post("/admin/articles/article/", chosen | {"confirmed": "1", "step_despite": "1"})

    rows = asked.context["rows"]
    assert {row["story"]: bool(row["refusal"]) for row in rows} == {own: True, other: False}
    states = dict(Article.objects.values_list("pk", "state"))
    assert states == {own.pk: "draft", other.pk: "published"}


def test_commands_and_imports_are_the_operators_decision(staff):
    assert publishing.publish(draft(staff["boss"])).is_public
