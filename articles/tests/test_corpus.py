"""Synthetic stories for measuring: the same each time, and like those that people publish."""

import pytest
from django.core.management import CommandError, call_command

from articles import rendering, working_copy
from articles.models import Article, Author
from newsroom.body_html import assign_ids, clean_body

pytestmark = pytest.mark.django_db


def load(number, **options) -> list[Article]:
    call_command("load_corpus", number, verbosity=0, **options)
    return list(Article.objects.order_by("document_key"))


def test_synthetic_stories_are_what_editors_would_have_published(client):
    stories = load(3)

    assert {client.get(story.get_absolute_url()).status_code for story in stories} == {200}
    for story in stories:
        assert 850 <= story.word_count <= 1100
        assert story.authors.exists()
        assert story.tags.exists()
        assert story.section is not None
        assert not working_copy.has_unpublished_changes(story)
        assert story.body == assign_ids(clean_body(story.body))
        assert story.story_html == rendering.render_story(Article.objects.get(pk=story.pk)).html


def test_the_same_seed_makes_the_same_stories_and_running_it_again_adds_what_is_missing():
    first = load(2)
    Article.objects.get(pk=first[0].pk).revisions.all().delete()
    before = [(story.title, story.slug, story.body, story.published_at) for story in first]
    Article.objects.filter(pk=first[0].pk).delete()

    again = load(2)

    assert [(story.title, story.slug, story.body, story.published_at) for story in again] == before
    assert again[1].pk == first[1].pk


def test_another_seed_makes_other_stories_by_the_same_people():
    load(3)

    stories = load(3, seed=2)

    names = list(Author.objects.values_list("name", flat=True))
    assert len({story.body for story in stories}) == 6
    assert len(names) == len(set(names))


def test_no_stories_are_refused():
    with pytest.raises(CommandError, match="1 or more"):
        call_command("load_corpus", 0)
