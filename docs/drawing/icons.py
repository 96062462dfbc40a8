"""Draw the site's mark: a lacquer seal with an N over a rising sun.

    python docs/drawing/icons.py

writes mark.svg (64 units, with the seal's inner line), favicon.svg (bolder, for 16 pixels) and the PNG icons that
browsers and telephones ask for into newsroom/static/newsroom/img/. They are committed; nothing at run time draws them.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).parents[2] / "newsroom" / "static" / "newsroom" / "img"
LACQUER, PAPER, GOLD = "#9b1c1c", "#fffdf8", "#e6c15a"
FINE = 8  # how many times larger than kept the PNGs are drawn

Point = tuple[float, float]


def letter(left: float, top: float, right: float, bottom: float, thin: float, serif: float) -> list[Point]:
    """The N between the four edges: thin stems with flat serifs, one broad diagonal."""
    reach = (right - left) * 0.13  # of a serif beyond its stem
    first, last = left + reach, right - reach  # outer edges of the stems
    slope = (right - left) * 0.245  # breadth of the diagonal, measured across
    return [
        (left, top),
        (left + slope, top),
        (last - thin, bottom - (bottom - top) * 0.235),
        (last - thin, top + serif),
        (last - thin - reach, top + serif),
        (last - thin - reach, top),
        (right, top),
        (right, top + serif),
        (last, top + serif),
        (last, bottom),
        (last - thin, bottom),
        (first + thin, top + (bottom - top) * 0.16),
        (first + thin, bottom - serif),
        (first + thin + reach, bottom - serif),
        (first + thin + reach, bottom),
        (left, bottom),
        (left, bottom - serif),
        (first, bottom - serif),
        (first, top + serif),
        (left, top + serif),
    ]


def sunrise(left: float, right: float, line: float, thick: float, radius: float) -> list[Point]:
    """The horizon under the letter and the half sun on it, as one outline."""
    middle = (left + right) / 2
    steps = [math.pi * (1 + i / 24) for i in range(25)]
    dome = [(middle + radius * math.cos(a), line + radius * math.sin(a)) for a in steps]
    return [(left, line), *dome, (right, line), (right, line + thick), (left, line + thick)]


MARK = {
    "corner": 5,
    "frame": 3.6,
    "letter": letter(12, 11.5, 52, 42, 3.6, 2.5),
    "sunrise": sunrise(12, 52, 51.2, 2, 4.6),
}
SMALL = {
    "corner": 8,
    "frame": None,
    "letter": letter(8, 8, 56, 45, 6, 4.5),
    "sunrise": [(8, 52), (56, 52), (56, 56), (8, 56)],  # a sun would not survive 16 pixels
}


def svg(design: dict) -> str:
    """The design as an SVG of 64 × 64 units."""
    parts = [f'<rect width="64" height="64" rx="{design["corner"]}" fill="{LACQUER}"/>']
    if design["frame"]:
        near, size = design["frame"], 64 - 2 * design["frame"]
        parts.append(
            f'<rect x="{near}" y="{near}" width="{size:g}" height="{size:g}" rx="2.4"'
            f' fill="none" stroke="{GOLD}" stroke-width="1"/>'
        )
    for outline, colour in ((design["letter"], PAPER), (design["sunrise"], GOLD)):
        path = "L".join(f"{round(x, 2):g} {round(y, 2):g}" for x, y in outline)
        parts.append(f'<path fill="{colour}" d="M{path}Z"/>')
    body = "\n  ".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">\n  {body}\n</svg>\n'


def png(design: dict, side: int, share: float) -> Image.Image:
    """The design filling a square to its edges, as launchers cut it; the letter takes `share` of the side."""
    big = side * FINE
    image = Image.new("RGB", (big, big), LACQUER)
    pen = ImageDraw.Draw(image)
    unit = big * share / 64
    start = (big - 64 * unit) / 2
    for outline, colour in ((design["letter"], PAPER), (design["sunrise"], GOLD)):
        pen.polygon([(start + x * unit, start + y * unit) for x, y in outline], fill=colour)
    return image.resize((side, side), Image.Resampling.LANCZOS)


def main() -> None:
    """Write every file of the mark."""
    (TARGET / "mark.svg").write_text(svg(MARK), encoding="utf-8")
    (TARGET / "favicon.svg").write_text(svg(SMALL), encoding="utf-8")
    for name, side, share in (("icon-192", 192, 0.9), ("icon-512", 512, 0.9), ("apple-touch-icon", 180, 1.0)):
        png(MARK, side, share).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
