"""Two texts that grew from one: what differs, who changed it, and the text that the choices make."""

from dataclasses import dataclass
from typing import Any

from newsroom.body_html import tree

THEIRS, MINE, BOTH = "theirs", "mine", "both"


@dataclass(frozen=True)
class Part:
    """A field, or a block of the body (HTML), in the three texts; None where it does not stand."""

    name: str
    base: Any
    theirs: Any
    mine: Any
    is_block: bool = False

    @property
    def differs(self) -> bool:
        return self.theirs != self.mine

    @property
    def proposal(self) -> str:
        """The choice that loses nothing; empty where both were changed and a person has to decide."""
        if self.theirs == self.base:
            return MINE
        return THEIRS if self.mine == self.base else ""

    @property
    def choices(self) -> tuple[str, ...]:
        both = self.is_block and self.theirs is not None and self.mine is not None
        return (THEIRS, MINE, BOTH) if both else (THEIRS, MINE)

    def taken(self, choice: str) -> Any:
        if choice == BOTH:
            return f"{self.theirs}\n{self.mine}"
        return self.theirs if choice == THEIRS else self.mine


class Undecided(Exception):
    """Parts that both have changed were left without a choice; `names` says which."""

    def __init__(self, names: list[str]):
        super().__init__(names)
        self.names = names


@dataclass(frozen=True)
class Comparison:
    """All fields, then the blocks of the body in the order of the merged text."""

    fields: list[Part]
    blocks: list[Part]

    @property
    def differing(self) -> list[Part]:
        return [part for part in (*self.fields, *self.blocks) if part.differs]

    @property
    def merges_by_itself(self) -> bool:
        """Whether the two changed different things, so that the proposals are the whole answer."""
        return all(part.proposal for part in self.differing)

    def merged(self, choices: dict[str, str]) -> dict:
        """The snapshot that the choices make. Raises Undecided."""
        chosen = {part.name: choices.get(part.name) for part in self.differing}
        undecided = [part.name for part in self.differing if chosen[part.name] not in part.choices]
        if undecided:
            raise Undecided(undecided)
        snapshot = {part.name: part.taken(chosen.get(part.name, MINE)) for part in self.fields}
        blocks = (part.taken(chosen.get(part.name, MINE)) for part in self.blocks)
        return snapshot | {"body": "\n".join(block for block in blocks if block)}


def compare(base: dict | None, theirs: dict, mine: dict) -> Comparison:
    """Compare two snapshots with the one that both began from; without it every difference is open."""
    start = base or {}
    names = [name for name in theirs if name != "body"]
    fields = [Part(name, start.get(name, _Unknown), theirs[name], mine.get(name)) for name in names]
    return Comparison(fields, _blocks(start.get("body", ""), theirs["body"], mine.get("body", "")))


class _Unknown:
    """Stands for what a text held that is not known any more: equal to nothing."""


def _blocks(base: str, theirs: str, mine: str) -> list[Part]:
    first = _pieces(base)
    other, own = _pieces(theirs, first), _pieces(mine, first)
    return [
        Part(f"block-{key}", first.get(key), other.get(key), own.get(key), is_block=True)
        for key in _order(list(first), list(other), list(own))
    ]


def _pieces(body: str, base: dict[str, str] | None = None) -> dict[str, str]:
    """Top-level elements by key: their id, or that of the element of `base` with which they share one.

    A list has no id of its own; it is known by its items.
    """
    owners = {block_id: key for key, html in (base or {}).items() for block_id in _ids(tree.parse(html))}
    pieces: dict[str, str] = {}
    for child in tree.parse(body) if body else []:
        ids = _ids(child)
        keys = [owners[one] for one in ids if one in owners and owners[one] not in pieces] or ids
        key = next((key for key in keys if key not in pieces), f"{len(pieces)}")
        pieces[key] = tree.serialise_one(child)
    return pieces


def _ids(element) -> list[str]:
    return [one.get("id") for one in element.iter() if one.get("id")]


def _order(base: list[str], theirs: list[str], mine: list[str]) -> list[str]:
    """Every key once: in the order of who moved blocks, the other's own blocks behind what they followed."""
    shared = set(theirs) & set(mine)
    kept = [key for key in base if key in shared]
    lead, follow = (mine, theirs) if [key for key in theirs if key in kept] == kept else (theirs, mine)
    order = list(lead)
    for place, key in enumerate(follow):
        if key not in order:
            before = follow[place - 1] if place else None
            order.insert(order.index(before) + 1 if before else 0, key)
    return order
