"""Bars under each other, in pieces, and how they are laid out."""

from dataclasses import dataclass

from newsroom.numbers import grouped

WIDTH = 600
BAR, GAP, TOP = 22, 34, 24
LONGEST = WIDTH * 0.9  # the number stands behind the bar


@dataclass(frozen=True)
class Piece:
    """Part of a bar: `key` says which of the chart's kinds it is, in CSS and in the table."""

    key: str
    label: str
    number: int
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One line with its pieces; `number` is what stands at its end."""

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
        return max((piece.x + piece.width for piece in self.pieces), default=0) + 8

    @property
    def number_y(self) -> float:
        return self.y + BAR * 0.72


@dataclass(frozen=True)
class Chart:
    """Bars under each other. The table has a column for each of `keys`; `sums` adds one for all together."""

    id: str
    title: str
    subject: str
    note: str
    keys: list[tuple[str, str]]
    bars: list[Bar]
    sums: bool = True

    width = WIDTH
    bar = BAR

    @property
    def height(self) -> int:
        return len(self.bars) * (BAR + GAP) + 4

    @property
    def summary(self) -> str:
        return "; ".join(f"{label}: {', '.join(_said(self.keys, row))}" for label, row in self._table()) + "."

    @property
    def rows(self) -> list[tuple[Bar, list[int]]]:
        """Each bar with its number in each column of the table."""
        return [(bar, row) for bar, (_, row) in zip(self.bars, self._table(), strict=True)]

    def _table(self) -> list[tuple[str, list[int]]]:
        return [
            (bar.label, [sum(one.number for one in bar.pieces if one.key == key) for key, _ in self.keys])
            for bar in self.bars
        ]


def stacked(chart: Chart, lines: list[tuple[str, list[int]]]) -> Chart | None:
    """The chart with a bar for each line, its pieces behind each other; None without lines."""
    longest = max((sum(numbers) for _, numbers in lines), default=0)
    for place, (label, numbers) in enumerate(lines):
        pieces, x = [], 0.0
        for (key, said), number in zip(chart.keys, numbers, strict=True):
            width = number * LONGEST / longest
            if number:
                pieces.append(Piece(key, said, number, round(x, 1), round(width, 1)))
            x += width
        chart.bars.append(Bar(label, sum(numbers), line_y(place), pieces))
    return chart if chart.bars else None


def line_y(place: int) -> int:
    """Top of the bar that stands at this place."""
    return place * (BAR + GAP) + TOP


def _said(keys, row: list[int]) -> list[str]:
    return [f"{label} {grouped(number)}" for (_, label), number in zip(keys, row, strict=True) if number]
