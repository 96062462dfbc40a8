"""Work on a story that is out: readers keep what they have while the update goes through the same steps."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import workflow, working_copy
from articles.models import Article, Transition
from articles.tests.desk import ADD, change_url, send, take
from articles.tests.factories import make_article, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def people():
    return {role: make_user(role) for role in ("reporter", "editor", "managing_editor")}


@pytest.fixture
def story(people):
    return make_article(user=people["reporter"], title="Bản đã đăng", section=make_section())


def now(story) -> Article:
    return Article.objects.get(pk=story.pk)


def change(story, user, **fields):
    working_copy.save(story, fields or {"title": "Bản đang sửa"}, user=user)
    return now(story)


def test_the_first_change_begins_an_update_and_leaves_the_row(story, people):
    before = Article.objects.filter(pk=story.pk).values("title", "state", "story_html", "published_at").get()

    changed = change(story, people["editor"])

    assert (changed.state, changed.update_state) == ("published", "in_edit")
    assert Article.objects.filter(pk=story.pk).values(*before).get() == before
    step = Transition.objects.first()
    assert (step.step, step.before, step.after, step.user) == (
        "revise",
        "published",
        "in_edit",
        people["editor"],
    )


def test_an_update_goes_through_the_steps_and_out(client, story, people):
    change(story, people["editor"])
    workflow.take_step(now(story), "ready", people["editor"])
    ready = now(story)
    workflow.take_step(ready, "publish", people["managing_editor"])

    assert (ready.state, ready.update_state) == ("published", "ready")
    out = now(story)
    assert (out.state, out.update_state, out.title) == ("published", "", "Bản đang sửa")
    assert "Bản đang sửa" in client.get(story.get_absolute_url()).content.decode()


def test_an_update_returned_is_open_to_its_reporter_again(client, story, people):
    change(story, people["editor"])
    workflow.take_step(now(story), "return", people["editor"], reason="Hỏi lại nguồn.")
    client.force_login(people["reporter"])

    page = client.get(change_url(story)).content.decode()
    take(client, story, "submit", title="Bản viết lại")

    assert "Hỏi lại nguồn." in page
    again = now(story)
    assert (again.state, again.update_state, again.title) == ("published", "submitted", "Bản đã đăng")
    assert working_copy.newest_snapshot(again)["title"] == "Bản viết lại"


def test_an_update_discarded_brings_the_published_text_back_as_a_new_revision(story, people):
    change(story, people["editor"])
    revisions = story.revisions.count()

    workflow.take_step(now(story), "discard", people["editor"])

    kept = now(story)
    assert (kept.update_state, story.revisions.count()) == ("", revisions + 1)
    assert working_copy.newest_snapshot(kept) == working_copy.snapshot_of(kept)
    assert [step.step for step in story.transitions.all()[:1]] == ["discard"]


def test_a_change_that_is_none_begins_no_update(story, people):
    assert working_copy.save(story, working_copy.newest_snapshot(story), user=people["editor"]) is None
    assert now(story).update_state == ""


def test_a_ready_text_that_is_changed_goes_back_into_edit(people):
    story = make_draft(user=people["reporter"])
    Article.objects.filter(pk=story.pk).update(state="ready")

    assert change(story, people["editor"]).state == "in_edit"


def test_going_back_from_ready_into_edit_needs_a_reason_and_keeps_it(people):
    story = make_draft(user=people["reporter"])
    Article.objects.filter(pk=story.pk).update(state="ready")

    with pytest.raises(ValidationError):
        workflow.take_step(now(story), "reopen", people["editor"])
    workflow.take_step(now(story), "reopen", people["editor"], reason="Thiếu ảnh.")

    step = story.transitions.get()
    assert (step.before, step.after, step.reason) == ("ready", "in_edit", "Thiếu ảnh.")


def test_a_withdrawn_story_is_reworked_through_the_same_steps(story, people):
    workflow.take_step(story, "withdraw", people["managing_editor"], reason="Sai số liệu.")
    change(story, people["editor"])
    workflow.take_step(now(story), "ready", people["editor"])
    reworked = now(story)
    workflow.take_step(reworked, "publish", people["managing_editor"])

    assert (reworked.state, reworked.update_state) == ("withdrawn", "ready")
    assert (now(story).state, now(story).update_state) == ("published", "")


def test_the_list_and_the_form_mark_what_readers_do_not_have(client, story, people):
    client.force_login(people["managing_editor"])

    def marked():
        return ["mark--newer" in client.get(page).content.decode() for page in (LIST, change_url(story))]

    before = marked()
    change(story, people["editor"])
    during = marked()
    workflow.take_step(now(story), "publish", people["managing_editor"])

    assert (before, during, marked()) == ([False] * 2, [True] * 2, [False] * 2)


# Drafts, returns, assignments -----------------------------------------------------------------------


def test_a_draft_needs_a_working_title_alone(client, people):
    client.force_login(people["reporter"])

    send(client, ADD, title="Tít tạm")

    assert Article.objects.get().state == "draft"


@pytest.mark.parametrize("missing", ["title", "body"])
def test_a_story_that_lacks_its_text_is_not_sent_on(people, missing):
    story = make_draft(user=people["reporter"], **{missing: ""})

    with pytest.raises(ValidationError):
        workflow.take_step(story, "submit", people["reporter"])

    assert now(story).state == "draft"


def test_a_returned_draft_says_why_in_the_list_and_above_its_form(client, people):
    story = make_draft(user=people["reporter"])
    Article.objects.filter(pk=story.pk).update(state="submitted")
    workflow.take_step(now(story), "return", people["editor"], reason="Dẫn thêm nguồn.")
    client.force_login(people["reporter"])

    assert "Dẫn thêm nguồn." in client.get(LIST).content.decode()
    assert "panel__returned" in client.get(change_url(story)).content.decode()
    take(client, story, "submit")
    assert "panel__returned" not in client.get(change_url(story)).content.decode()


def test_an_editor_assigns_a_story_and_its_reporter_finds_it(client, people):
    story = make_draft(user=people["editor"], title="Đề tài giao")
    client.force_login(people["editor"])
    due = timezone.localtime(timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)

    send(
        client,
        change_url(story),
        assignee=people["reporter"].pk,
        due_at=due.strftime("%Y-%m-%dT%H:%M"),
    )

    assert (now(story).assignee, now(story).due_at) == (people["reporter"], due)
    assert story.revisions.count() == 1, "whom it is given to is no part of the text"
    client.force_login(people["reporter"])
    assert "adminform" in client.get(change_url(story)).context
    assert workflow.may_edit(now(story), people["reporter"])


def test_a_reporter_assigns_nothing(client, people):
    story = make_draft(user=people["reporter"])
    client.force_login(people["reporter"])

    send(client, change_url(story), assignee=people["reporter"].pk, due_at="2030-01-01T00:00")

    assert (now(story).assignee, now(story).due_at) == (None, None)


@pytest.mark.parametrize(
    ("name", "typed"), [("assignee", "999999"), ("assignee", "x"), ("due_at", "mai"), ("due_at", "9" * 400)]
)
def test_a_person_or_a_time_that_cannot_be_is_said_at_its_field(client, people, name, typed):
    client.force_login(people["editor"])

    response = send(client, ADD, title="Tít còn đây", **{name: typed})

    assert list(response.context["adminform"].form.errors) == [name]
    assert not Article.objects.exists()


def test_what_is_published_is_due_no_more(story, people):
    past = timezone.now() - timedelta(hours=1)
    draft = make_draft(user=people["reporter"], section=make_section())
    for one in (story, draft):
        Article.objects.filter(pk=one.pk).update(due_at=past)
    change(story, people["editor"])

    overdue = set(Article.objects.overdue())
    workflow.take_step(now(draft), "publish", people["managing_editor"])
    workflow.take_step(now(story), "publish", people["managing_editor"])

    assert overdue == {story, draft}
    assert not Article.objects.overdue().exists()
    assert not now(story).is_overdue


def test_stories_are_filtered_by_genre_person_due_time_and_series(client, people):
    moment = timezone.now()
    mine = make_draft(user=people["reporter"], genre="interview")
    late = make_draft(user=people["reporter"], genre="news")
    plain = make_draft()
    Article.objects.filter(pk=mine.pk).update(assignee=people["editor"], due_at=moment + timedelta(minutes=1))
    Article.objects.filter(pk=late.pk).update(due_at=moment - timedelta(days=3))
    client.force_login(people["editor"])

    def shown(**query):
        return set(client.get(LIST, query).context["cl"].result_list)

    assert shown(genre__exact="interview") == {mine}
    assert shown(given_to=people["editor"].pk) == {mine}
    assert shown(given_to="nobody") == {late, plain}
    assert shown(whose="mine") == {mine}
    assert shown(due="overdue") == {late}
    assert shown(due="week") == {mine}
    assert shown(given_to="x") == shown(due="x") == {mine, late, plain}
    assert "mark--late" in client.get(LIST).content.decode()
