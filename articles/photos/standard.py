"""Brings any decoded picture to one form: upright, sRGB, opaque, no metadata, not larger than a master."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

# Tall drawings (infographics) keep their width; a landscape photo ends at 2400 pixels.
MASTER_WIDTH, MASTER_HEIGHT = 2400, 9600
_TURNED = {5, 6, 7, 8}  # EXIF orientations that swap width and height
_ORIENTATION = 0x0112
_SRGB = ImageCms.createProfile("sRGB")
_RESIZABLE = {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB"}


def standard_picture(image: Image.Image) -> tuple[Image.Image, int, int]:
    """(new RGB image without metadata, width, height of the upright original).

    Transparent parts become white, so that AVIF and JPEG, light and dark pages show the same.
    """
    profile = image.info.get("icc_profile")
    turned = _orientation(image) in _TURNED
    width, height = reversed(image.size) if turned else image.size
    picture = _resizable(image)
    target = fitted((width, height), MASTER_WIDTH, MASTER_HEIGHT)
    if target != (width, height):
        picture = picture.resize(target[::-1] if turned else target, Image.Resampling.LANCZOS, reducing_gap=3)
    picture = _upright(picture, image)
    return _flattened(_in_srgb(picture, profile)), width, height


def fitted(size: tuple[int, int], max_width: int, max_height: int) -> tuple[int, int]:
    """The largest size of the same proportions inside the limits; never larger than `size`."""
    width, height = size
    scale = min(1.0, max_width / width, max_height / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(_ORIENTATION, 1)
    except Exception:  # a broken EXIF block says nothing about the picture
        return 1


def _upright(picture: Image.Image, original: Image.Image) -> Image.Image:
    orientation = _orientation(original)
    if orientation not in range(2, 9):
        return picture
    tagged = picture.copy()
    tagged.getexif().clear()
    tagged.getexif()[_ORIENTATION] = orientation
    return ImageOps.exif_transpose(tagged)


def _resizable(image: Image.Image) -> Image.Image:
    """The picture in a mode whose pixels can be mixed: palettes and 16 bits are resolved."""
    if image.mode.startswith("I"):
        grey = image.convert("I")
        deep = grey.getextrema()[1] > 255
        return (grey.point(lambda value: value / 256) if deep else grey).convert("L")
    if image.mode in _RESIZABLE and "transparency" not in image.info:
        return image
    return image.convert("RGBA")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours by the embedded profile; one that cannot be read, or does not fit, is ignored."""
    if not profile:
        return picture
    alpha = picture.getchannel("A") if picture.mode in {"LA", "RGBA"} else None
    colours = picture.convert(picture.mode.removesuffix("A")) if alpha else picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        colours = ImageCms.profileToProfile(colours, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    if alpha:
        colours.putalpha(alpha)
    return colours


def _flattened(picture: Image.Image) -> Image.Image:
    flat = Image.new("RGB", picture.size, "white")
    if picture.mode in {"LA", "RGBA"}:
        flat.paste(picture.convert("RGBA"), mask=picture.getchannel("A"))
    else:
        flat.paste(picture.convert("RGB"))
    return flat
