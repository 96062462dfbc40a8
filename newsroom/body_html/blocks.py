"""The blocks of a body and their words."""

from dataclasses import dataclass

from newsroom.body_html import tree
from newsroom.vietnamese import collapse_spaces

BLOCK_TAGS = ("p", "h2", "h3", "li", "figure", "blockquote", "table")


@dataclass(frozen=True)
class Block:
    """One block: its id (may be empty before saving), tag, words, and whether it holds no other block."""

    id: str
    tag: str
    text: str
    leaf: bool
    photo: str = ""


def read_blocks(html: str) -> list[Block]:
    """Blocks of a cleaned body in document order."""
    return [block_of(element) for element in elements(tree.parse(html))] if html else []


def elements(root) -> list:
    """Block elements in document order."""
    return list(root.iterdescendants(*BLOCK_TAGS))


def block_of(element) -> Block:
    image = element.find("img") if element.tag == "figure" else None
    return Block(
        id=element.get("id", ""),
        tag=element.tag,
        text=words_of(element),
        leaf=next(element.iterdescendants(*BLOCK_TAGS), None) is None,
        photo="" if image is None else image.get("data-file", ""),
    )


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
        if node.tag in {"br", "td", "th", "li", "p", "figcaption", "h2", "h3"}:
            parts.append(" ")
        if node.text:
            parts.append(node.text)
    return parts


def text_of(html: str) -> str:
    """The words of a body, one block a paragraph; nested blocks stand once."""
    return "\n\n".join(block.text for block in read_blocks(html) if block.leaf and block.text)
