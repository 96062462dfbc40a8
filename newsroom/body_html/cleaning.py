"""The allow-list of a body, the same at every door: forms, imports, fixtures, saves."""

import re

import nh3

from newsroom.body_html import tree
from newsroom.vietnamese import nfc

BLOCK_ID = re.compile(r"b-[a-z0-9]{1,24}")
PHOTO_REF = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
SAFE_HREF = re.compile(r"(https?://|mailto:|tel:)[^\s]+|/(?![/\\])[^\s\\]*|#b-[a-z0-9]+", re.IGNORECASE)
SPAN = re.compile(r"[1-9][0-9]?")

_INLINE = {"strong", "em", "a", "br", "sub", "sup"}
_RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "div": "p",
}
_STRUCTURE = {"ul", "ol", "li", "blockquote", "figure", "figcaption", "img"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_ALLOWED = {"p", "h2", "h3"} | _INLINE | _STRUCTURE | _TABLE | set(_RENAMED)
_WITH_ID = {"p", "h2", "h3", "li", "figure", "blockquote", "table"}
_ATTRIBUTES = {tag: {"id"} for tag in _WITH_ID} | {
    "a": {"href"},
    "img": {"data-file"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
_RULES = {
    "id": BLOCK_ID,
    "data-file": PHOTO_REF,
    "href": SAFE_HREF,
    "colspan": SPAN,
    "rowspan": SPAN,
}
_CONTENT_DROPPED = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "template",
    "noscript",
    "svg",
    "math",
}
_MAX_DEPTH = 40


def clean_body(html: str) -> str:
    """Allow-listed, NFC, well-formed HTML of a body; idempotent.

    What is not allowed is dropped with its text kept, except scripts and their like. A picture
    survives only as `<figure><img data-file="ref"></figure>`; text outside a block gets a `<p>`.
    """
    if not html or not html.strip():
        return ""
    allowed = nh3.clean(
        nfc(html),
        tags=_ALLOWED,
        clean_content_tags=_CONTENT_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    root = tree.parse(allowed)
    _flatten_deep(root)
    _rename(root)
    _drop_useless(root)
    _wrap_loose(root)
    _drop_empty(root)
    return tree.serialise(root)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    value = value.strip()
    return value if _RULES[name].fullmatch(value) else None


def _flatten_deep(root) -> None:
    """Hostile nesting is unwrapped: no story needs forty levels."""
    too_deep = []
    stack = [(child, 1) for child in root]
    while stack:
        element, depth = stack.pop()
        if depth > _MAX_DEPTH:
            too_deep.append(element)
        stack.extend((child, depth + 1) for child in element)
    for element in reversed(too_deep):
        tree.unwrap(element)


def _rename(root) -> None:
    for element in list(root.iterdescendants()):
        if element.tag in _RENAMED:
            block_inside = element.tag == "div" and any(child.tag not in _INLINE for child in element)
            if block_inside:
                _wrap_loose(element)
                tree.unwrap(element)
            else:
                element.tag = _RENAMED[element.tag]


def _drop_useless(root) -> None:
    for link in list(root.iter("a")):
        if not link.get("href"):
            tree.unwrap(link)
    for image in list(root.iter("img")):
        figure = next(image.iterancestors("figure"), None)
        if not image.get("data-file"):
            image.drop_tree()
        elif figure is None:
            _own_figure(image)
        elif image.getparent() is not figure:
            figure.insert(0, _moved(image))
    for figure in list(root.iter("figure")):
        images = figure.findall("img")
        for extra in images[1:]:
            extra.drop_tree()
        if not images:
            for caption in figure.findall("figcaption"):
                caption.tag = "p"
            _wrap_loose(figure)
            tree.unwrap(figure)
    for caption in list(root.iter("figcaption")):
        if caption.getparent().tag != "figure":
            caption.tag = "p"
        else:
            for inner in list(caption.iterdescendants()):
                if inner.tag not in _INLINE:
                    tree.unwrap(inner)
    for item in list(root.iter("li")):
        if item.getparent().tag not in {"ul", "ol"}:
            item.tag = "p"


def _moved(image):
    """The picture, taken out of the text around it."""
    tail, image.tail = image.tail, None
    parent, previous = image.getparent(), image.getprevious()
    if tail:
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(image)
    return image


def _own_figure(image) -> None:
    """A picture in running text becomes a figure before the block it stood in."""
    block = image
    while block.getparent().getparent() is not None and block.getparent().tag in {
        "p",
        "h2",
        "h3",
        *_INLINE,
    }:
        block = block.getparent()
    figure = block.makeelement("figure")
    if block is image:
        image.addprevious(figure)
        figure.append(_moved(image))
    else:
        block.addprevious(figure)
        figure.append(_moved(image))


def _wrap_loose(root) -> None:
    """Text and inline elements directly under `root` go into paragraphs."""
    paragraph = None
    text, root.text = root.text, None
    if text and text.strip():
        paragraph = root.makeelement("p")
        paragraph.text = text
        root.insert(0, paragraph)
    for child in list(root):
        if child is paragraph:
            continue
        if child.tag in _INLINE:
            if paragraph is None:
                paragraph = root.makeelement("p")
                child.addprevious(paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        tail, child.tail = child.tail, None
        if tail and tail.strip():
            paragraph = root.makeelement("p")
            paragraph.text = tail
            child.addnext(paragraph)


def _drop_empty(root) -> None:
    """Blocks without words or picture go; so do the lists and tables that they leave empty."""
    for element in reversed(list(root.iterdescendants())):
        if element.tag in {"img", "br", "td", "th"}:
            continue
        has_cells = element.tag in {"table", "thead", "tbody", "tr"} and element.find(".//td") is not None
        has_cells = has_cells or (
            element.tag in {"table", "thead", "tbody", "tr"} and element.find(".//th") is not None
        )
        has_picture = element.tag == "img" or element.find(".//img") is not None
        if has_picture or has_cells or (element.text_content() or "").strip():
            continue
        if element.getparent() is not None:
            element.drop_tree()
