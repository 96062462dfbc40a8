import hashlib
from base64 import b64decode
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image

from articles.models import Article, Photo
from articles.photos.files import file_names, missing_files, public_names
from articles.photos.inspection import PhotoRefused
from articles.photos.renditions import avif_of, crop_box
from articles.photos.sizes import SOCIAL_SIZE
from articles.photos.storing import remake_renditions, remake_social, store_photo
from articles.tests.factories import make_article, make_photo
from articles.tests.pictures import BLUE, GREEN, RED, encoded, near, picture, quarters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


def opened(rendition: dict) -> Image.Image:
    with default_storage.open(rendition["name"]) as file:
        return Image.open(BytesIO(file.read()))


def on_disk(tmp_path) -> set[str]:
    return {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}


def test_a_large_picture_gets_every_rendition_in_its_size():
    photo = store_photo(Photo(ref="lon"), encoded(picture(3000, 2000)))

    photo.refresh_from_db()
    sizes = [opened(one).size for one in photo.renditions["avif"]]
    assert sizes == [(400, 267), (750, 500), (1200, 800), (1600, 1067)]
    assert {opened(one).format for one in photo.renditions["avif"]} == {"AVIF"}
    assert (opened(photo.renditions["jpeg"]).format, opened(photo.renditions["jpeg"]).size) == (
        "JPEG",
        (800, 533),
    )
    assert opened(photo.renditions["social"]).size == SOCIAL_SIZE
    assert (photo.width, photo.height) == (3000, 2000)


def test_recorded_sizes_are_those_of_the_files():
    photo = store_photo(Photo(ref="so-do"), encoded(picture(900, 700)))

    for one in [*photo.renditions["avif"], photo.renditions["jpeg"], photo.renditions["social"]]:
        assert (one["width"], one["height"]) == opened(one).size


def test_the_placeholder_is_the_picture_in_a_few_hundred_bytes():
    photo = store_photo(Photo(ref="cho-anh"), encoded(picture(3000, 2000)))

    kind, data = photo.renditions["placeholder"].split(",", 1)
    small = Image.open(BytesIO(b64decode(data)))

    assert kind == "data:image/webp;base64"
    assert (small.format, small.size) == ("WEBP", (20, 13))
    assert len(data) < 600


@pytest.mark.parametrize(("width", "widths"), [(300, [300]), (400, [400]), (1000, [400, 750, 1000])])
def test_no_rendition_is_larger_than_the_picture(width, widths):
    assert [one.width for one in avif_of(picture(width, 200))] == widths


def test_the_checksum_is_that_of_the_uploaded_bytes():
    data = encoded(picture(40, 40))

    photo = store_photo(Photo(ref="tong"), BytesIO(data))

    assert photo.checksum == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_no_file_in_storage_carries_exif_gps_or_other_metadata(tmp_path, format):
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 2.0, 3.0), 3: "E", 4: (105.0, 5.0, 6.0)})
    options = {"exif": exif, "xmp": b"<x:xmpmeta>Secret Camera</x:xmpmeta>"}
    if format == "TIFF":
        options.pop("xmp")

    store_photo(Photo(ref="kin"), encoded(picture(500, 400), format, **options))

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 5
    for path in files:
        assert b"Secret" not in path.read_bytes()
        with Image.open(path) as image:
            assert (dict(image.getexif()), image.info.get("icc_profile")) == ({}, None)


def test_the_social_crop_keeps_the_focal_point():
    scene = Image.new("RGB", (800, 1600), GREEN)
    scene.paste(RED, (0, 0, 800, 500))
    scene.paste(BLUE, (0, 1100, 800, 1600))

    colours = []
    for focal_y in (0.05, 0.5, 0.95):
        photo = store_photo(Photo(ref=f"tam-{focal_y}", focal_y=focal_y), encoded(scene))
        colours.append(opened(photo.renditions["social"]).getpixel((600, 315)))

    assert [near(*pair) for pair in zip(colours, [RED, GREEN, BLUE], strict=True)] == [True] * 3


@pytest.mark.parametrize("size", [(1600, 900), (300, 4000), (4000, 300), (1, 1)])
@pytest.mark.parametrize("focal", [(0, 0), (1, 1), (0.5, 0.5), (0.2, 0.9)])
def test_a_crop_lies_inside_the_picture_and_has_the_right_proportions(size, focal):
    left, top, right, bottom = crop_box(size, SOCIAL_SIZE, *focal)

    assert 0 <= left < right <= size[0] + 1e-6
    assert 0 <= top < bottom <= size[1] + 1e-6
    assert (right - left) / (bottom - top) == pytest.approx(1200 / 630)


