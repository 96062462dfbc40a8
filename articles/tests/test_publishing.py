"""Publishing and withdrawing: one transaction for everything that readers see."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from articles import publishing, rendering, workflow, working_copy
from articles.models import Article, Correction, PreviewLink, Redirect, Transition
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_tag, make_user

pytestmark = pytest.mark.django_db


def test_a_published_story_has_its_page_stored():
    article = make_article(title="Tít trên trang", body="<p>Câu trong thân bài.</p>")

    article.refresh_from_db()
    assert "Tít trên trang" in article.story_html
    assert "Câu trong thân bài." in article.story_html
    assert article.rendered_with == rendering.fingerprint()


def test_a_story_scheduled_for_later_is_not_visible_until_then():
    at = timezone.now() + timedelta(hours=2)
    article = make_article(published_at=at)

    assert article not in Article.objects.published()
    assert article in Article.objects.published(at=at)


def test_the_window_closes_by_itself():
    now = timezone.now()
    article = make_article(published_at=now - timedelta(hours=2), expires_at=now - timedelta(hours=1))

    assert article not in Article.objects.published()
    assert article in Article.objects.published(at=now - timedelta(minutes=90))


def test_edits_of_a_scheduled_story_do_not_go_out_by_themselves():
    article = make_article(title="Bản đã duyệt", published_at=timezone.now() + timedelta(hours=1))

    working_copy.save(article, {"title": "Bản chưa duyệt"})

    article.refresh_from_db()
    assert article.title == "Bản đã duyệt"


def test_publishing_again_keeps_the_first_date_and_marks_the_update():
    first = timezone.now() - timedelta(days=3)
    article = make_article(published_at=first)
    working_copy.save(article, {"title": "Cập nhật"})

    again = publishing.publish(article)

    assert (again.published_at, again.first_published_at) == (first, first)
    assert timezone.now() - again.updated_at < timedelta(minutes=1)


def test_a_changed_address_of_a_published_story_leads_on_for_ever():
    article = make_article(title="Một", published_at=timezone.now() - timedelta(hours=1))
    for slug in ("hai", "ba"):
        working_copy.save(article, {"slug": slug})
        publishing.publish(article)

    assert dict(Redirect.objects.values_list("old_path", "new_path")) == {"/mot/": "/ba/", "/hai/": "/ba/"}


def test_coming_back_to_an_old_address_leaves_no_loop():
    article = make_article(title="Một", published_at=timezone.now() - timedelta(hours=1))
    for slug in ("hai", "mot"):
        working_copy.save(article, {"slug": slug})
        publishing.publish(article)

    assert dict(Redirect.objects.values_list("old_path", "new_path")) == {"/hai/": "/mot/"}


def test_a_renamed_draft_leaves_no_redirect():
    article = make_draft(title="Nháp")
    working_copy.save(article, {"slug": "nhap-khac"})

    publishing.publish(article)

    assert not Redirect.objects.exists()


def test_a_photo_record_without_a_file_shows_its_caption_and_credit():
    photo = make_photo(caption="Chú thích của ảnh.", credit="Ảnh: Người Mẫu")

    article = make_article(body=f'<p>Mở.</p><figure><img data-file="{photo.ref}"></figure>')

    article.refresh_from_db()
    assert "Chú thích của ảnh." in article.story_html
    assert "Ảnh: Người Mẫu" in article.story_html
    assert 'src=""' not in article.story_html


def test_a_withdrawn_story_keeps_everything_inside():
    article = make_article(title="Rút xuống")

    publishing.withdraw(article, notice="Bài đã được rút.")

    article.refresh_from_db()
    assert article.state == Article.State.WITHDRAWN
    assert article not in Article.objects.published()
    assert article.title == "Rút xuống"
    assert article.withdrawal_notice == "Bài đã được rút."


def test_a_published_story_cannot_lose_its_date():
    article = make_article()

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(published_at=None)


ROLES = ("reporter", "editor", "managing_editor", "registry_editor", "administrator")
STEPS_BY_ROLE = {
    # stage: {role: steps}; the story is a reporter's, who looks at it as its author
    "draft": {"reporter": {"submit"}, "editor": {"submit"}, "managing_editor": {"submit", "publish"}},
    "submitted": {
        "reporter": set(),
        "editor": {"take", "return"},
        "managing_editor": {"take", "return", "publish"},
    },
    "in_edit": {
        "reporter": set(),
        "editor": {"ready", "return"},
        "managing_editor": {"ready", "return", "publish"},
    },
    "ready": {
        "reporter": set(),
        "editor": {"return", "reopen"},
        "managing_editor": {"return", "reopen", "publish"},
    },
    "published": {"reporter": set(), "editor": set(), "managing_editor": {"publish", "withdraw"}},
    "withdrawn": {"reporter": set(), "editor": set(), "managing_editor": {"publish"}},
}


def story_at(stage, *, user, out="") -> Article:
    """A reporter's story at that stage; with `out` a published or withdrawn one with an update there."""
    author = user if user.groups.filter(name="Phóng viên").exists() else make_user("reporter")
    story = make_article(user=author) if out else make_draft(user=author)
    fields = {"state": out, "update_state": stage} if out else {"state": stage}
    Article.objects.filter(pk=story.pk).update(published_at=timezone.now(), **fields)
    story.refresh_from_db()
    return story


