"""Pictures made for tests: encoded bytes of every kind that may come in."""

import struct
import zlib
from io import BytesIO

from PIL import Image

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def encoded(image: Image.Image, format: str = "JPEG", **options) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def picture(width: int = 300, height: int = 200, mode: str = "RGB") -> Image.Image:
    """A picture whose pixels differ, so that a cut file misses some."""
    return Image.effect_noise((width, height), 60).convert(mode)


def quarters(width: int = 400, height: int = 200) -> Image.Image:
    """Left half red above green, right half blue above white."""
    image = Image.new("RGB", (width, height), WHITE)
    half = (width // 2, height // 2)
    image.paste(RED, (0, 0, *half))
    image.paste(GREEN, (0, half[1], half[0], height))
    image.paste(BLUE, (half[0], 0, width, half[1]))
    return image


def png_claiming(width: int, height: int) -> bytes:
    """A few bytes of PNG whose header promises a picture of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def near(colour: tuple, other: tuple, by: int = 12) -> bool:
    """Whether two colours differ by no more than lossy encoding does."""
    return all(abs(one - two) <= by for one, two in zip(colour, other, strict=True))
