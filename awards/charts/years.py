"""Columns beside each other, one for each year."""

from dataclasses import dataclass

from newsroom.numbers import grouped

WIDTH = 600
COLUMNS_HEIGHT, COLUMNS_TOP, COLUMNS_FOOT = 150, 20, 22
WIDEST = 48  # of a column, however few there are


@dataclass(frozen=True)
class Column:
    """One year."""

    label: str
    number: int
    x: float
    y: float
    width: float
    height: float
    marked: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class YearChart:
    """Columns beside each other, one for each year from the first to the last, empty ones too."""

    id: str
    title: str
    note: str
    columns: list[Column]

    width = WIDTH
    height = COLUMNS_TOP + COLUMNS_HEIGHT + COLUMNS_FOOT
    base = COLUMNS_TOP + COLUMNS_HEIGHT

    @property
    def summary(self) -> str:
        return "; ".join(f"{one.label}: {grouped(one.number)}" for one in self.counted) + "."

    @property
    def counted(self) -> list[Column]:
        return [column for column in self.columns if column.number]


def honours_by_year(counted: list[tuple[int, int]]) -> YearChart | None:
    """A chart of (year, number), the years ascending; None of fewer than two years. 0 is no year."""
    numbers = {year: number for year, number in counted if year}
    unknown = sum(number for year, number in counted if not year)
    if len(numbers) < 2:
        return None
    years = range(min(numbers), max(numbers) + 1)
    step, most = WIDTH / len(years), max(numbers.values())
    width = min(step * 0.72, WIDEST)
    marked_every = 1 if len(years) <= 12 else 5 if len(years) <= 50 else 10
    columns = []
    for place, year in enumerate(years):
        height = round(numbers.get(year, 0) * COLUMNS_HEIGHT / most, 1)
        columns.append(
            Column(
                str(year),
                numbers.get(year, 0),
                round(place * step + (step - width) / 2, 1),
                round(COLUMNS_TOP + COLUMNS_HEIGHT - height, 1),
                round(width, 1),
                height,
                year % marked_every == 0,
            )
        )
    note = "Suy ra bằng cách đếm khen thưởng còn hiệu lực, theo năm tặng, không rõ thì theo năm trao."
    if unknown:
        note += f" Không rõ năm: {grouped(unknown)}."
    return YearChart("theo-nam", "Khen thưởng có tên, theo năm", note, columns)
