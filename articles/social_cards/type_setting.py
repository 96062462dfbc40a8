"""Vietnamese type for pictures: lines that fit, evenly long, without letters that the font lacks."""

from dataclasses import dataclass
from functools import cache

from font_source_serif_pro import font_files_ttf
from PIL import ImageFont

LEADING = 1.24  # times the size: stacked marks as in Ệ and Ẫ need the room
_NO_LETTER = "\U0010ffff"


@dataclass(frozen=True)
class Setting:
    """A text in lines of one size, in pixels."""

    lines: list[str]
    size: int

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * LEADING)


@cache
def font(size: int, name: str = "SourceSerifProSemibold") -> ImageFont.FreeTypeFont:
    """Source Serif Pro, under the SIL Open Font License."""
    return ImageFont.truetype(font_files_ttf[name], size)


def drawable(text: str) -> str:
    """The text without what the font has no letter for; it would be drawn as an empty box."""
    return " ".join("".join(char for char in text if char.isspace() or _has(char)).split())


@cache
def _has(char: str) -> bool:
    one, none = (font(20).getmask(letter) for letter in (char, _NO_LETTER))
    return (one.size, bytes(one)) != (none.size, bytes(none))


def fitted(text: str, width: int, *, sizes: tuple[int, ...], most_lines: int) -> Setting:
    """The text in the largest size in which it fits; cut at a word in the smallest when it fits in none."""
    for size in sizes:
        lines = _lines(text, width, size)
        if len(lines) <= most_lines and all(_width(line, size) <= width for line in lines):
            return Setting(_even(text, width, size, len(lines)), size)
    size = sizes[-1]
    lines = _lines(text, width, size)
    *kept, last = [
        line if _width(line, size) <= width else _shortened(line, width, size) for line in lines[:most_lines]
    ]
    if len(lines) > most_lines and not last.endswith("…"):
        last = _shortened(last, width, size)
    return Setting([*kept, last], size)


def _lines(text: str, width: int, size: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _even(text: str, width: int, size: int, count: int) -> list[str]:
    """The same number of lines in the narrowest column that holds them, so that no word stands alone."""
    narrow, wide = width // 3, width
    while wide - narrow > size // 4:
        middle = (narrow + wide) // 2
        lines = _lines(text, middle, size)
        if len(lines) <= count and all(_width(line, size) <= width for line in lines):
            wide = middle
        else:
            narrow = middle
    return _lines(text, wide, size)


def _shortened(line: str, width: int, size: int) -> str:
    words = line.split()
    while len(words) > 1 and _width(" ".join(words) + "…", size) > width:
        words.pop()
    last = " ".join(words)
    while last and _width(last + "…", size) > width:
        last = last[:-1]
    return last + "…"


def _width(text: str, size: int) -> float:
    return font(size).getlength(text)
