"""The files made of a picture: what each is for, and how it is encoded."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from articles.photos.sizes import SOCIAL_SIZE

# A card on any phone; the whole width of one with two and with three dots to a CSS pixel; a desktop's.
AVIF_WIDTHS = (400, 750, 1200, 1600)
FALLBACK_WIDTH = 800
PLACEHOLDER_WIDTH = 20
PLACEHOLDER_OPTIONS = {"quality": 30, "method": 6}
AVIF_OPTIONS = {"quality": 50, "speed": 8}
JPEG_OPTIONS = {"quality": 82, "optimize": True, "progressive": True}
# The master is kept so that renditions can be made again: good enough to encode once more.
MASTER_JPEG_OPTIONS = {"quality": 93, "subsampling": 0, "optimize": True}


@dataclass(frozen=True)
class Rendition:
    """One encoded file with its size in pixels."""

    label: str
    extension: str
    content: bytes
    width: int
    height: int

    def name_for(self, ref: str) -> str:
        """Storage name, different whenever the content is."""
        digest = hashlib.sha256(self.content).hexdigest()[:16]
        return f"photos/{ref}/{self.label}-{digest}.{self.extension}"

    def record_for(self, name: str) -> dict:
        """How `Photo.renditions` remembers the file."""
        return {"name": name, "width": self.width, "height": self.height, "bytes": len(self.content)}


def master_of(image: Image.Image, *, lossless: bool) -> Rendition:
    """The picture as it is kept privately: PNG for drawings, JPEG for photographs."""
    if lossless:
        return _encoded(image, "master", "png", "PNG", {"optimize": False})
    return _encoded(image, "master", "jpg", "JPEG", MASTER_JPEG_OPTIONS)


def avif_of(image: Image.Image) -> list[Rendition]:
    """AVIF in each width up to the picture's own, smallest first; never scaled up."""
    widths = [width for width in AVIF_WIDTHS if width < image.width]
    widths.append(min(image.width, AVIF_WIDTHS[-1]))
    return [
        _encoded(_scaled(image, width), f"{width}", "avif", "AVIF", AVIF_OPTIONS)
        for width in sorted(set(widths))
    ]


def fallback_of(image: Image.Image) -> Rendition:
    """The JPEG for programs without AVIF."""
    return _encoded(_scaled(image, min(image.width, FALLBACK_WIDTH)), "fallback", "jpg", "JPEG", JPEG_OPTIONS)


def social_of(image: Image.Image, focal_x: float, focal_y: float) -> Rendition:
    """The 1200×630 crop around the focal point (0 to 1 from left and top)."""
    box = crop_box(image.size, SOCIAL_SIZE, focal_x, focal_y)
    crop = image.resize(SOCIAL_SIZE, Image.Resampling.LANCZOS, box=box)
    return _encoded(crop, "social", "jpg", "JPEG", JPEG_OPTIONS)


def placeholder_of(image: Image.Image) -> str:
    """The picture in a few hundred bytes, as a data address: what a page shows blurred until the file is there."""
    small = _encoded(_scaled(image, PLACEHOLDER_WIDTH), "placeholder", "webp", "WEBP", PLACEHOLDER_OPTIONS)
    return f"data:image/webp;base64,{b64encode(small.content).decode()}"


def crop_box(
    size: tuple[int, int], target: tuple[int, int], focal_x: float, focal_y: float
) -> tuple[float, float, float, float]:
    """The largest box of the target's proportions, as near to centred on the focal point as fits."""
    width, height = size
    scale = min(width / target[0], height / target[1])
    box_width, box_height = target[0] * scale, target[1] * scale
    left = min(max(focal_x * width - box_width / 2, 0), width - box_width)
    top = min(max(focal_y * height - box_height / 2, 0), height - box_height)
    return left, top, left + box_width, top + box_height


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _encoded(image: Image.Image, label: str, extension: str, format: str, options: dict) -> Rendition:
    buffer = BytesIO()
    image.save(buffer, format, **options)
    return Rendition(label, extension, buffer.getvalue(), *image.size)
