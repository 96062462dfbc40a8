"""From Markdown tokens to the house's body markup, and to plain text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from django.utils.translation import gettext as _
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from articles.documents.addresses import link_address
from articles.documents.notes import Notes, shortened
from articles.documents.reading import clean_characters

_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"(<[^<>]*>)")
_EMPHASIS = ("strong", "em")
_NESTED_BLOCKS = {"bullet_list": "ul", "ordered_list": "ol", "list_item": "li"} | {
    name: name for name in ("blockquote", "table", "thead", "tbody", "tr", "th", "td")
}


def plain_text(tokens: Iterable[Token]) -> str:
    """The words of a run of text on one line, pictures left out."""
    return _normalised(_SPACES.sub(" ", "".join(_words(tokens))).strip())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type != "image":
            yield token.content


def inline_html(tokens: Iterable[Token], notes: Notes) -> str:
    """A run of text as HTML: strong, em, br and links to where links may lead; pictures left out."""
    html: list[str] = []
    open_links: list[bool] = []
    depths = dict.fromkeys(_EMPHASIS, 0)
    for token in tokens:
        name, _separator, part = token.type.rpartition("_")
        if name in depths:
            # Strong text inside strong text is no stronger, however often a hostile file says so.
            outermost = depths[name] == (0 if token.nesting > 0 else 1)
            depths[name] += token.nesting
            html.append(f"<{'/' * (token.nesting < 0)}{name}>" if outermost else "")
        elif name == "link" and part == "open":
            address = str(token.attrs.get("href", ""))
            usable = link_address(address)
            if not usable:
                note_refused_link(address, notes)
            open_links.append(bool(usable))
            html.append(f'<a href="{escape(usable)}">' if usable else "")
        elif name == "link":
            html.append("</a>" if open_links.pop() else "")
        elif token.type == "softbreak":
            html.append(" ")
        elif token.type == "hardbreak":
            html.append("<br>")
        elif token.type != "image":
            html.append(escape(token.content, quote=False))
    parts = _TAG.split(_SPACES.sub(" ", "".join(html)).strip())
    return "".join(map(_normalised, parts))


def _normalised(text: str) -> str:
    """`text` in NFC: character references, and text that markup parted, may have undone it.

    A mark at the beginning would combine with the markup before it: ">" and U+0338 become "≯".
    """
    text = clean_characters(text)
    marks = next((i for i, char in enumerate(text) if not unicodedata.combining(char)), len(text))
    return text[marks:]


def note_refused_link(address: str, notes: Notes) -> None:
    notes.add(
        _("A link became plain text, its address is not http(s), mailto or tel: %(address)s")
        % {"address": shortened(address) or "“”"}
    )


def note_refused_picture(address: str, notes: Notes) -> None:
    notes.add(
        _("A picture was left out, its address is not http(s): %(address)s")
        % {"address": shortened(address) or "“”"}
    )


def nested_images(node: SyntaxTreeNode) -> list[Token]:
    """The pictures anywhere in a list, quotation or table."""
    if node.type == "inline":
        return [token for token in node.token.children or () if token.type == "image"]
    return [image for child in node.children for image in nested_images(child)]


def paragraph_html(content: str) -> str:
    return f"<p>{content}</p>" if content else ""


def heading_html(level: int, content: str) -> str:
    """Titles inside the story are h2 and h3: h1 is the story's own."""
    name = "h2" if level <= 2 else "h3"
    return f"<{name}>{content}</{name}>" if content else ""


def figure_html(ref: str, caption: str = "") -> str:
    caption_html = f"<figcaption>{escape(caption, quote=False)}</figcaption>" if caption else ""
    return f'<figure><img data-file="{escape(ref)}">{caption_html}</figure>'


def nested_html(node: SyntaxTreeNode, notes: Notes) -> str:
    """A list, quotation or table as HTML, its pictures left out."""
    if node.type == "inline":
        return inline_html(node.token.children or (), notes)
    if node.type in ("paragraph", "heading"):
        content = nested_html(node.children[0], notes)
        return content if node.hidden else paragraph_html(content)
    if node.type == "fence":
        return paragraph_html(escape(" ".join(node.content.split()), quote=False))
    if node.type == "ordered_list" and not _counts_from_one(node):
        return "".join(_numbered_paragraphs(item, notes) for item in node.children)
    content = "".join(nested_html(child, notes) for child in node.children)
    name = _NESTED_BLOCKS.get(node.type)
    if name is None or (not content and name not in ("th", "td")):
        return content
    return f"<{name}>{content}</{name}>"


def _counts_from_one(numbered_list: SyntaxTreeNode) -> bool:
    """Whether 1, 2, 3 … is what the list prints ("1. 1. 1." is Markdown for it).

    Body markup keeps no start number: any other list would silently count anew.
    """
    numbers = [int(item.info) for item in numbered_list.children]
    return len(numbers) > 1 and (numbers == list(range(1, len(numbers) + 1)) or set(numbers) == {1})


def _numbered_paragraphs(item: SyntaxTreeNode, notes: Notes) -> str:
    number = f"{item.info}{item.markup}"
    html = []
    for place, child in enumerate(item.children):
        if child.type in ("paragraph", "heading"):
            content = nested_html(child.children[0], notes)
            html.append(paragraph_html(f"{number} {content}" if place == 0 else content))
        else:
            html.append(nested_html(child, notes))
    return "".join(html) or paragraph_html(number)
