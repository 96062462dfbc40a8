"""What an embargo keeps in the house: pages, share links, their pictures, imports."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Article, PreviewLink
from articles.photos.markup import file_url
from articles.photos.storing import store_photo
from articles.tests.factories import make_draft, make_photo, make_user
from articles.tests.pictures import encoded, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
DAY = timedelta(days=1)


@pytest.fixture
def until():
    return timezone.now() + DAY


def held(until, **fields):
    """A draft under embargo with a share link that stays usable for a week."""
    story = make_draft(title="Tin được giữ", **fields)
    Article.objects.filter(pk=story.pk).update(embargo_until=until)
    story.refresh_from_db()
    link = PreviewLink.objects.create(
        revision=working_copy.newest(story), expires_at=timezone.now() + timedelta(days=7)
    )
    return story, link


def preview(client, link):
    return client.get(reverse("articles:preview", args=[link.token]))


def test_publishing_before_the_embargo_ends_is_refused_however_it_is_asked_for(until):
    story, _link = held(until)

    for at in (None, until - timedelta(seconds=1)):
        with pytest.raises(ValidationError):
            publishing.publish(story, at=at)
    assert publishing.publish(story, at=until).published_at == until


def test_the_database_itself_keeps_the_embargo(until):
    story, _link = held(until)

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(state="published", published_at=timezone.now())


def test_a_share_link_answers_nothing_before_the_embargo_ends(client, until):
    _story, link = held(until)

    early = preview(client, link)
    with time_machine.travel(until, tick=False):
        late = preview(client, link)

    assert early.status_code == 403
    assert "Tin được giữ" not in early.content.decode()
    assert "no-store" in early["Cache-Control"]
    assert late.status_code == 200
    assert "Tin được giữ" in late.content.decode()
    link.refresh_from_db()
    assert link.views == 1


def test_a_share_link_opens_where_the_embargo_allows_it_and_says_until_when(client, until):
    story, link = held(until)
    Article.objects.filter(pk=story.pk).update(embargo_shares=True)

    response = preview(client, link)

    assert response.status_code == 200
    assert "Giữ tin đến" in response.content.decode()


def test_pictures_of_an_embargoed_story_stay_closed_with_its_link(client, until):
    photo = store_photo(make_photo(), encoded(quarters(500, 300)))
    story, link = held(until, lead_photo=photo)
    address = f"{file_url(photo)}?xem-thu={link.token}"

    closed = client.get(address)
    Article.objects.filter(pk=story.pk).update(embargo_shares=True)
    opened = client.get(address)

    assert (closed.status_code, opened.status_code) == (404, 200)


def test_the_desk_previews_an_embargoed_story_under_a_banner(client, until):
    story, _link = held(until)
    client.force_login(make_user(role="editor"))

    text = client.get(reverse("admin:articles_article_preview", args=[story.pk])).content.decode()

    assert "Giữ tin đến" in text


def test_a_withdrawal_closes_links_that_an_embargo_kept_shut(client, until):
    story, link = held(until)
    publishing.publish(story, at=until)

    publishing.withdraw(story, notice="Không ra nữa.")

    link.refresh_from_db()
    assert link.revoked_at is not None
