"""What a reader sees of a page: its words."""

import re
from html import unescape


def words_of(html: str) -> str:
    """The words between the tags, one space between them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def text(response) -> str:
    """The words of the page's main part."""
    return words_of(response.content.decode().partition("<main")[2].partition("</main>")[0])
