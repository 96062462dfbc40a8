"""HTML text to an lxml tree and back, for HTML that the allow-list has passed."""

import re

from lxml import etree
from lxml import html as lxml_html

MAX_DEPTH = 40
_TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_VOID = {"br", "img"}


def parse(html: str) -> lxml_html.HtmlElement:
    """A `<div>` that holds the fragment."""
    return lxml_html.fragment_fromstring(html, create_parent="div")


def parse_exactly(html: str):
    """A `<div>` that holds what nh3 wrote, without the repairs that an HTML parser makes.

    Hostile nesting is cut: deeper tags go, their text stays. No story needs forty levels.
    """
    depth = 0

    def as_xml(match: re.Match) -> str:
        nonlocal depth
        closing, tag, attributes = match.groups()
        if tag in _VOID:
            return f"<{tag}{attributes}/>"
        depth += -1 if closing else 1
        too_deep = (depth >= MAX_DEPTH) if closing else (depth > MAX_DEPTH)
        return "" if too_deep else match.group()

    return etree.fromstring(f"<div>{_TAG.sub(as_xml, html.replace('&nbsp;', ' '))}</div>")


def serialise(root) -> str:
    """The children of `root` as HTML, one top-level block a line."""
    return "\n".join(map(serialise_one, root))


def serialise_one(element) -> str:
    """One element as HTML, without what follows it."""
    # libxml2 knows the empty elements of HTML 4 and closes this later one.
    return etree.tostring(element, encoding="unicode", method="html").strip().replace("</source>", "")
