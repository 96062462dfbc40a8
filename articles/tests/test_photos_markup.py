from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from lxml import html

from articles.models import Photo
from articles.photos.markup import file_url, picture_html, plate_url, social_url, thumbnail_url, waiting_html


def photo_with_files(**fields) -> Photo:
    return Photo(
        **{
            "ref": "anh",
            "alt": "Bến cảng",
            "width": 3000,
            "height": 2000,
            "renditions": {
                "avif": [
                    {"name": "photos/anh/400-a.avif", "width": 400, "height": 267},
                    {"name": "photos/anh/800-b.avif", "width": 800, "height": 533},
                ],
                "jpeg": {"name": "photos/anh/fallback-c.jpg", "width": 800, "height": 533},
                "social": {"name": "photos/anh/social-d.jpg", "width": 1200, "height": 630},
            },
            **fields,
        }
    )


def parsed(markup):
    return html.fragment_fromstring(markup)


def test_a_picture_offers_avif_by_width_and_a_jpeg_with_the_real_proportions():
    picture = parsed(picture_html(photo_with_files(), sizes="(min-width: 40rem) 20rem, 100vw"))

    assert dict(picture.find("source").attrib) == {
        "type": "image/avif",
        "srcset": "/media/photos/anh/400-a.avif 400w, /media/photos/anh/800-b.avif 800w",
        "sizes": "(min-width: 40rem) 20rem, 100vw",
    }
    assert dict(picture.find(".//img").attrib) == {
        "src": "/media/photos/anh/fallback-c.jpg",
        "alt": "Bến cảng",
        "width": "3000",
        "height": "2000",
        "loading": "lazy",
        "decoding": "async",
    }


def test_the_lead_picture_loads_first():
    image = parsed(picture_html(photo_with_files(), sizes="100vw", lead=True)).find(".//img")

    assert (image.get("fetchpriority"), image.get("loading")) == ("high", None)


@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [(0.5, 0.5, None), (0, 1, "focus-x0 focus-y10"), (0.52, 0.21, "focus-y2"), (0.88, 0.5, "focus-x9")],
)
def test_a_focal_point_off_the_centre_goes_along_for_crops(x, y, classes):
    image = parsed(picture_html(photo_with_files(focal_x=x, focal_y=y), sizes="9rem")).find(".//img")

    assert image.get("class") == classes


def test_every_class_of_a_focal_point_has_its_rule():
    css = Path(finders.find("articles/css/cards.css")).read_text()

    tenths = [tenth for tenth in range(11) if tenth != 5]
    assert all(
        f".focus-{axis}{tenth} {{ --focus-{axis}: {tenth * 10}%; }}" in css
        for axis in "xy"
        for tenth in tenths
    )


def test_until_a_picture_is_there_a_few_blurred_bytes_of_it_stand_in_its_place():
    photo = photo_with_files()
    photo.renditions["placeholder"] = "data:image/webp;base64,UklGRg=="

    shot = parsed(waiting_html(photo, sizes="100vw"))
    blur = shot.find("img")

    assert [child.tag for child in shot] == ["picture", "img"]
    assert (blur.get("src"), blur.get("alt")) == ("data:image/webp;base64,UklGRg==", "")
    assert (blur.get("width"), blur.get("height")) == ("3000", "2000")


def test_a_picture_whose_rights_have_ended_leaves_no_blurred_bytes():
    photo = photo_with_files(rights_until=date(2020, 1, 1))
    photo.renditions["placeholder"] = "data:image/webp;base64,UklGRg=="

    assert "data:" not in waiting_html(photo, sizes="100vw")


def test_a_decorative_picture_has_an_empty_text():
    image = parsed(picture_html(photo_with_files(decorative=True), sizes="100vw")).find(".//img")

    assert image.get("alt") == ""


def test_words_of_an_editor_cannot_become_markup():
    photo = photo_with_files(alt='"><script>alert(1)</script>')

    picture = parsed(picture_html(photo, sizes="100vw"))

    assert picture.find(".//img").get("alt") == '"><script>alert(1)</script>'
    assert picture.find(".//script") is None


def test_without_a_file_the_caption_plate_stands():
    image = parsed(picture_html(Photo(ref="trong", alt="Không có tệp"), sizes="100vw"))

    assert (image.tag, image.get("src"), image.get("alt")) == ("img", plate_url(), "")
    assert image.get("class") == "caption-plate"


def test_the_caption_plate_is_a_static_file():
    assert finders.find(plate_url().removeprefix("/static/"))


@pytest.mark.parametrize(("address", "name"), [(file_url, "fallback-c.jpg"), (social_url, "social-d.jpg")])
def test_addresses_are_paths_on_this_site_and_empty_without_a_file(address, name):
    assert address(photo_with_files()) == f"/media/photos/anh/{name}"
    assert address(Photo()) == ""


def test_a_thumbnail_is_the_smallest_rendition_or_the_plate():
    assert thumbnail_url(photo_with_files()) == "/media/photos/anh/400-a.avif"
    assert thumbnail_url(Photo()) == plate_url()


def test_the_template_tag_prints_the_picture_and_nothing_for_no_photo():
    template = Template('{% load photo_tags %}{% picture photo sizes="9rem" lead=True %}')
    photo = photo_with_files()

    assert template.render(Context({"photo": photo})) == waiting_html(photo, sizes="9rem", lead=True)
    assert template.render(Context({"photo": None})) == ""
