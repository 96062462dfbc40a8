"""A link to each paragraph. Style sheets keep it away from eyes and keyboard until a reader wants it."""

from newsroom.body_html import is_leaf

LINKED = ("p", "h2", "h3", "li")


def add_paragraph_links(root) -> None:
    """Put a link to itself into each block of text that has an id and holds no other block."""
    for block in root.iter(*LINKED):
        if block.get("id") and is_leaf(block):
            link = block.makeelement(
                "a",
                {
                    "class": "paragraph-link",
                    "href": f"#{block.get('id')}",
                    "aria-label": "Liên kết tới đoạn này",
                },
            )
            block.append(link)
