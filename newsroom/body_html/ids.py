"""Ids of blocks, stable from save to save.

The editor carries ids through typing; here the server puts right what an editor, an import or a
paste got wrong: ids unknown to the story are dropped, second uses too, and blocks without an id
take that of the previous block with the same words, then of one with similar words.
"""

import hashlib
from base64 import b32encode
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from newsroom.body_html import tree
from newsroom.body_html.blocks import PULL_QUOTE, Block, block_of, elements, read_blocks

SIMILAR = 0.5
# Beyond this many pairs only neighbours are compared, so that a huge paste stays fast.
MAX_PAIRS = 4000
NEIGHBOURS = 6


def assign_ids(html: str, previous: str = "") -> str:
    """The cleaned body with an id on every block, matched to the `previous` body of the story.

    Without a previous body the ids that stand are kept. Equal blocks have different ids; the same
    input gives the same ids.
    """
    if not html:
        return html
    root = tree.parse(html)
    found = elements(root)
    blocks = [block_of(element) for element in found]
    before = read_blocks(previous)
    ids = _kept(blocks, before)
    if before:
        _match_words(blocks, before, ids)
        _match_similar(blocks, before, ids)
    _mint(blocks, before, ids)
    for element, block_id in zip(found, ids, strict=True):
        element.set("id", block_id)
    return tree.serialise(root)


def _kept(blocks: list[Block], before: list[Block]) -> list[str]:
    """Known, unique ids; of two blocks with one id, the one that kept its words wins."""
    words_before = {block.id: block.text for block in before if block.id}
    owner: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if not block.id or (before and block.id not in words_before):
            continue
        first = owner.setdefault(block.id, index)
        if first != index and blocks[first].text != words_before.get(block.id) == block.text:
            owner[block.id] = index
    ids = [""] * len(blocks)
    for block_id, index in owner.items():
        ids[index] = block_id
    return ids


def _match_words(blocks: list[Block], before: list[Block], ids: list[str]) -> None:
    """Equal words bring an id back, even from a block that kept the id but changed its words."""
    text_before = {block.id: block.text for block in before}
    holder = {block_id: index for index, block_id in enumerate(ids) if block_id}
    waiting = defaultdict(list)
    for index, block in enumerate(blocks):
        if not ids[index]:
            waiting[_kind(block), block.text].append(index)
    for old in before:
        candidates = waiting.get((_kind(old), old.text))
        if not candidates or not old.id or not old.text:
            continue
        held = holder.get(old.id)
        if held is not None:
            if (
                blocks[held].text == old.text
                or _similarity(blocks[held].text, text_before[old.id]) >= SIMILAR
            ):
                continue
            ids[held] = ""
        ids[candidates.pop(0)] = old.id


def _match_similar(blocks: list[Block], before: list[Block], ids: list[str]) -> None:
    taken = set(ids)
    free_before = [(place, block) for place, block in enumerate(before) if block.id and block.id not in taken]
    free_now = [index for index, block_id in enumerate(ids) if not block_id]
    near_only = len(free_before) * len(free_now) > MAX_PAIRS
    pairs = []
    for index in free_now:
        for place, old in free_before:
            if _kind(old) != _kind(blocks[index]) or (near_only and abs(place - index) > NEIGHBOURS):
                continue
            score = _similarity(old.text, blocks[index].text)
            if score >= SIMILAR:
                pairs.append((-score, abs(place - index), index, old.id))
    for _, _, index, block_id in sorted(pairs):
        if not ids[index] and block_id not in taken:
            ids[index] = block_id
            taken.add(block_id)


def _kind(block: Block) -> tuple[bool, bool]:
    """Blocks of one kind may hand an id on: a pull quote says what a paragraph says, and is not it."""
    return block.leaf, block.tag == PULL_QUOTE


def _similarity(one: str, other: str) -> float:
    """0 to 1 over the words of two texts."""
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return 0.0
    return matcher.ratio()


def _mint(blocks: list[Block], before: list[Block], ids: list[str]) -> None:
    taken = set(ids) | {block.id for block in before}
    seen: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        text = f"{block.tag}|{block.text}|{block.photo or block.video}"
        if not ids[index]:
            new = _new_id(text, seen[text])
            while new in taken:
                seen[text] += 1
                new = _new_id(text, seen[text])
            ids[index] = new
            taken.add(new)
        seen[text] += 1


def _new_id(text: str, occurrence: int) -> str:
    digest = hashlib.blake2s(f"{text}|{occurrence}".encode(), digest_size=5).digest()
    return "b-" + b32encode(digest).decode().lower()
