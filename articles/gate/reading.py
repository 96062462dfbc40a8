"""A story as the checks read it: its snapshot, taken apart once."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles import working_copy
from articles.models import Article, Photo
from newsroom.body_html import tree
from newsroom.body_html.blocks import BLOCK_TAGS, Block, block_of, elements

LINES = ("title", "kicker", "standfirst")
_NEW_LINE = {"br", "td", "th", "figcaption"}


@dataclass(frozen=True)
class Text:
    """Words as they stand, and the field or block that holds them."""

    words: str
    field: str = ""
    block: str = ""


@dataclass(frozen=True)
class Link:
    words: str
    address: str
    block: str


@dataclass(frozen=True)
class Reading:
    """The working copy of one story; `photos` are those it shows, by ref."""

    article: Article
    snapshot: dict
    photos: dict[str, Photo]
    blocks: list[Block]
    body_texts: list[Text]
    links: list[Link]

    def texts(self) -> Iterator[Text]:
        """Everything written for readers: title, kicker, standfirst, blocks, captions of photos."""
        for field in LINES:
            if self.snapshot[field]:
                yield Text(self.snapshot[field], field=field)
        yield from self.body_texts
        for field, block, photo, caption in self.pictures():
            if not caption and photo.caption:
                yield Text(photo.caption, field=field, block=block)

    def pictures(self) -> Iterator[tuple[str, str, Photo, str]]:
        """Field or block, photo and own caption of each picture that readers would see, the lead first."""
        lead = self.photos.get(self.snapshot["lead_photo"])
        if lead:
            yield "lead_photo", "", lead, ""
        for block in self.blocks:
            if block.photo in self.photos:
                yield "", block.id, self.photos[block.photo], block.text


def read(article: Article, snapshot: dict) -> Reading:
    """One query: the photos."""
    snapshot = working_copy.empty_snapshot() | snapshot
    root = tree.parse(snapshot["body"]) if snapshot["body"] else etree.Element("div")
    return Reading(
        article=article,
        snapshot=snapshot,
        photos=working_copy.photos_of(snapshot),
        blocks=[block_of(element) for element in elements(root)],
        body_texts=[Text("".join(words), block=block) for block, words in _own_words(root)],
        links=list(_links(root)),
    )


def _own_words(root) -> list[tuple[str, list[str]]]:
    """The words of each block without those of blocks inside it; lines and cells stay apart."""
    found: list[tuple[str, list[str]]] = [("", [])]
    holders = [found[0][1]]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if node.tag in BLOCK_TAGS:
                found.append((node.get("id", ""), []))
                holders.append(found[-1][1])
            if node.tag in _NEW_LINE:
                holders[-1].append("\n")
            holders[-1].append(node.text or "")
        else:
            if node.tag in BLOCK_TAGS:
                holders.pop()
            holders[-1].append(node.tail or "")
    return [(block, words) for block, words in found if "".join(words).strip()]


def _links(root) -> Iterator[Link]:
    for link in root.iter("a"):
        holder = next((node for node in link.iterancestors(*BLOCK_TAGS)), None)
        block = "" if holder is None else holder.get("id", "")
        yield Link(" ".join("".join(link.itertext()).split()), link.get("href", ""), block)
