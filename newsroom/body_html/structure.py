"""From any allow-listed tree to the structure that a body has: blocks with inline text in them."""

import re

from lxml import etree

from newsroom.vietnamese import nfc

RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "div": "p"}
INLINE = {"strong", "em", "a", "sub", "sup", "span"}
# What makes an inline element: without it, only its words are kept.
_POINT = {"a": "href", "span": "lang"}
_TEXT_BLOCKS = {"p", "h2", "h3", "figcaption"}
_LISTS = {"ul", "ol"}
_CELLS = {"th", "td"}
READABLE_TAGS = (
    INLINE
    | {"br", "img", "li", "blockquote", "aside", "figure", "table", "thead", "tbody", "tr"}
    | _TEXT_BLOCKS
    | _LISTS
    | _CELLS
    | set(RENAMED)
)
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
_LEADING_MARKS = re.compile(rf"\A(\s*{_MARKS})+")
_SPACE = re.compile(r"\s+")


def rebuild(root):
    """A `<div>` with the blocks of `root`, whatever the nesting it came with."""
    result = etree.Element("div")
    result.extend(_blocks(root))
    return result


def _tag(element) -> str:
    return RENAMED.get(element.tag, element.tag)


def _blocks(parent) -> list:
    """The content of `parent` as blocks; loose text and inline elements go into paragraphs."""
    blocks: list = []
    loose = etree.Element("p")
    _append_text(loose, parent.text)
    for child in parent:
        if child.tag == "br" or (_tag(child) in INLINE and not _holds_block(child)):
            _append_inline(loose, child)
        else:
            blocks += [*_if_worded(loose), *_block(child)]
            loose = etree.Element("p")
        _append_text(loose, child.tail)
    return blocks + _if_worded(loose)


def _block(element) -> list:
    tag = _tag(element)
    if tag == "img":
        return [_figure(element)] if element.get("data-file") else []
    if tag == "figure":
        return _figure_with_rest(element)
    if tag in _LISTS:
        return _container(tag, element, [item for child in _items(element) for item in child])
    if tag == "table":
        return _table(element)
    if tag in _TEXT_BLOCKS and not _holds_block(element):
        return _text_block("p" if tag == "figcaption" else tag, element)
    if tag == "aside":
        return _pull_quote(element)
    if tag == "blockquote":
        return _container(tag, element, _blocks(element))
    return _blocks(element)


def _text_block(tag: str, element) -> list:
    block = _new(tag, element)
    _append_content(block, element)
    return _if_worded(block)


def _pull_quote(element) -> list:
    """One paragraph of words set large; an aside that holds more is no pull quote, and is taken apart."""
    blocks = _blocks(element)
    if len(blocks) == 1 and blocks[0].tag == "p":
        blocks[0].tag = "aside"
        if element.get("id"):
            blocks[0].set("id", element.get("id"))
    return blocks


def _container(tag: str, element, children: list) -> list:
    block = _new(tag, element)
    block.extend(children)
    return [block] if children else []


def _items(element):
    """The items of a list; whatever else stood in it becomes an item."""
    yield _loose_item(element.text)
    for child in element:
        if child.tag == "li" and not _holds_block(child):
            yield _text_block("li", child)
        elif child.tag == "li":
            yield _container("li", child, _blocks(child))
        else:
            wrapper = etree.Element("li")
            yield _container("li", wrapper, _block(child))
        yield _loose_item(child.tail)


def _loose_item(text: str | None) -> list:
    item = etree.Element("li")
    _append_text(item, text)
    return _if_worded(item)


def _figure(image):
    figure = etree.Element("figure")
    etree.SubElement(figure, "img", {"data-file": image.get("data-file")})
    return figure


def _video(element):
    return etree.Element("figure", {"data-video": element.get("data-video")})


