from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from articles import publishing, working_copy
from articles.models import Photo
from articles.photos.markup import file_url, media_url, social_url, thumbnail_url
from articles.photos.storing import store_photo
from articles.tests.factories import make_article, make_author, make_draft, make_photo, make_user
from articles.tests.pictures import encoded, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


@pytest.fixture
def photo() -> Photo:
    return store_photo(make_photo(), encoded(quarters(1000, 600)))


def statuses(client, photo) -> set[int]:
    addresses = [thumbnail_url(photo), file_url(photo), social_url(photo)]
    return {client.get(address).status_code for address in addresses}


def test_a_photo_follows_its_story_from_draft_to_withdrawal(client, photo):
    article = make_draft(lead_photo=photo)
    assert statuses(client, photo) == {404}

    publishing.publish(article)
    assert statuses(client, photo) == {200}

    publishing.withdraw(article)
    assert statuses(client, photo) == {404}


def test_a_photo_of_the_body_is_public_with_its_story(client, photo):
    make_article(body=f'<p>Đoạn.</p><figure><img data-file="{photo.ref}"></figure>')

    assert statuses(client, photo) == {200}


def test_a_photo_of_a_story_still_to_come_or_gone_off_is_not_found(client, photo):
    other = store_photo(make_photo(), encoded(quarters(500, 500)))
    now = timezone.now()

    make_article(lead_photo=photo, published_at=now + timedelta(hours=1))
    make_article(lead_photo=other, published_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))

    assert statuses(client, photo) | statuses(client, other) == {404}


def test_a_photo_in_the_working_copy_of_a_live_story_is_not_public_yet(client, photo):
    article = make_article()

    working_copy.save(article, {"lead_photo": photo.ref})

    assert statuses(client, photo) == {404}


def test_a_portrait_is_public_once_its_author_has_a_published_story(client, photo):
    author = make_author(portrait=photo)
    draft = make_draft(authors=[author])
    assert statuses(client, photo) == {404}

    publishing.publish(draft)

    assert statuses(client, photo) == {200}


@pytest.mark.parametrize(("role", "status"), [("reporter", 200), ("editor", 200), (None, 404)])
def test_before_that_only_the_desk_sees_it(client, photo, role, status):
    client.force_login(make_user(role))

    response = client.get(thumbnail_url(photo))

    assert response.status_code == status


def test_what_the_desk_sees_early_is_kept_by_no_cache(client, photo):
    client.force_login(make_user("editor"))

    response = client.get(thumbnail_url(photo))

    assert response["Cache-Control"] == "private, no-store"


def test_a_public_file_says_what_it_is_and_how_long_it_keeps(client, photo):
    make_article(lead_photo=photo)

    response = client.get(thumbnail_url(photo))

    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.has_header("Vary") or "Cookie" not in response["Vary"]
    name = photo.renditions["avif"][0]["name"]
    with default_storage.open(name) as file:
        assert response.content == file.read()
    assert client.get(file_url(photo))["Content-Type"] == "image/jpeg"


def test_a_known_file_is_not_sent_again(client, photo):
    make_article(lead_photo=photo)
    etag = client.get(thumbnail_url(photo))["ETag"]

    again = client.get(thumbnail_url(photo), headers={"If-None-Match": etag})

    assert (again.status_code, again["ETag"], again.content) == (304, etag, b"")
    assert again["Cache-Control"] == "public, max-age=3600"


def test_a_known_file_of_a_withdrawn_story_is_not_confirmed(client, photo):
    article = make_article(lead_photo=photo)
    etag = client.get(thumbnail_url(photo))["ETag"]

    publishing.withdraw(article)

    assert client.get(thumbnail_url(photo), headers={"If-None-Match": etag}).status_code == 404


def test_the_master_and_files_that_no_record_names_are_not_found(client, photo):
    make_article(lead_photo=photo)
    stray = default_storage.save(f"photos/{photo.ref}/stray.jpg", ContentFile(b"stray"))
    client.force_login(make_user("administrator"))

    assert client.get(media_url(photo.file)).status_code == 404
    assert client.get(media_url(stray)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "photos/{ref}/../../secret.jpg",
        "photos/{ref}/%2e%2e/%2e%2e/secret.jpg",
        "photos/{ref}//etc/passwd",
        "../secret.jpg",
        "secret.jpg",
        "photos/{ref}/",
        "photos/{ref}/x%00.jpg",
        "photos/khong-co/400-a.avif",
    ],
)
def test_a_path_that_leaves_the_folder_or_means_nothing_is_not_found(client, photo, tmp_path, path):
    make_article(lead_photo=photo)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (tmp_path.parent / "secret.jpg").write_bytes(b"secret")

    assert client.get("/media/" + path.format(ref=photo.ref)).status_code == 404


def test_a_file_that_storage_lost_is_not_found(client, photo):
    make_article(lead_photo=photo)
    default_storage.delete(photo.renditions["jpeg"]["name"])

    assert client.get(file_url(photo)).status_code == 404


@pytest.mark.parametrize("stories", [1, 5])
def test_a_public_file_costs_one_query_however_often_it_is_used(
    client, photo, django_assert_num_queries, stories
):
    for _ in range(stories):
        make_article(lead_photo=photo)

    with django_assert_num_queries(1):
        assert client.get(thumbnail_url(photo)).status_code == 200


def test_only_reading_is_allowed(client, photo):
    make_article(lead_photo=photo)

    assert client.post(thumbnail_url(photo)).status_code == 405
    assert client.head(thumbnail_url(photo)).status_code == 200
