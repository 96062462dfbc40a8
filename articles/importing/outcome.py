"""What became of one file."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    FAILED = "failed"


@dataclass
class Outcome:
    """One entry of the report. `slug` is null without a story, `error` is there when the file failed."""

    file: str
    status: Status
    slug: str | None = None
    warnings: list[str] = field(default_factory=list)
    error: str | None = None

    def as_json(self) -> dict:
        return asdict(self)
