from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from articles.photos import inspection
from articles.photos.inspection import FORMATS, MAX_BYTES, PhotoRefused, inspect
from articles.tests.pictures import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    encoded,
    near,
    picture,
    png_claiming,
    quarters,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


@pytest.mark.parametrize("format", FORMATS)
def test_each_allowed_type_is_known_by_its_content(format):
    found = inspect(encoded(picture(), format))

    assert (found.width, found.height, found.image.mode) == (300, 200, "RGB")


@pytest.mark.parametrize(
    "data",
    [
        SVG,
        b'<?xml version="1.0"?>' + SVG,
        b"GIF89a",
        b"%PDF-1.7\n",
        b"<!doctype html><p>Xin chao",
        encoded(picture(), "BMP"),
        encoded(picture(), "ICO"),
    ],
)
def test_what_is_no_allowed_picture_is_refused_whatever_its_name(data):
    with pytest.raises(PhotoRefused, match="WebP"):
        inspect(SimpleUploadedFile("anh.jpg", data, content_type="image/jpeg"))


def test_an_empty_file_is_refused():
    with pytest.raises(PhotoRefused):
        inspect(b"")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_a_file_cut_short_is_refused(format):
    data = encoded(picture(), format)

    for share in (0.3, 0.7, 0.95):
        with pytest.raises(PhotoRefused):
            inspect(data[: int(len(data) * share)])


def test_a_progressive_jpeg_cut_short_is_refused():
    data = encoded(picture(), "JPEG", progressive=True)

    with pytest.raises(PhotoRefused):
        inspect(data[: len(data) // 2])


def test_a_file_over_the_limit_is_refused_by_its_size_before_it_is_read():
    class Unread(BytesIO):
        size = MAX_BYTES + 1

        def read(self, *args):
            raise AssertionError("read")

    with pytest.raises(PhotoRefused, match="25 MB"):
        inspect(Unread())


def test_bytes_over_the_limit_are_refused_and_the_message_names_the_limit():
    with pytest.raises(PhotoRefused, match="25 MB"):
        inspect(encoded(picture()) + b"\0" * MAX_BYTES)


@pytest.mark.parametrize(("width", "height"), [(10_000, 5_001), (12_000, 9_000), (30_000, 30_000)])
def test_a_bomb_is_refused_without_decoding_it(monkeypatch, width, height):
    monkeypatch.setattr(Image.Image, "load", lambda *args: pytest.fail("decoded"))

    with pytest.raises(PhotoRefused, match="50 megapixel"):
        inspect(png_claiming(width, height))


def test_a_picture_of_exactly_fifty_megapixels_is_not_too_large():
    inspection.refuse_too_many_pixels((10_000, 5_000))

    with pytest.raises(PhotoRefused):
        inspection.refuse_too_many_pixels((10_000, 5_001))


def test_orientation_is_applied_to_pixels_and_to_the_recorded_size():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: the top of the scene is at the right of the pixels

    found = inspect(encoded(quarters(400, 200), "JPEG", exif=exif, quality=95))

    assert (found.width, found.height, found.image.size) == (200, 400, (200, 400))
    corners = [found.image.getpixel(at) for at in [(20, 20), (180, 20), (20, 380), (180, 380)]]
    assert [near(*pair) for pair in zip(corners, [GREEN, RED, WHITE, BLUE], strict=True)] == [True] * 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_shows_what_the_eye_saw(orientation):
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    scene = quarters()
    exif = Image.Exif()
    exif[0x0112] = orientation
    as_taken = scene.transpose(turns[orientation]) if orientation in turns else scene

    found = inspect(encoded(as_taken, "PNG", exif=exif))

    assert found.image.tobytes() == scene.tobytes()


def test_a_large_turned_picture_is_fitted_the_right_way_round():
    exif = Image.Exif()
    exif[0x0112] = 8

    found = inspect(encoded(Image.new("RGB", (6000, 3000), RED), "JPEG", exif=exif))

    assert (found.width, found.height) == (3000, 6000)
    assert found.image.size == (2400, 4800)


def test_cmyk_becomes_rgb():
    found = inspect(encoded(Image.new("CMYK", (50, 50), (0, 255, 255, 0)), "JPEG"))

    assert near(found.image.getpixel((25, 25)), RED)


def test_sixteen_bits_keep_their_middle_grey():
    grey = Image.new("I", (50, 50), 128 * 257).convert("I;16")

    found = inspect(encoded(grey, "PNG"))

    assert near(found.image.getpixel((25, 25)), (128, 128, 128), by=1)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF", "TIFF"])
def test_transparent_parts_become_white(format):
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    image.paste((*BLUE, 255), (0, 0, 50, 25))

    found = inspect(encoded(image, format))

    assert near(found.image.getpixel((25, 5)), BLUE)
    assert near(found.image.getpixel((25, 45)), WHITE)


def test_a_palette_with_transparency_becomes_white_where_nothing_is():
    image = Image.new("P", (50, 50), 0)
    image.putpalette([*GREEN, *RED])
    image.paste(1, (0, 0, 50, 25))

    found = inspect(encoded(image, "PNG", transparency=0))

    assert found.image.getpixel((25, 5)) == RED
    assert found.image.getpixel((25, 45)) == WHITE


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_is_taken(format):
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, GREEN, BLUE)]

    found = inspect(encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=100))

    assert near(found.image.getpixel((30, 20)), RED)


def test_colours_follow_the_embedded_profile():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A profile whose red primary is the green one, and the other way about.
    swapped = srgb.replace(b"rXYZ", b"?").replace(b"gXYZ", b"rXYZ").replace(b"?", b"gXYZ")

    found = inspect(encoded(Image.new("RGB", (50, 50), RED), "PNG", icc_profile=swapped))

    assert near(found.image.getpixel((9, 9)), GREEN)


def test_a_broken_profile_is_ignored():
    found = inspect(encoded(Image.new("RGB", (50, 50), RED), "PNG", icc_profile=b"no profile"))

    assert found.image.getpixel((9, 9)) == RED


def test_nothing_of_the_file_but_its_pixels_is_kept():
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"

    found = inspect(encoded(picture(), "JPEG", exif=exif, comment=b"secret", dpi=(300, 300)))

    assert (found.image.info, dict(found.image.getexif())) == ({}, {})


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_and_nothing_else_happens(data):
    with pytest.raises(PhotoRefused):
        inspect(data)


SMALL = {format: encoded(picture(24, 16), format) for format in FORMATS}


@given(st.sampled_from(FORMATS), st.data())
def test_a_damaged_file_is_decoded_or_refused_and_nothing_else_happens(format, data):
    damaged = bytearray(SMALL[format])
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    try:
        found = inspect(bytes(damaged))
    except PhotoRefused:
        return
    assert found.image.mode == "RGB"
