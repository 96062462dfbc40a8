"""Two records that are one: bylines and tags move, old addresses lead on, older texts still work."""

import pytest
from django.urls import reverse

from articles import publishing, working_copy
from articles.merging import merge_authors, merge_tags
from articles.models import Article, Author, Byline, Redirect, Tag
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_tag, make_user

pytestmark = pytest.mark.django_db


def test_bylines_move_and_the_old_address_leads_to_the_kept_author(client):
    kept, other = make_author(name="Nguyễn Mẫu"), make_author(name="N.Mẫu")
    story = make_article(authors=[other])

    count = merge_authors(kept, [other])

    assert count == 1
    assert [line.author for line in story.bylines.all()] == [kept]
    assert client.get("/tac-gia/n-mau/").headers["Location"] == kept.get_absolute_url()
    page = client.get(story.get_absolute_url()).content.decode()
    assert "Nguyễn Mẫu" in page
    assert "N.Mẫu" not in page


def test_a_story_signed_by_both_is_signed_once(client):
    kept, other = make_author(), make_author()
    story = make_article(authors=[kept, other])

    merge_authors(kept, [other])

    assert [line.author for line in story.bylines.all()] == [kept]
    assert not working_copy.has_unpublished_changes(Article.objects.get(pk=story.pk))


def test_what_the_kept_author_lacks_is_taken_over_and_what_it_has_stays():
    user, photo = make_user("reporter"), make_photo()
    kept = make_author(job_title="Phó phòng")
    other = make_author(job_title="Trưởng phòng", portrait=photo, user=user, biography="Tiểu sử.")

    merge_authors(kept, [other])

    kept = Author.objects.get()
    assert (kept.job_title, kept.portrait, kept.user, kept.biography) == (
        "Phó phòng",
        photo,
        user,
        "Tiểu sử.",
    )


def test_a_working_copy_that_names_the_other_author_still_signs():
    kept, other = make_author(), make_author()
    story = make_article()
    line = {"author": other.pk, "role": "author", "job_title": "", "raw_line": "N.Linh"}
    working_copy.save(story, {"bylines": [line]})

    merge_authors(kept, [other])
    publishing.publish(story)

    assert [(one.author, one.raw_line) for one in Byline.objects.all()] == [(kept, "N.Linh")]


def test_redirects_to_a_merged_author_lead_to_the_kept_one():
    kept, middle, first = make_author(), make_author(), make_author()
    old = first.get_absolute_url()

    merge_authors(middle, [first])
    merge_authors(kept, [middle])

    assert Redirect.objects.get(old_path=old).new_path == kept.get_absolute_url()


def test_tags_merge_with_their_stories_and_address(client):
    kept, other = make_tag(name="hải quan"), make_tag(name="ngành hải quan")
    both = make_article(tags=["hải quan", "ngành hải quan"])
    one = make_article(tags=["ngành hải quan"])

    merge_tags(kept, [other])

    assert list(both.tags.names()) == list(one.tags.names()) == ["hải quan"]
    assert client.get("/tu-khoa/nganh-hai-quan/").headers["Location"] == "/tu-khoa/hai-quan/"
    for story in (both, one):
        assert not working_copy.has_unpublished_changes(Article.objects.get(pk=story.pk))


def test_a_renamed_tag_does_not_come_back_with_the_next_publication(client):
    client.force_login(make_user("editor"))
    tag = make_tag(name="hai quan")
    story = make_article(tags=["hai quan"])

    client.post(
        reverse("admin:articles_tag_change", args=[tag.pk]), {"name": "hải quan", "slug": "nganh-hai-quan"}
    )
    publishing.publish(story)

    assert list(Tag.objects.values_list("name", flat=True)) == ["hải quan"]
    assert Redirect.objects.get().new_path == "/tu-khoa/nganh-hai-quan/"


def test_the_action_asks_which_one_stays(client):
    client.force_login(make_user("editor"))
    kept, other = make_author(name="Nguyễn Mẫu"), make_author(name="N.Mẫu")
    url = reverse("admin:articles_author_changelist")
    chosen = {"action": "merge_chosen", "_selected_action": [kept.pk, other.pk]}

    asked = client.post(url, chosen)
    unsaid = client.post(url, chosen | {"confirmed": "1"})
    before = Author.objects.count()
    client.post(url, chosen | {"confirmed": "1", "kept": kept.pk})

    assert [row for row, _facts in asked.context["rows"]] == [kept, other]
    assert unsaid.context["missing"]
    assert before == 2
    assert Author.objects.get() == kept


def test_merging_is_for_those_who_may_change(client):
    client.force_login(make_user("reporter"))
    one, two = make_author(), make_author()

    client.post(
        reverse("admin:articles_author_changelist"),
        {
            "action": "merge_chosen",
            "_selected_action": [one.pk, two.pk],
            "confirmed": "1",
            "kept": one.pk,
        },
    )

    assert Author.objects.count() == 2


def test_the_draft_of_a_merged_author_stays_findable_by_its_reporter(client):
    reporter = make_user("reporter")
    kept, other = make_author(), make_author(user=reporter)
    story = make_draft(authors=[other])

    merge_authors(kept, [other])

    assert list(Article.objects.visible_to(reporter)) == [story]
