"""The bin: a draft thrown away vanishes from every door but one, comes back whole, and goes after thirty days."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import binning, publishing, workflow
from articles.models import Article, AuditEntry, PreviewLink, Revision
from articles.tests.desk import change_url, send
from articles.tests.factories import make_article, make_author, make_draft, make_user

pytestmark = pytest.mark.django_db

BIN = "/admin/articles/article/bin/"
LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor"))
    return client


def throw_away(client, story):
    return client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})


def take_back(client, story):
    return client.post(reverse("admin:articles_article_take_out", args=[story.pk]))


def thrown_away(days: int = 0, **fields) -> Article:
    story = binning.throw_away(make_draft(**fields))
    Article.objects.filter(pk=story.pk).update(binned_at=timezone.now() - timedelta(days=days))
    return story


def test_a_draft_thrown_away_is_found_in_the_bin_alone(desk):
    story = make_draft(title="Bài bỏ đi", authors=[make_author()])
    send(desk, change_url(story), button="_share")
    token = PreviewLink.objects.get().token

    throw_away(desk, story)

    query = {"app_label": "articles", "model_name": "correction", "field_name": "article", "term": "bai"}
    assert story not in desk.get(LIST).context["cl"].result_list
    assert desk.get(reverse("admin:autocomplete"), query).json()["results"] == []
    assert "Bài bỏ đi" not in desk.get("/admin/").content.decode()
    assert desk.get(f"/xem-thu/{token}/").status_code == 410
    assert [desk.get(change_url(story)).status_code, desk.post(change_url(story)).status_code] == [302, 302]
    for door in ("preview", "history", "delete"):
        assert desk.get(reverse(f"admin:articles_article_{door}", args=[story.pk])).status_code == 404
    assert not Revision.objects.filter(article__in=Article.objects.kept()).exists()
    assert "Bài bỏ đi" in desk.get(BIN).content.decode()


def test_a_story_comes_back_from_the_bin_as_it_was(desk):
    story = make_draft(title="Bài trở lại", tags=["hải quan"])
    Article.objects.filter(pk=story.pk).update(state="in_edit")

    throw_away(desk, story)
    answer = take_back(desk, story)

    assert answer.url == change_url(story)
    story.refresh_from_db()
    assert (story.state, story.binned_at, story.binned_by) == ("in_edit", None, None)
    assert desk.get(change_url(story)).status_code == 200
    assert list(AuditEntry.objects.values_list("action", flat=True))[:2] == ["unbin", "bin"]


def test_nobody_takes_a_step_with_a_story_in_the_bin():
    story = thrown_away()

    assert workflow.allowed_steps(story, make_user("managing_editor")) == []


def test_a_reporter_finds_their_own_drafts_in_the_bin_and_nobody_elses(client):
    reporter = make_user("reporter")
    own, other = thrown_away(user=reporter), thrown_away(user=make_user("reporter"))
    client.force_login(reporter)

    page = client.get(BIN).content.decode()

    assert own.title in page
    assert other.title not in page
    assert take_back(client, other).status_code == 404
    assert take_back(client, own).status_code == 302


def test_a_registry_editor_sees_the_bin_and_takes_nothing_from_it(client):
    story = thrown_away()
    client.force_login(make_user("registry_editor"))

    page = client.get(BIN).content.decode()

    assert story.title in page
    assert "/restore/" not in page
    assert take_back(client, story).status_code == 404


def test_what_is_not_in_the_bin_cannot_be_taken_from_it(desk):
    assert take_back(desk, make_draft()).status_code == 404


def test_a_look_at_the_bin_changes_nothing(desk):
    story = thrown_away()

    assert desk.get(reverse("admin:articles_article_take_out", args=[story.pk])).status_code == 405
    assert desk.get(reverse("admin:articles_article_delete", args=[make_draft().pk])).status_code == 200
    assert Article.objects.kept().count() == 1


@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_readers_saw_is_not_thrown_away_and_the_refusal_says_why(desk, withdrawn):
    story = make_article()
    if withdrawn:
        publishing.withdraw(story, notice="Đã gỡ.")

    response = desk.post(
        reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"}, follow=True
    )

    assert Article.objects.kept().filter(pk=story.pk).exists()
    assert len(response.context["messages"]) == 1
    with pytest.raises(ValidationError):
        binning.throw_away(story)


def test_after_thirty_days_a_draft_goes_for_good(capsys):
    old, young, kept = thrown_away(days=30), thrown_away(days=29), make_draft()

    call_command("empty_bin")

    assert set(Article.objects.all()) == {young, kept}
    assert not Revision.objects.filter(article=old.pk).exists()
    assert capsys.readouterr().out == "1 drafts deleted from the bin\n"
    entry = AuditEntry.objects.get(action="delete")
    assert (entry.subject_title, entry.subject_pk) == (old.title, str(old.pk))


@pytest.mark.parametrize("count", [2, 7])
def test_the_bin_costs_the_same_however_full(desk, count, django_assert_max_num_queries):
    user = make_user("reporter")
    for _ in range(count):
        binning.throw_away(make_draft(user=user), user=user)

    with django_assert_max_num_queries(12):
        desk.get(BIN)
