"""Documents from elsewhere: what a file says, whichever of the known forms it has."""

import re

from articles.documents.dump import parse_dump
from articles.documents.front_matter import has_front_matter, parse_markdown
from articles.documents.notes import Notes
from articles.documents.parsed import (
    DocumentError,
    ParsedByline,
    ParsedDocument,
    ParsedPhoto,
    ParsedRelated,
)
from articles.documents.reading import read_text

__all__ = [
    "DocumentError",
    "ParsedByline",
    "ParsedDocument",
    "ParsedPhoto",
    "ParsedRelated",
    "parse_document",
]

_BEGINNING = 4_000
_NOTICE = re.compile(r"^\[:\w+:", re.MULTILINE)
_STANDFIRST = re.compile(r"^\s*more\s*\\?\(", re.MULTILINE | re.IGNORECASE)
_UNDERLINED_TITLE = re.compile(r"\s*[^\n#|>+`-][^\n]*(?:\n+[^\n]+){0,2}?\n+ {0,3}(?:=+|-{3,})[ \t]*(?:\n|$)")


def parse_document(data: bytes) -> ParsedDocument:
    """Read one file: the syndicated dump, or Markdown with or without TOML front matter.

    The form is told from the text, whatever the file is called. Raises DocumentError, one clear
    line, when the file cannot be a story.
    """
    notes = Notes()
    text = read_text(data, notes)
    is_dump = not has_front_matter(text) and (
        _NOTICE.search(text[:_BEGINNING])
        or _UNDERLINED_TITLE.match(text[:_BEGINNING])
        or _STANDFIRST.search(text)
    )
    return parse_dump(text, notes) if is_dump else parse_markdown(text, notes)
