"""One figure of a measure, and the bar that it must reach."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Result:
    """`value` in `unit`; `most` and `least` are bars, None where the figure only informs."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def missed(self) -> bool:
        above = self.most is not None and self.value > self.most
        below = self.least is not None and self.value < self.least
        return above or below

    def to_line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_line(cls, line: str) -> "Result":
        return cls(**json.loads(line))