def _figure_with_rest(element) -> list:
    """The video or first picture of the figure with its caption; whatever else it held follows as blocks."""
    image = next((image for image in element.iter("img") if image.get("data-file")), None)
    if element.get("data-video"):
        figure = _video(element)
    elif image is not None:
        figure = _figure(image)
        _detach(image)
    else:
        return _blocks(element)
    if element.get("id"):
        figure.set("id", element.get("id"))
    caption = next((node for node in element.iter("figcaption") if node.find(".//img") is None), None)
    if caption is not None:
        words = etree.Element("figcaption")
        _append_content(words, caption)
        figure.extend(_if_worded(words))
        _detach(caption)
    return [figure, *_blocks(element)]


def _table(element) -> list:
    rows, pictures = [], []
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is element:
            rows.append(etree.Element("tr"))
            for cell in row.iterchildren(*_CELLS):
                spans = {name: cell.get(name) for name in ("colspan", "rowspan") if cell.get(name)}
                new_cell = etree.SubElement(rows[-1], cell.tag, spans)
                _append_content(new_cell, cell)
                _fold_spaces(new_cell)
                pictures += [_figure(image) for image in cell.iter("img") if image.get("data-file")]
                pictures += [_video(figure) for figure in cell.iter("figure") if figure.get("data-video")]
    rows = [row for row in rows if len(row)]
    if not any(_has_words(row) for row in rows):
        return pictures
    table = _new("table", element)
    head = rows[:1] if len(rows) > 1 and all(cell.tag == "th" for cell in rows[0]) else []
    if head:
        etree.SubElement(table, "thead").extend(head)
    etree.SubElement(table, "tbody").extend(rows[len(head) :])
    return [table, *pictures]


def _new(tag: str, element):
    return etree.Element(tag, {"id": element.get("id")} if element.get("id") else {})


def _holds_block(element) -> bool:
    """Whether anything inside is more than inline text."""
    return any(_tag(inner) not in INLINE and inner.tag != "br" for inner in element.iterdescendants())


def _append_content(target, source) -> None:
    """Append the inline content of `source`; blocks in it are flattened to their words."""
    _append_text(target, source.text)
    for child in source:
        if child.tag == "br" or _tag(child) in INLINE:
            _append_inline(target, child)
        elif child.tag != "img":
            _append_text(target, " ")
            _append_content(target, child)
            _append_text(target, " ")
        _append_text(target, child.tail)


def _append_inline(target, element) -> None:
    tag = _tag(element)
    if tag == "br":
        etree.SubElement(target, "br")
        return
    point = _POINT.get(tag)
    if point and not element.get(point):
        _append_content(target, element)
    else:
        copy = etree.Element(tag, {point: element.get(point)} if point else {})
        _append_content(copy, element)
        if _has_words(copy):
            target.append(copy)
        else:
            _append_text(target, " ")


def _append_text(element, text: str | None) -> None:
    # A mark without its letter would compose with the tag before it.
    text = _LEADING_MARKS.sub("", text or "")
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _detach(element) -> None:
    """Take an element out of its tree and leave the text behind it in place."""
    parent, previous, tail = element.getparent(), element.getprevious(), element.tail or ""
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _has_words(element) -> bool:
    return bool("".join(element.itertext()).strip())


def _if_worded(block) -> list:
    """The block with its spaces folded, in a list; an empty list when it holds no words."""
    if not _has_words(block):
        return []
    _fold_spaces(block)
    return [block]


def _plain(text: str | None) -> str | None:
    """NFC with spaces folded; unwrapping may have brought a letter and its mark together."""
    return text and _SPACE.sub(" ", nfc(text))


def _fold_spaces(block) -> None:
    """Runs of white space to one space, none at the ends or beside a line break."""
    for node in block.iter():
        node.text = _plain(node.text)
        if node is not block:
            node.tail = _plain(node.tail)
    while len(block) and block[-1].tag == "br" and not (block[-1].tail or "").strip():
        block.remove(block[-1])
    block.text = block.text and block.text.lstrip()
    if len(block):
        block[-1].tail = block[-1].tail and block[-1].tail.rstrip()
    else:
        block.text = block.text and block.text.rstrip()
