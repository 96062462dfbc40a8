"""Long stretches without a change fold to one line; their first and last block stay as surroundings."""

from dataclasses import dataclass
from itertools import groupby

from articles.comparing.bodies import BlockChange

SHORTEST = 2


@dataclass(frozen=True)
class Stretch:
    """Blocks in a row, shown or folded away."""

    blocks: tuple[BlockChange, ...]
    is_folded: bool


def folded(changes: list[BlockChange]) -> list[Stretch]:
    """The same blocks in the same order."""
    stretches: list[Stretch] = []
    groups = [(plain, tuple(blocks)) for plain, blocks in groupby(changes, key=lambda one: one.is_plain)]
    for place, (plain, blocks) in enumerate(groups):
        if not plain:
            stretches.append(Stretch(blocks, is_folded=False))
            continue
        head = min(len(blocks), 1) if place else 0
        tail = 1 if place < len(groups) - 1 and len(blocks) > head else 0
        middle = blocks[head : len(blocks) - tail]
        if len(middle) < SHORTEST:
            stretches.append(Stretch(blocks, is_folded=False))
            continue
        parts = (blocks[:head], False), (middle, True), (blocks[len(blocks) - tail :], False)
        stretches += [Stretch(part, is_folded=away) for part, away in parts if part]
    return stretches
