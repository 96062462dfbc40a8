"""How well extraction reads: precision, recall and agreement of each field on an annotated corpus.

A corpus is a text file. A line that begins with "= " is a passage; each line under it is one statement
that the passage makes, in the order of `FIELDS`, parted by " | ", with "-" for what is not stated and
names parted by "; ". A passage without such lines makes no statement. "#" begins a remark.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from awards.extraction import Lexicon, extract

FIELDS = ("form", "order_class", "recipient_kind", "count", "names", "year", "status")
CORPUS = Path(__file__).parent / "corpus"


class CorpusError(ValueError):
    """A line of a corpus that cannot be read; says which."""


@dataclass
class Passage:
    text: str
    statements: list[dict]


@dataclass
class Score:
    """Counts over a corpus. A statement is found when all its fields are right."""

    stated: int = 0
    read: int = 0
    right: int = 0
    passages: int = 0
    silent: int = 0  # passages that make no statement
    aligned: int = 0
    fields: Counter = field(default_factory=Counter)
    misses: list[tuple[str, list[dict], list[dict]]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.stated if self.stated else 1.0


def read_corpus(path: Path) -> list[Passage]:
    """The passages of one file. Raises CorpusError."""
    passages: list[Passage] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("= "):
            passages.append(Passage(line[2:].replace("\\n", "\n"), []))
        elif line.strip() and not line.startswith("#"):
            values = [value.strip() for value in line.split(" | ")]
            if len(values) != len(FIELDS) or not passages:
                raise CorpusError(f"{path.name}, line {number}: {len(FIELDS)} fields are wanted")
            passages[-1].statements.append(_statement(values))
    return passages


def _statement(values: list[str]) -> dict:
    statement = {name: None if value == "-" else value for name, value in zip(FIELDS, values, strict=True)}
    for name in ("count", "year"):
        if statement[name] and statement[name].isdigit():
            statement[name] = int(statement[name])
    statement["names"] = statement["names"].split("; ") if statement["names"] else []
    return statement


def measure(passages: list[Passage], lexicon: Lexicon) -> Score:
    """Read every passage and compare with its annotation."""
    score = Score()
    for passage in passages:
        found = [{name: getattr(one, name) for name in FIELDS} for one in extract(passage.text, lexicon)]
        score.passages += 1
        score.silent += not passage.statements
        score.stated += len(passage.statements)
        score.read += len(found)
        missed = [one for one in passage.statements if one not in found]
        extra = [one for one in found if one not in passage.statements]
        score.right += len(passage.statements) - len(missed)
        _agree(score, passage.statements, found)
        if missed or extra:
            score.misses.append((passage.text, missed, extra))
    return score


def _agree(score: Score, stated: list[dict], found: list[dict]) -> None:
    """Pair each statement with the reading most like it, and count the fields on which they agree."""
    left = list(found)
    for one in stated:
        if not left:
            return
        nearest = max(left, key=lambda other: sum(one[name] == other[name] for name in FIELDS))
        left.remove(nearest)
        score.aligned += 1
        score.fields.update(name for name in FIELDS if one[name] == nearest[name])
