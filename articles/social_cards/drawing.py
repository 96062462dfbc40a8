"""Draws a card: 1200×630, the title over the picture, or on paper where there is none."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from articles.photos.renditions import JPEG_OPTIONS, SOCIAL_SIZE
from articles.social_cards.type_setting import LEADING, Setting, drawable, fitted, font

WIDTH, HEIGHT = SOCIAL_SIZE
MARGIN = 64
SIZES = (76, 68, 60, 54, 48, 43, 38)
MOST_LINES = 4
SMALL = 29
PAPER, INK, ACCENT, MUTED = "#fffdf8", "#1b1a17", "#9b1c1c", "#5c574c"
NIGHT, KICKER_ON_NIGHT = (21, 20, 16), "#f3d489"
# Behind the text the picture keeps this share of its light at the most.
DARKEST = 0.86


@dataclass(frozen=True)
class Words:
    """What stands on a card; kicker and title may be empty."""

    title: str
    kicker: str
    house: str


def draw(words: Words, photograph: Image.Image | None) -> bytes:
    """The card as JPEG. `photograph` has the size of a card."""
    title = fitted(drawable(words.title), WIDTH - 2 * MARGIN, sizes=SIZES, most_lines=MOST_LINES)
    kicker = _one_line(words.kicker)
    house = _one_line(words.house)
    if photograph is None:
        card = _on_paper(title, kicker, house)
    else:
        card = _on_picture(photograph, title, kicker, house)
    file = BytesIO()
    card.save(file, "JPEG", **JPEG_OPTIONS)
    return file.getvalue()


def _one_line(text: str) -> str:
    return fitted(drawable(text), WIDTH - 3 * MARGIN, sizes=(SMALL,), most_lines=1).lines[0]


def _on_picture(photograph: Image.Image, title: Setting, kicker: str, house: str) -> Image.Image:
    """Text at the foot, where the picture goes dark behind it."""
    top = HEIGHT - MARGIN - SMALL - 26 - title.height
    card = Image.composite(Image.new("RGB", SOCIAL_SIZE, NIGHT), photograph, _shade(top - 230))
    pen = ImageDraw.Draw(card)
    if kicker:
        pen.text((MARGIN, top - 16), kicker, font=font(SMALL), fill=KICKER_ON_NIGHT, anchor="ls")
    _write(pen, title, top, "white")
    _sign(pen, house, "white")
    return card


def _on_paper(title: Setting, kicker: str, house: str) -> Image.Image:
    """Text on paper, under a lacquer bar, with the weight in the middle."""
    card = Image.new("RGB", SOCIAL_SIZE, PAPER)
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, 0, WIDTH, 18), fill=ACCENT)
    top = max(MARGIN + 3 * SMALL, (HEIGHT - SMALL - title.height) // 2)
    if kicker:
        pen.text((MARGIN, top - 22), kicker, font=font(SMALL), fill=ACCENT, anchor="ls")
    _write(pen, title, top, INK)
    _sign(pen, house, MUTED)
    return card


def _write(pen: ImageDraw.ImageDraw, title: Setting, top: int, colour: str) -> None:
    for place, line in enumerate(title.lines):
        baseline = top + round((place + 0.92) * title.size * LEADING)
        pen.text((MARGIN, baseline), line, font=font(title.size), fill=colour, anchor="ls")


def _sign(pen: ImageDraw.ImageDraw, house: str, colour: str) -> None:
    """The name of the house behind a lacquer square."""
    baseline, side = HEIGHT - MARGIN + 12, 20
    pen.rectangle((MARGIN, baseline - side, MARGIN + side, baseline), fill=ACCENT)
    pen.text(
        (MARGIN + side + 14, baseline), house, font=font(SMALL, "SourceSerifPro"), fill=colour, anchor="ls"
    )


def _shade(begins: int) -> Image.Image:
    """How dark the picture is made, by its height: from nothing at `begins` to the darkest at the text."""
    full = begins + 180
    column = Image.new("L", (1, HEIGHT))
    column.putdata(
        [
            round(255 * DARKEST * min(1.0, max(0.0, (y - begins) / max(1, full - begins))) ** 0.8)
            for y in range(HEIGHT)
        ]
    )
    return column.resize(SOCIAL_SIZE)