@pytest.mark.parametrize("stage", STEPS_BY_ROLE)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_steps_from_each_stage(stage, role):
    user = make_user(role=role)
    article = story_at(stage, user=user)
    like = "managing_editor" if role == "administrator" else role

    steps = {step.name for step in workflow.allowed_steps(article, user)}

    assert steps == STEPS_BY_ROLE[stage].get(like, set())


@pytest.mark.parametrize("out", ["published", "withdrawn"])
@pytest.mark.parametrize("stage", ["draft", "submitted", "in_edit", "ready"])
@pytest.mark.parametrize("role", ROLES)
def test_an_update_goes_through_the_same_steps_and_may_be_discarded(stage, role, out):
    user = make_user(role=role)
    article = story_at(stage, user=user, out=out)
    like = "managing_editor" if role == "administrator" else role
    more = {"editor": {"discard"}, "managing_editor": {"discard"}}.get(like, set())
    if like == "managing_editor" and out == "published":
        more = more | {"withdraw"}

    steps = {step.name for step in workflow.allowed_steps(article, user)}

    assert steps == STEPS_BY_ROLE[stage].get(like, set()) | more


def test_a_reporter_has_no_steps_on_a_story_of_somebody_else():
    assert workflow.allowed_steps(make_draft(user=make_user()), make_user(role="reporter")) == []


def test_a_step_that_is_not_open_is_refused_and_changes_nothing():
    article = make_draft(user=(user := make_user(role="reporter")))

    with pytest.raises(PermissionDenied):
        workflow.take_step(article, "publish", user)

    article.refresh_from_db()
    assert (article.state, Transition.objects.count()) == ("draft", 0)


def test_returning_a_story_needs_a_reason_and_keeps_it():
    editor = make_user(role="editor")
    article = make_draft()
    Article.objects.filter(pk=article.pk).update(state="submitted")

    with pytest.raises(ValidationError):
        workflow.take_step(article, "return", editor, reason="  ")
    workflow.take_step(article, "return", editor, reason="Thiếu nguồn.")

    step = Transition.objects.get()
    assert (step.before, step.after, step.reason, step.user) == ("submitted", "draft", "Thiếu nguồn.", editor)


def test_a_story_without_a_body_is_not_published():
    article = make_draft(body="")

    with pytest.raises(ValidationError, match="body|thân bài|nội dung"):
        workflow.take_step(article, "publish", make_user(role="managing_editor"))

    article.refresh_from_db()
    assert article.state == "draft"


def test_an_author_who_signs_a_story_may_open_it():
    user = make_user(role="reporter")
    article = make_draft(authors=[make_author(user=user)])

    assert workflow.may_view(article, user)
    assert list(Article.objects.visible_to(user)) == [article]


def test_a_correction_of_the_future_is_refused_and_not_shown():
    article = make_article()
    note = Correction(
        article=article, text="Đính chính chưa tới giờ.", at=timezone.now() + timedelta(hours=1)
    )

    with pytest.raises(ValidationError):
        note.full_clean()
    note.save()
    publishing.renew(Article.objects.filter(pk=article.pk))

    article.refresh_from_db()
    assert "Đính chính chưa tới giờ." not in article.story_html


def test_a_story_withdrawn_before_it_went_out_stays_unknown_when_its_time_comes(client, monkeypatch):
    author, tag = make_author(), make_tag()
    planned = timezone.now() + timedelta(hours=1)
    story = make_article(published_at=planned, authors=[author], tags=[tag])
    publishing.withdraw(story, notice="Lý do nội bộ.")

    monkeypatch.setattr(timezone, "now", lambda: planned + timedelta(days=1))

    assert not Article.objects.once_public().exists()
    for address in (story.get_absolute_url(), author.get_absolute_url(), tag.get_absolute_url()):
        assert client.get(address).status_code == 404
    assert client.get(f"/api/v1/articles/{story.slug}").status_code == 404


def test_a_story_withdrawn_before_it_went_out_follows_its_working_copy_again():
    story = make_article(published_at=timezone.now() + timedelta(hours=1), title="Tít cũ")
    working_copy.save(story, {"title": "Tít sửa sau khi hẹn giờ"})
    publishing.withdraw(story)

    story.refresh_from_db()
    assert story.title == "Tít sửa sau khi hẹn giờ"
    working_copy.save(story, {"title": "Tít sửa sau khi gỡ"})
    story.refresh_from_db()
    assert story.title == "Tít sửa sau khi gỡ"


def test_a_withdrawn_plan_does_not_date_the_story_that_is_published_after_all():
    story = make_article(published_at=timezone.now() + timedelta(days=3))
    publishing.withdraw(story)

    assert publishing.publish(story).is_public


def test_share_links_end_when_the_story_is_withdrawn():
    article = make_article()
    link = PreviewLink.objects.create(
        revision=working_copy.newest(article), expires_at=timezone.now() + timedelta(days=7)
    )

    publishing.withdraw(article, notice="Bài đã được rút.")

    assert link not in PreviewLink.objects.usable()


def test_a_withdrawal_without_a_notice_says_that_readers_will_read_it():
    article = make_article()

    with translation.override("en"), pytest.raises(ValidationError, match="readers"):
        workflow.take_step(article, "withdraw", make_user(role="managing_editor"))
