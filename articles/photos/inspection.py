"""What comes in as a picture: its real type, size and soundness, found out by decoding it."""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from PIL import Image

from articles.photos.standard import standard_picture

MAX_MEGABYTES = 25
MAX_BYTES = MAX_MEGABYTES * 1024 * 1024
MAX_MEGAPIXELS = 50
MAX_PIXELS = MAX_MEGAPIXELS * 1_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")

# Pillow only warns from 89 to 179 megapixels. For the whole process, since filters are not per thread.
warnings.simplefilter("error", Image.DecompressionBombWarning)


class PhotoRefused(ValueError):
    """The bytes cannot become a photo; the text says why, in the editor's language."""


@dataclass(frozen=True)
class Inspected:
    """A sound picture: upright sRGB pixels without metadata, at most the size of a master."""

    image: Image.Image
    width: int
    height: int
    lossless: bool
    checksum: str


def inspect(source) -> Inspected:
    """Check bytes, or a file with `read()`, and decode them (the first frame of an animation).

    `width` and `height` are those of the upright original, `checksum` the SHA-256 of its bytes.
    Raises PhotoRefused with one message that names the limit.
    """
    data = _read(source)
    image = _opened(data)
    refuse_too_many_pixels(image.size)
    try:
        image.load()
        picture, width, height = standard_picture(image)
    except Exception as error:  # hostile bytes make the decoders raise nearly anything
        raise PhotoRefused(_("The picture is damaged or cut short and cannot be read.")) from error
    return Inspected(
        image=picture,
        width=width,
        height=height,
        lossless=image.format in {"PNG", "GIF"},
        checksum=hashlib.sha256(data).hexdigest(),
    )


def refuse_too_many_bytes(size: int) -> None:
    """Raise PhotoRefused when a file of `size` bytes is over the limit."""
    if size > MAX_BYTES:
        raise PhotoRefused(
            _("The file has %(size)s MB; a picture may have at most %(limit)s MB.")
            % {"size": number_format(size / 1024 / 1024, 1), "limit": MAX_MEGABYTES}
        )


def refuse_too_many_pixels(size: tuple[int, int]) -> None:
    """Raise PhotoRefused when a picture of this width and height is over the limit."""
    width, height = size
    if width * height > MAX_PIXELS:
        raise PhotoRefused(
            _("The picture is %(width)s × %(height)s pixels; at most %(limit)s megapixels are allowed.")
            % {"width": width, "height": height, "limit": MAX_MEGAPIXELS}
        )


def _read(source) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        refuse_too_many_bytes(getattr(source, "size", 0) or 0)
        data = source.read(MAX_BYTES + 1)
    refuse_too_many_bytes(len(data))
    if not data:
        raise PhotoRefused(_("The file is empty."))
    return data


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoRefused(
            _("The picture has too many pixels; at most %(limit)s megapixels are allowed.")
            % {"limit": MAX_MEGAPIXELS}
        ) from error
    except Exception as error:  # hostile bytes make the decoders raise nearly anything
        raise PhotoRefused(
            _("This is not a picture that can be used. Allowed: JPEG, PNG, WebP, AVIF, GIF and TIFF.")
        ) from error
