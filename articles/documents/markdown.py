"""Markdown, cut into the blocks of a story."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from articles.documents.notes import Notes, shortened
from articles.documents.parsed import DocumentError
from articles.documents.raw_html import without_html

MAX_NESTING = 40
MAX_MARKS = 200_000
_MAX_REFERENCES = 500  # definitions cost the square of their number
_MAX_INLINE_COST = 200_000_000

_MARKS = re.compile(r"[*_\[\]!<&`\\]")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    level: int
    text: Token

    @property
    def tokens(self) -> list[Token]:
        return self.text.children or []


@dataclass(frozen=True)
class Paragraph:
    text: Token

    @property
    def tokens(self) -> list[Token]:
        return self.text.children or []


@dataclass(frozen=True)
class Nested:
    """A list, quotation or table."""

    node: SyntaxTreeNode


Block = Heading | Paragraph | Nested


def read_blocks(text: str, notes: Notes) -> list[Block]:
    """The blocks of a Markdown text: CommonMark and tables, HTML as plain text.

    Raises DocumentError when it nests deeper or holds more markup than any story does.
    """
    text, removed = without_html(text)
    if removed:
        notes.add(
            _("Raw HTML was turned into plain text: %(tags)s.") % {"tags": shortened(" ".join(removed))}
        )
    if len(_MARKS.findall(text)) > MAX_MARKS:
        raise DocumentError(
            _("holds more than %(limit)d characters of markup, the limit for a document")
            % {"limit": MAX_MARKS}
        )
    parser = _parser(with_references=len(_REFERENCE.findall(text)) <= _MAX_REFERENCES)
    environment: dict[str, object] = {}
    tokens = parser.parse(text, environment)
    if any(token.nesting == 1 and token.level >= MAX_NESTING - 1 for token in tokens):
        raise DocumentError(
            _("nests lists or quotations deeper than %(limit)d levels") % {"limit": MAX_NESTING}
        )
    blocks = _blocks(tokens)
    # The tree of a block stands before its text is read: emphasis may nest deeper than Python does.
    for token in tokens:
        if token.type == "inline":
            token.children = _inline(parser, token.content, environment, notes)
    return blocks


def _parser(*, with_references: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    # Text that a site has indented is not code, and of HTML there is none left.
    parser.enable("table").disable(["code", "html_block", "html_inline"])
    if not with_references:
        parser.disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Whatever an address is, its link or picture must be recognised: rendering judges it.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the documented way
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda url: url  # type: ignore[method-assign]
    return parser


def _inline(parser: MarkdownIt, content: str, environment: dict[str, object], notes: Notes) -> list[Token]:
    """Read one run of text; what would take minutes stays as it is written."""
    children: list[Token] = []
    if len(content) * len(_MARKS.findall(content)) > _MAX_INLINE_COST:
        notes.add(
            _("A paragraph too full of markup was taken as plain text: “%(text)s”")
            % {"text": shortened(content[:200])}
        )
        return _plain(content).children or []
    parser.inline.parse(content, parser, environment, children)
    return children


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    for end, token in enumerate(tokens, start=1):
        if token.level or token.nesting == 1:
            continue
        blocks += _block(tokens[start:end])
        start = end
    return blocks


def _block(tokens: list[Token]) -> list[Block]:
    first = tokens[0]
    if first.type == "heading_open":
        return [Heading(int(first.tag[1:]), tokens[1])]
    if first.type == "paragraph_open":
        return [Paragraph(tokens[1])]
    if first.type == "fence":
        lines = [line for line in first.content.split("\n") if line.strip()]
        return [Paragraph(_plain(line)) for line in lines]
    return [] if first.type == "hr" else [Nested(SyntaxTreeNode(tokens).children[0])]


def _plain(content: str) -> Token:
    return Token("inline", "", 0, children=[Token("text", "", 0, content=content)])
