import re
from datetime import timedelta

import pytest
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from articles import working_copy
from articles.models import PreviewLink
from articles.photos.markup import file_url
from articles.photos.storing import store_photo
from articles.tests.factories import make_article, make_draft, make_photo
from articles.tests.pictures import encoded, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


@pytest.fixture
def photo():
    return store_photo(make_photo(), encoded(quarters(500, 300)))


def link_to(story, **fields):
    defaults = {"revision": working_copy.newest(story), "expires_at": timezone.now() + timedelta(days=1)}
    return PreviewLink.objects.create(**defaults | fields)


def preview(client, link):
    return client.get(reverse("articles:preview", args=[link.token]))


def test_a_preview_shows_its_revision_and_nothing_newer(client):
    story = make_draft(title="Bản một", body="<p>Lời của bản một.</p>")
    link = link_to(story)
    working_copy.save(story, {"title": "Bản hai"})

    text = preview(client, link).content.decode()

    assert "Lời của bản một." in text
    assert 'id="tit">Bản một</h1>' in text
    assert "Bản hai" not in text


def test_a_preview_changes_nothing_of_the_story(client):
    story = make_article(title="Tít đã đăng")
    working_copy.save(story, {"title": "Tít sắp đăng", "tags": ["mới"]})
    link = link_to(story)

    preview(client, link)

    text = client.get(story.get_absolute_url()).content.decode()
    assert "Tít đã đăng" in text
    assert not story.tag_uses.exists()


def test_a_preview_is_kept_by_nobody_and_found_by_no_search_engine(client):
    response = preview(client, link_to(make_draft()))

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_views_of_a_preview_are_counted(client):
    link = link_to(make_draft())

    preview(client, link)
    preview(client, link)

    link.refresh_from_db()
    assert link.views == 2


@pytest.mark.parametrize("field", ["expires_at", "revoked_at"])
def test_a_lapsed_preview_shows_nothing_of_the_story(client, field):
    link = link_to(make_draft(title="Bí mật nháp"), **{field: timezone.now() - timedelta(seconds=1)})

    response = preview(client, link)

    assert response.status_code == 410
    assert "Bí mật" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    link.refresh_from_db()
    assert link.views == 0


def test_an_unknown_preview_is_not_found(client):
    assert client.get("/xem-thu/khong-co-dau/").status_code == 404


def test_pictures_that_are_not_out_open_to_those_who_hold_the_link(client, photo):
    link = link_to(make_draft(lead_photo=photo))

    addresses = re.findall(r'src="(/media/[^"]+)"', preview(client, link).content.decode())

    assert addresses == [f"{file_url(photo)}?xem-thu={link.token}"]
    response = client.get(addresses[0])
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert client.get(file_url(photo)).status_code == 404


def test_a_link_opens_no_picture_of_another_story(client, photo):
    link = link_to(make_draft())
    make_draft(lead_photo=photo)

    assert client.get(f"{file_url(photo)}?xem-thu={link.token}").status_code == 404


@pytest.mark.parametrize("field", ["expires_at", "revoked_at"])
def test_a_lapsed_link_opens_no_picture(client, photo, field):
    link = link_to(make_draft(lead_photo=photo), **{field: timezone.now() - timedelta(seconds=1)})

    assert client.get(f"{file_url(photo)}?xem-thu={link.token}").status_code == 404


def test_what_cannot_be_a_token_is_not_looked_for():
    with pytest.raises(Resolver404):
        resolve("/xem-thu/a\x00b/")