def test_moving_the_focal_point_changes_the_social_crop_and_its_name_only(
    tmp_path, django_capture_on_commit_callbacks
):
    photo = store_photo(Photo(ref="doi-tam"), encoded(quarters(1000, 1000)))
    before = dict(photo.renditions)

    photo.focal_y = 1.0
    with django_capture_on_commit_callbacks(execute=True):
        remake_social(photo)

    assert photo.renditions["social"] != before["social"]
    assert (photo.renditions["avif"], photo.renditions["jpeg"]) == (before["avif"], before["jpeg"])
    assert on_disk(tmp_path) == file_names(photo)


def test_a_new_picture_replaces_the_files_of_the_old_one_after_the_commit(
    tmp_path, django_capture_on_commit_callbacks
):
    photo = store_photo(Photo(ref="thay"), encoded(quarters()))
    old = file_names(photo)

    with django_capture_on_commit_callbacks(execute=True):
        store_photo(photo, encoded(quarters(900, 500)))
        assert old <= on_disk(tmp_path)

    assert on_disk(tmp_path) == file_names(photo)
    assert not old & file_names(photo)


def test_a_refused_picture_changes_nothing(tmp_path):
    photo = store_photo(Photo(ref="giu"), encoded(quarters()))
    before = on_disk(tmp_path)

    with pytest.raises(PhotoRefused):
        store_photo(photo, b"<svg/>")

    assert (Photo.objects.get().renditions, on_disk(tmp_path)) == (photo.renditions, before)


def test_the_same_bytes_again_make_nothing_anew(monkeypatch):
    photo = store_photo(Photo(ref="lai"), encoded(quarters()))
    monkeypatch.setattr("articles.photos.storing.avif_of", lambda image: pytest.fail("made again"))

    photo.caption = "Chú thích mới."
    store_photo(photo, encoded(quarters()))

    assert Photo.objects.get().caption == "Chú thích mới."


def test_names_change_with_the_content_and_stay_with_it():
    first = store_photo(Photo(ref="ten"), encoded(quarters()))
    names = public_names(first)

    remake_renditions(first)
    other = store_photo(Photo(ref="ten-khac"), encoded(quarters(410, 200)))

    assert public_names(first) == names
    assert {name.split("/")[2] for name in names}.isdisjoint(
        name.split("/")[2] for name in public_names(other)
    )


def test_the_master_is_no_public_file():
    photo = store_photo(Photo(ref="goc"), encoded(quarters()))

    assert photo.file not in public_names(photo)
    assert photo.file in file_names(photo)


def test_make_renditions_brings_back_what_is_missing(capsys):
    photo = store_photo(Photo(ref="mat"), encoded(quarters()))
    whole = store_photo(Photo(ref="du"), encoded(quarters(500, 300)))
    lost = photo.renditions["avif"][0]["name"]
    default_storage.delete(lost)

    call_command("make_renditions", "--missing")

    photo.refresh_from_db()
    assert (missing_files(photo), missing_files(whole)) == ([], [])
    assert "1 made, 0 failed, 1 left as they were" in capsys.readouterr().out


def test_make_renditions_renews_the_stories_that_show_a_changed_photo():
    photo = store_photo(make_photo(), encoded(quarters()))
    article = make_article(lead_photo=photo)
    Photo.objects.filter(pk=photo.pk).update(renditions={})
    Article.objects.filter(pk=article.pk).update(story_html="old")

    call_command("make_renditions", photo.ref, verbosity=0)

    article.refresh_from_db()
    photo.refresh_from_db()
    assert photo.renditions["jpeg"]["name"] in article.story_html


def test_make_renditions_reports_a_lost_master_and_goes_on(capsys):
    lost = store_photo(Photo(ref="mat-goc"), encoded(quarters()))
    default_storage.delete(lost.file)
    after = store_photo(Photo(ref="sau"), encoded(quarters(500, 300)))
    Photo.objects.filter(pk=after.pk).update(renditions={})

    with pytest.raises(CommandError) as failure:
        call_command("make_renditions")

    assert failure.value.returncode == 1
    assert "mat-goc" in capsys.readouterr().err
    after.refresh_from_db()
    assert missing_files(after) == []


def test_make_renditions_of_an_unknown_photo_is_a_usage_error():
    with pytest.raises(CommandError) as failure:
        call_command("make_renditions", "khong-co")

    assert failure.value.returncode == 2


def test_a_photo_without_a_file_needs_no_renditions():
    make_photo()

    call_command("make_renditions", "--missing", verbosity=0)

    assert Photo.objects.get().renditions == {}
