"""Sections and tags that an editor deletes: their addresses say that they are gone, stories forget them."""

import pytest
from django.urls import reverse

from articles import publishing, working_copy
from articles.models import Redirect, Tag
from articles.tests.factories import make_article, make_draft, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user("managing_editor"))
    return client


def delete(client, record, *, from_list: bool = False):
    if from_list:
        chosen = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
        return client.post(reverse(f"admin:articles_{record._meta.model_name}_changelist"), chosen)
    return client.post(
        reverse(f"admin:articles_{record._meta.model_name}_delete", args=[record.pk]), {"post": "yes"}
    )


@pytest.mark.parametrize("from_list", [False, True])
def test_the_address_of_a_deleted_tag_or_section_says_that_it_is_gone(desk, from_list):
    tag, section = make_tag(), make_section()
    make_article(tags=[tag])

    delete(desk, tag, from_list=from_list)
    delete(desk, section, from_list=from_list)

    assert desk.get(tag.get_absolute_url()).status_code == 410
    assert desk.get(section.get_absolute_url()).status_code == 410


def test_a_tag_that_no_reader_saw_leaves_nothing_behind(desk):
    tag = make_tag()
    make_draft(tags=[tag])

    delete(desk, tag)

    assert not Redirect.objects.exists()
    assert desk.get(tag.get_absolute_url()).status_code == 404


def test_stories_no_longer_link_a_deleted_tag_and_do_not_bring_it_back(desk):
    tag, other = make_tag(name="thẻ thừa"), make_tag(name="thẻ khác")
    story = make_article(tags=[tag, other])

    delete(desk, tag)

    page = desk.get(story.get_absolute_url()).content.decode()
    assert tag.get_absolute_url() not in page
    assert other.get_absolute_url() in page
    assert not working_copy.has_unpublished_changes(story)
    publishing.publish(story)
    assert [one.name for one in Tag.objects.all()] == ["thẻ khác"]
