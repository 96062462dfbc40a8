"""The blocks of a body and their words."""

import re
from dataclasses import dataclass, replace

from newsroom.body_html import tree
from newsroom.vietnamese import collapse_spaces

BLOCK_TAGS = ("p", "h2", "h3", "li", "figure", "blockquote", "aside", "table")
PULL_QUOTE = "aside"
_DASHES = ("–", "—")
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_EDGES = " \t\n.,;:!?-–—“”‘’«»\"'"


@dataclass(frozen=True)
class Block:
    """One block: its id (may be empty before saving), tag, words, and whether it holds no other block.

    A figure has the reference of its photo or its video. A pull quote whose words stand in another
    block too is `repeated`: it is there for the eye, and proves, counts and reads aloud nothing.
    """

    id: str
    tag: str
    text: str
    leaf: bool
    photo: str = ""
    video: str = ""
    repeated: bool = False


def read_blocks(html: str) -> list[Block]:
    """Blocks of a cleaned body in document order."""
    if not html:
        return []
    found = elements(tree.parse(html))
    return _with_repeated(found, [block_of(element) for element in found])


def elements(root) -> list:
    """Block elements in document order."""
    return list(root.iterdescendants(*BLOCK_TAGS))


def block_of(element) -> Block:
    image = element.find("img") if element.tag == "figure" else None
    return Block(
        id=element.get("id", ""),
        tag=element.tag,
        text=words_of(element),
        leaf=is_leaf(element),
        photo="" if image is None else image.get("data-file", ""),
        video=element.get("data-video", ""),
    )


def is_leaf(element) -> bool:
    """Whether a block holds no other block."""
    return next(element.iterdescendants(*BLOCK_TAGS), None) is None


def speaker_of(quote) -> str:
    """Who says the words of a pull quote, as its last line has it after a dash; else empty."""
    line = _last_line(quote)
    return line[1:].strip() if line.startswith(_DASHES) else ""


def words_of(element) -> str:
    """The element's text on one line; cells and line breaks are parted by a space."""
    return collapse_spaces("".join(_in_document_order(element)))


def _in_document_order(element) -> list[str]:
    parts: list[str] = []
    stack: list = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node is not element and node.tail:
            stack.append(node.tail)
        stack.extend(reversed(node))
        if node.tag in {"br", "td", "th", "li", "p", "figcaption", "aside", "h2", "h3"}:
            parts.append(" ")
        if node.text:
            parts.append(node.text)
    return parts


def _last_line(quote) -> str:
    """What follows the last line break; empty when there is none."""
    breaks = quote.findall("br")
    if not breaks:
        return ""
    return collapse_spaces("".join(breaks[-1].xpath("following-sibling::node()/descendant-or-self::text()")))


def _with_repeated(found: list, blocks: list[Block]) -> list[Block]:
    """The blocks, with those pull quotes marked whose words another block holds in full."""
    if all(block.tag != PULL_QUOTE for block in blocks):
        return blocks
    others = [block.text.casefold() for block in blocks if block.leaf and block.tag != PULL_QUOTE]
    return [
        replace(block, repeated=_is_held(element, others)) if block.tag == PULL_QUOTE else block
        for element, block in zip(found, blocks, strict=True)
    ]


def _is_held(quote, texts: list[str]) -> bool:
    """Whether one of the texts holds the words of the quote; what "…" leaves out may stand between them."""
    said = words_of(quote)
    if speaker_of(quote):
        said = said.removesuffix(_last_line(quote))
    pieces = [piece.strip(_EDGES).casefold() for piece in _LEFT_OUT.split(said)]
    return any(all(piece in text for piece in pieces) for text in texts)


def text_of(html: str) -> str:
    """The words of a body, one block a paragraph; nested blocks stand once."""
    return "\n\n".join(
        block.text for block in read_blocks(html) if block.leaf and block.text and not block.repeated
    )


def count_words(html: str) -> int:
    """How many words a body has (in Vietnamese: syllables, as newspapers count).

    Captions do not count, nor pull quotes that repeat the text.
    """
    if not html:
        return 0
    root = tree.parse(html)
    uncounted = list(root.iter("figure"))
    if root.find(f".//{PULL_QUOTE}") is not None:
        found = elements(root)
        blocks = _with_repeated(found, [block_of(element) for element in found])
        uncounted += [element for element, block in zip(found, blocks, strict=True) if block.repeated]
    for element in uncounted:
        element.drop_tree()
    return len(words_of(root).split())
