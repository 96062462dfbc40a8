"""What changed between two bodies, block by block, and inside each block word by word."""

from dataclasses import dataclass

from articles.comparing.sequences import longest_rising
from articles.comparing.words import Run, Token, alike, compare_words, is_changed, tokens_of
from newsroom.body_html import tree
from newsroom.body_html.blocks import BLOCK_TAGS, elements

ALIKE = 0.5
# Beyond this many pairs only neighbours are compared, as when ids are assigned.
MAX_PAIRS = 4000
NEIGHBOURS = 6
CELL, LINE = Token("\t"), Token("\n")
_MARKS = {"strong", "em", "sub", "sup"}
_CONTAINERS = {"ul", "ol", "blockquote"}


@dataclass(frozen=True)
class Unit:
    """A block without blocks in it: its kind (“p”, “ol li”, “blockquote p”), words, photo or video."""

    id: str
    kind: str
    tokens: tuple[Token, ...]
    photo: str = ""
    video: str = ""


@dataclass(frozen=True)
class BlockChange:
    """What became of one block: "same", "changed", "added" or "removed"; `moved` besides the first two."""

    kind: str
    old: Unit | None
    new: Unit | None
    runs: tuple[Run, ...]
    moved: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to tell about the block."""
        return self.kind == "same" and not self.moved


def units_of(body: str) -> list[Unit]:
    if not body:
        return []
    return [_unit(element) for element in elements(tree.parse(body)) if not _holds_blocks(element)]


def compare_bodies(old_body: str, new_body: str) -> list[BlockChange]:
    """Every block of both bodies once, in the order of the new one; removed ones stand where they were."""
    old, new = units_of(old_body), units_of(new_body)
    partner = _partners(old, new)
    kept = sorted(partner)
    in_order = {kept[index] for index in longest_rising([partner[place] for place in kept])}
    by_new = {there: place for place, there in partner.items()}
    removed_behind: dict[int, list[BlockChange]] = {}
    last_kept = -1
    for place, unit in enumerate(old):
        if place not in partner:
            gone = BlockChange("removed", unit, None, tuple(compare_words(unit.tokens, ())))
            removed_behind.setdefault(last_kept, []).append(gone)
        elif place in in_order:
            last_kept = partner[place]
    changes = removed_behind.get(-1, [])
    for there, unit in enumerate(new):
        place = by_new.get(there)
        if place is None:
            changes.append(BlockChange("added", None, unit, tuple(compare_words((), unit.tokens))))
        else:
            changes.append(_paired(old[place], unit, moved=place not in in_order))
        changes += removed_behind.get(there, [])
    return changes


def _paired(old: Unit, new: Unit, *, moved: bool) -> BlockChange:
    runs = compare_words(old.tokens, new.tokens)
    same = not is_changed(runs) and (old.kind, old.photo, old.video) == (new.kind, new.photo, new.video)
    return BlockChange("same" if same else "changed", old, new, tuple(runs), moved)


def _partners(old: list[Unit], new: list[Unit]) -> dict[int, int]:
    """Places of old blocks with the places of the new blocks that they became."""
    by_id = {unit.id: there for there, unit in enumerate(new) if unit.id}
    partner = {place: by_id.pop(unit.id) for place, unit in enumerate(old) if unit.id in by_id}
    for matches in (_equal, _similar):
        taken = set(partner.values())
        free_old = [place for place in range(len(old)) if place not in partner]
        free_new = [there for there in range(len(new)) if there not in taken]
        partner |= matches(old, new, free_old, free_new)
    return partner


def _equal(old, new, free_old, free_new) -> dict[int, int]:
    waiting: dict[tuple, list[int]] = {}
    for there in reversed(free_new):
        waiting.setdefault(_content(new[there]), []).append(there)
    return {place: waiting[key].pop() for place in free_old if waiting.get(key := _content(old[place]))}


def _similar(old, new, free_old, free_new) -> dict[int, int]:
    near_only = len(free_old) * len(free_new) > MAX_PAIRS
    pairs = []
    for place in free_old:
        for there in free_new:
            if near_only and abs(place - there) > NEIGHBOURS:
                continue
            likeness = alike(old[place].tokens, new[there].tokens)
            if likeness >= ALIKE:
                pairs.append((-likeness, abs(place - there), place, there))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _likeness, _distance, place, there in sorted(pairs):
        if place not in found and there not in taken:
            found[place] = there
            taken.add(there)
    return found


def _content(unit: Unit) -> tuple:
    return (unit.kind, unit.tokens, unit.photo, unit.video)


def _unit(element) -> Unit:
    image = element.find("img") if element.tag == "figure" else None
    return Unit(
        id=element.get("id", ""),
        kind=_kind(element),
        tokens=tuple(_table_tokens(element) if element.tag == "table" else _inline_tokens(element)),
        photo="" if image is None else image.get("data-file", ""),
        video=element.get("data-video", ""),
    )


def _kind(element) -> str:
    above = next((one.tag for one in element.iterancestors() if one.tag in _CONTAINERS), "")
    return f"{above} {element.tag}".strip()


def _holds_blocks(element) -> bool:
    return next(element.iterdescendants(*BLOCK_TAGS), None) is not None


def _table_tokens(table) -> list[Token]:
    tokens: list[Token] = []
    for row in table.iter("tr"):
        if tokens:
            tokens.append(LINE)
        for place, cell in enumerate(row):
            if place:
                tokens.append(CELL)
            tokens += _inline_tokens(cell, ("strong",) if cell.tag == "th" else ())
    return tokens


def _inline_tokens(element, marks: tuple[str, ...] = ()) -> list[Token]:
    tokens = tokens_of(element.text or "", marks)
    for child in element:
        if child.tag == "br":
            tokens.append(LINE)
        else:
            tokens += _inline_tokens(child, _with(marks, child))
        tokens += tokens_of(child.tail or "", marks)
    return tokens


def _with(marks: tuple[str, ...], element) -> tuple[str, ...]:
    mark = element.tag if element.tag in _MARKS else ""
    if element.tag == "a":
        mark = f"a {element.get('href', '')}"
    if element.tag == "span":
        mark = f"lang {element.get('lang', '')}"
    return tuple(sorted({*marks, mark})) if mark else marks
