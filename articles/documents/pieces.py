"""The blocks of a document as what they are in a story: text, pictures, related cards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from articles.documents.addresses import is_picture_file, web_address
from articles.documents.continuation import is_ended
from articles.documents.markdown import Block, Heading, Nested
from articles.documents.notes import Notes
from articles.documents.rendering import nested_images, note_refused_link, plain_text

MAX_HEADING_LENGTH = 150
_MAX_WORDS_OF_A_LINE_WITH_FULL_STOP = 8

# What may stand before the links of a paragraph that only points elsewhere.
_LEAD_IN = re.compile(
    r"(?:[>»•*+\-–—|:\s]|Xem thêm|Đọc thêm|Tin liên quan|Tin bài liên quan|Liên quan)*+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Text:
    """A paragraph, or a title between paragraphs when `level` is not 0."""

    tokens: list[Token]
    level: int = 0

    @cached_property
    def plain(self) -> str:
        return plain_text(self.tokens)

    def is_all(self, emphasis: str) -> bool:
        """Whether every word stands in `emphasis` ("strong" or "em")."""
        depth, words = 0, False
        for token in self.tokens:
            if token.type == f"{emphasis}_open":
                depth += 1
            elif token.type == f"{emphasis}_close":
                depth -= 1
            elif token.content.strip():
                if not depth:
                    return False
                words = True
        return words

    @cached_property
    def is_bold_line(self) -> bool:
        """Whether this is a short bold line that is no sentence: a heading or a byline."""
        is_sentence = is_ended(self.plain) and len(self.plain.split()) > _MAX_WORDS_OF_A_LINE_WITH_FULL_STOP
        return self.is_all("strong") and len(self.plain) <= MAX_HEADING_LENGTH and not is_sentence


@dataclass(frozen=True)
class Picture:
    url: str
    alt: str
    title: str


@dataclass(frozen=True)
class Card:
    """A pointer to something else: `titles` are the wordings found, the best first."""

    url: str
    titles: tuple[str, ...]


Piece = Text | Picture | Card | SyntaxTreeNode


@dataclass(frozen=True)
class _Link:
    url: str
    text: str
    picture: Picture | None


def pieces_of(block: Block, notes: Notes, *, with_cards: bool) -> list[Piece]:
    """A block as pieces, its pictures apart from its text.

    `with_cards`: a paragraph of nothing but links to pages is cards, as in a dump, where the site
    has put them between the paragraphs.
    """
    if isinstance(block, Nested):
        return [block.node, *map(_picture, nested_images(block.node))]
    level = block.level if isinstance(block, Heading) else 0
    links, tokens_outside = _links(block.tokens)
    if with_cards and (cards := _cards(links, tokens_outside)):
        return list(cards)
    for link in links:
        if link.picture and not web_address(link.url):
            note_refused_link(link.url, notes)
    pictures: list[Piece] = [_picture(token) for token in block.tokens if token.type == "image"]
    words = _without_pictures(block.tokens)
    text = Text(words, level)
    if not text.plain:
        return pictures
    if len(text.plain) > MAX_HEADING_LENGTH:
        text = Text(words)  # a paragraph that a stray rule of hyphens underlines
    begins_with_picture = bool(pictures) and _first_content(block.tokens) == "image"
    return [*pictures, text] if begins_with_picture else [text, *pictures]


def _picture(token: Token) -> Picture:
    return Picture(
        url=str(token.attrs.get("src", "")).strip(),
        alt=plain_text(token.children or ()),
        title=" ".join(str(token.attrs.get("title", "")).split()),
    )


def _links(tokens: Iterable[Token]) -> tuple[list[_Link], list[Token]]:
    """The links of a run of text, and the tokens outside them."""
    links: list[_Link] = []
    outside: list[Token] = []
    inside: list[Token] | None = None
    url = ""
    for token in tokens:
        if token.type == "link_open":
            inside, url = [], str(token.attrs.get("href", "")).strip()
        elif token.type == "link_close":
            pictures = [_picture(each) for each in inside or () if each.type == "image"]
            links.append(_Link(url, plain_text(inside or ()), next(iter(pictures), None)))
            inside = None
        else:
            (outside if inside is None else inside).append(token)
    return links, outside


def _cards(links: list[_Link], outside: list[Token]) -> list[Card]:
    """The cards of a paragraph that holds nothing but links to pages, else nothing."""
    if not links or not _LEAD_IN.fullmatch(plain_text(outside)):
        return []
    if any(token.type == "image" for token in outside):
        return []
    titles: dict[str, list[str]] = {}
    for link in links:
        is_enlargement = link.picture is not None and is_picture_file(link.url)
        is_bare_address = link.text.startswith(("http://", "https://", "www."))
        if not web_address(link.url) or is_enlargement or is_bare_address:
            return []
        wordings = titles.setdefault(link.url, [])
        if link.text:
            wordings.insert(0, link.text)
        elif link.picture:
            wordings += [link.picture.title, link.picture.alt]
    cards = [Card(url, tuple(filter(None, wordings))) for url, wordings in titles.items()]
    return cards if all(card.titles for card in cards) else []


def _without_pictures(tokens: list[Token]) -> list[Token]:
    """`tokens` without pictures and without the links that hold nothing else."""
    kept: list[Token] = []
    opening = 0
    for token in tokens:
        if token.type == "image":
            continue
        if token.type == "link_open":
            opening = len(kept)
        elif token.type == "link_close" and not plain_text(kept[opening:]):
            del kept[opening:]
            continue
        kept.append(token)
    return kept


def _first_content(tokens: Iterable[Token]) -> str:
    return next((t.type for t in tokens if t.type == "image" or t.content.strip()), "")
