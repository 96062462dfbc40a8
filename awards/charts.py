"""Charts drawn on the server: geometry in numbers, drawn by a template as SVG with its table beside it."""

from dataclasses import dataclass

from awards.models.base import CLASS_RANK, class_words

WIDTH = 600
BAR = 22
GAP = 34
TOP = 24


@dataclass(frozen=True)
class Piece:
    """Part of a bar: honours of one class."""

    order_class: str
    label: str
    number: int
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One form of award with its pieces and total."""

    slug: str
    label: str
    number: int
    y: int
    pieces: list[Piece]

    @property
    def label_y(self) -> int:
        return self.y - 7

    @property
    def end(self) -> float:
        """Where the number stands: just after the last piece."""
        return self.pieces[-1].x + self.pieces[-1].width + 8

    @property
    def number_y(self) -> float:
        return self.y + BAR * 0.72


@dataclass(frozen=True)
class Chart:
    """Bars in order of precedence; the table has a column for each class that occurs."""

    bars: list[Bar]
    classes: list[tuple[str, str]]
    height: int
    summary: str

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def bar(self) -> int:
        return BAR

    @property
    def rows(self) -> list[tuple[Bar, list[int]]]:
        """Each form with its number in each class of the table's columns."""
        return [
            (
                bar,
                [sum(one.number for one in bar.pieces if one.order_class == key) for key, _ in self.classes],
            )
            for bar in self.bars
        ]


def honours_by_form_and_class(counted: list[tuple[str, str, str, int]]) -> Chart | None:
    """A chart of (form slug, form name, class, number), forms in the order they come; None of nothing."""
    forms: dict[str, tuple[str, dict[str, int]]] = {}
    for slug, label, order_class, number in counted:
        forms.setdefault(slug, (label, {}))[1][order_class] = number
    if not forms:
        return None
    largest = max(sum(numbers.values()) for _, numbers in forms.values())
    bars = [
        _bar(place, slug, label, numbers, WIDTH * 0.9 / largest)
        for place, (slug, (label, numbers)) in enumerate(forms.items())
    ]
    used = sorted({one.order_class for bar in bars for one in bar.pieces}, key=CLASS_RANK.__getitem__)
    return Chart(
        bars=bars,
        classes=[(key, _class_label(key)) for key in used],
        height=len(bars) * (BAR + GAP) + 4,
        summary="; ".join(f"{bar.label}: {bar.number}" for bar in bars) + ".",
    )


def _bar(place: int, slug: str, label: str, numbers: dict[str, int], scale: float) -> Bar:
    top = place * (BAR + GAP)
    pieces, x = [], 0.0
    for order_class in sorted(numbers, key=CLASS_RANK.__getitem__):
        width = round(numbers[order_class] * scale, 1)
        pieces.append(Piece(order_class, _class_label(order_class), numbers[order_class], round(x, 1), width))
        x += width
    return Bar(slug, label, sum(numbers.values()), top + TOP, pieces)


def _class_label(order_class: str) -> str:
    return class_words(order_class) or "không chia hạng"
