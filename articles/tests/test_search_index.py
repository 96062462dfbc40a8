"""The index follows what readers see: when publishing, and in nothing that waits, is gone or was never out."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing, working_copy
from articles.merging import merge_authors
from articles.models import Article, SearchEntry, SearchWord
from articles.search import records, spelling
from articles.search.searching import search
from articles.search.suggesting import suggest
from articles.tests.factories import make_article, make_author, make_draft

pytestmark = pytest.mark.django_db

SECRET = "Kilimanjaro"


def found(question: str = SECRET) -> list[Article]:
    answers = search(question)
    assert [hit.article for hit in search(question, by_date=True).hits] == [
        hit.article for hit in answers.hits
    ]
    assert len(answers.answers) == len(answers.hits)
    return [hit.article for hit in answers.hits]


def test_a_story_is_found_once_it_is_published_and_by_its_new_words_once_these_are():
    story = make_draft(title=SECRET)
    assert found() == []

    publishing.publish(story)
    assert found() == [story]

    working_copy.save(story, {"title": "Tên khác hẳn"})
    assert (found(), found("tên khác hẳn")) == ([story], [])

    publishing.publish(story)
    assert (found(), found("tên khác hẳn")) == ([], [story])


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "withdrawn"])
def test_what_readers_may_not_see_shows_through_nowhere(state, client):
    if state == "draft":
        make_draft(title=SECRET, tags=[SECRET], authors=[make_author(name=SECRET)])
    else:
        now = timezone.now()
        story = make_article(
            title=SECRET,
            tags=[SECRET],
            authors=[make_author(name=SECRET)],
            published_at=now + timedelta(hours=1) if state == "scheduled" else now - timedelta(hours=2),
            expires_at=now - timedelta(hours=1) if state == "expired" else None,
        )
        if state == "withdrawn":
            publishing.withdraw(story)
    make_article(title="Bài ai cũng thấy")

    assert found() == []
    assert suggest("kili") == []
    assert records.groups(search(SECRET).query, 5) == []
    assert spelling.slips(search("Kilimanjaroo")) == []
    for address in ("/tim-kiem/", "/tim-kiem/goi-y/", "/api/v1/search"):
        text = client.get(address, {"q": SECRET.lower()}).content.decode()
        assert SECRET not in text


def test_a_story_shows_up_and_goes_by_the_clock_alone():
    now = timezone.now()
    story = make_article(
        title=SECRET, published_at=now + timedelta(hours=1), expires_at=now + timedelta(hours=3)
    )

    seen = [bool(search(SECRET, now=now + timedelta(hours=hours)).answers) for hours in (0, 2, 4)]

    assert seen == [False, True, False]
    assert SearchEntry.objects.get().article == story


def test_a_story_moved_to_another_time_has_its_new_place():
    first = make_article(title=SECRET, published_at=timezone.now() + timedelta(hours=2))
    second = make_article(title=SECRET, published_at=timezone.now() + timedelta(hours=3))
    publishing.move(second, timezone.now() + timedelta(hours=1))

    later = search(SECRET, now=timezone.now() + timedelta(hours=4))

    assert [hit.article for hit in later.hits] == [first, second]


def test_a_story_carries_the_new_name_after_a_merge_of_authors():
    kept, other = make_author(name="Người Mẫu Giữ"), make_author(name=SECRET)
    story = make_article(authors=[other])

    merge_authors(kept, [other])

    assert (found(), found('"người mẫu giữ"')) == ([], [story])


def test_a_deleted_story_leaves_nothing_behind():
    story = make_article(title=SECRET)
    Article.objects.filter(pk=story.pk).update(first_published_at=None)

    Article.objects.get(pk=story.pk).delete()

    assert not SearchEntry.objects.exists()
    assert found() == []


def test_rendering_a_story_again_writes_nothing_into_the_index():
    story = make_article(title=SECRET)

    with CaptureQueriesContext(connection) as queries:
        publishing.renew(Article.objects.filter(pk=story.pk))

    assert [query["sql"] for query in queries if "articles_search" in query["sql"]][1:] == []


@pytest.mark.parametrize("options", [[], ["--from-scratch"]])
def test_the_index_is_rebuilt_from_the_stories(options):
    stories = [make_article(title=f"{SECRET} {number}") for number in range(3)]
    gone = make_article(title=SECRET)
    Article.objects.filter(pk=gone.pk).update(state="withdrawn")
    Article.objects.filter(pk=stories[0].pk).update(title="Viết lại ngoài tòa soạn")
    SearchEntry.objects.filter(article=stories[1]).delete()
    SearchWord.objects.all().delete()
    said = StringIO()

    call_command("rebuild_search", *options, stdout=said)

    assert found() == [stories[2], stories[1]]
    assert found("viết lại") == [stories[0]]
    assert SearchEntry.objects.count() == 3
    assert SearchWord.objects.filter(folded="kilimanjaro").exists()
    assert said.getvalue().splitlines() == ["100% 3/3", "3 stories indexed"]


def test_rebuilding_from_scratch_mends_a_damaged_index():
    story = make_article(title=SECRET)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE articles_search_folded")

    call_command("rebuild_search", "--from-scratch", verbosity=0)

    assert found() == [story]
