"""HTML text to an lxml tree and back. Only for HTML that the allow-list has already passed."""

from lxml import etree
from lxml import html as lxml_html


def parse(html: str) -> lxml_html.HtmlElement:
    """A `<div>` that holds the fragment."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    document = lxml_html.document_fromstring(
        f"<html><body><div>{html}</div></body></html>".encode(), parser=parser
    )
    return document.body[0]


def serialise(root) -> str:
    """The children of `root` as HTML, one top-level block a line."""
    parts = [_escape(root.text or "")]
    parts += [etree.tostring(child, encoding="unicode", method="html").strip() for child in root]
    # libxml2 does not know that <source>, in pictures dressed for readers, has no end tag.
    return "\n".join(part for part in parts if part.strip()).replace("</source>", "")


def unwrap(element) -> None:
    """Replace an element by its children and text."""
    element.drop_tag()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
