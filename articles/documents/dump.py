"""Form (a): the Markdown dump that a syndicating site makes of its stories.

Title, a notice with the source address and a truncated excerpt, the body, the byline in bold, and
behind "more(…) – " the standfirst. Any of them but the title and some text may be missing.
"""

import re

from django.utils.translation import gettext as _

from articles.documents.addresses import web_address
from articles.documents.dump_body import DumpBody
from articles.documents.dump_text import mended
from articles.documents.markdown import Block, Heading, Nested, Paragraph, read_blocks
from articles.documents.notes import Notes, shortened
from articles.documents.parsed import DocumentError, ParsedByline, ParsedDocument
from articles.documents.persons import begins_with_job, begins_with_role, read_byline
from articles.documents.pieces import Piece, Text, pieces_of
from articles.documents.rendering import plain_text
from newsroom.slugs import vietnamese_slug

_NOTICE = re.compile(r":[a-z_]+:[^:]{0,80}:[a-z_]+:|Xem chi tiết ở đây", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"more\s*(?:\((?P<source>[^()]{0,80})\)\s*[–—-]?|[–—-]\s)\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
_MIN_EXCERPT_LENGTH = 60
_BLOCKS_AN_EXCERPT_SPANS = 20
_SPACES = re.compile(r"\s+")


def parse_dump(text: str, notes: Notes) -> ParsedDocument:
    """Read the dump `text`; raises DocumentError when it has no title or no text."""
    title, blocks = _title(read_blocks(mended(text), notes))
    source_url, blocks = _source_address(blocks, notes)
    blocks = _without_excerpt(blocks)
    blocks, standfirst, source_name = _standfirst(blocks)
    pieces = [piece for block in blocks for piece in pieces_of(block, notes, with_cards=True)]
    pieces, bylines = _bylines(pieces)
    body = DumpBody(title, notes)
    body.build(pieces)
    body_html = "".join(body.blocks)
    if not (body_html or body.photos or standfirst):
        raise DocumentError(_("has a title and no text"))
    for missing, message in (
        (not body_html, _("There is no text besides the standfirst and the picture.")),
        (not standfirst, _("There is no standfirst.")),
        (not bylines, _("There is no byline.")),
        (not source_url, _("There is no source address.")),
    ):
        if missing:
            notes.add(message)
    return ParsedDocument(
        title=title,
        slug=vietnamese_slug(title),
        standfirst=standfirst,
        body_html=body_html,
        bylines=bylines,
        photos=tuple(body.photos.values()),
        related=tuple(body.related.values()),
        source_name=source_name,
        source_url=source_url,
        source_published_basis="not_stated",
        warnings=notes.as_tuple(),
    )


def _title(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The first title of the highest level, or a lesser one at the very beginning."""
    place = next((i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1), 0)
    block = blocks[place] if blocks else None
    title = plain_text(block.tokens) if isinstance(block, Heading) else ""
    if not title or (place == 0 and _NOTICE.search(title)):
        raise DocumentError(_("has no title"))
    return title, blocks[:place] + blocks[place + 1 :]


def _source_address(blocks: list[Block], notes: Notes) -> tuple[str, list[Block]]:
    """Take the notice "Xem chi tiết ở đây" out, with the excerpt that follows it on its line."""
    for place, block in enumerate(blocks[:3]):
        if isinstance(block, Nested) or not _NOTICE.search(plain_text(block.tokens)):
            continue
        address = next((str(token.attrs["href"]) for token in block.tokens if token.type == "link_open"), "")
        if address and not web_address(address):
            notes.add(
                _("The source address is not http(s) and was dropped: %(address)s")
                % {"address": shortened(address)}
            )
        rest = [] if isinstance(block, Heading) else _lines_after_first(block)
        return web_address(address), [*blocks[:place], *rest, *blocks[place + 1 :]]
    return "", blocks


def _lines_after_first(paragraph: Paragraph) -> list[Block]:
    """Without a rule under the notice the body follows on the next line: that line is kept."""
    breaks = [i for i, token in enumerate(paragraph.tokens) if token.type.endswith("break")]
    if not breaks:
        return []
    text = paragraph.text.copy(children=paragraph.tokens[breaks[0] + 1 :])
    return [Paragraph(text)]


def _without_excerpt(blocks: list[Block]) -> list[Block]:
    """Drop an excerpt that stands without the notice: it is cut off and repeats the body."""
    if not blocks or isinstance(blocks[0], Nested):
        return blocks
    excerpt = plain_text(blocks[0].tokens)
    if len(excerpt) < _MIN_EXCERPT_LENGTH or not _CUT_OFF.search(excerpt):
        return blocks
    body = "".join(
        plain_text(block.tokens)
        for block in blocks[1:_BLOCKS_AN_EXCERPT_SPANS]
        if not isinstance(block, Nested)
    )
    repeated = _SPACES.sub("", _CUT_OFF.sub("", excerpt)) in _SPACES.sub("", body)
    return blocks[1:] if repeated else blocks


def _standfirst(blocks: list[Block]) -> tuple[list[Block], str, str]:
    """Take the standfirst from the end; return the other blocks, it, and the name in its dateline."""
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if not isinstance(block, Paragraph):
            continue
        marker = _STANDFIRST.match(plain_text(block.tokens))
        if marker is None:
            continue
        texts, others = [marker["text"]], []
        for following in blocks[place + 1 :]:
            if isinstance(following, Paragraph) and _is_plain(following):
                texts.append(plain_text(following.tokens))
            else:
                others.append(following)
        standfirst = " ".join(text for text in texts if text)
        return blocks[:place] + others, standfirst, (marker["source"] or "").strip()
    return blocks, "", ""


def _is_plain(paragraph: Paragraph) -> bool:
    has_picture = any(token.type == "image" for token in paragraph.tokens)
    return not has_picture and not Text(paragraph.tokens).is_bold_line


def _bylines(pieces: list[Piece]) -> tuple[list[Piece], tuple[ParsedByline, ...]]:
    """Take the bold line that ends the body: the byline. Bold lines before it are headings.

    A name and its job, or an author and a photographer, may stand on two lines.
    """
    place = max((i for i, piece in enumerate(pieces) if isinstance(piece, Text)), default=-1)
    lines: list[str] = []
    while place >= 0 and isinstance(piece := pieces[place], Text) and piece.is_bold_line:
        line = piece.plain
        if not lines or begins_with_role(lines[0]):
            lines.insert(0, line)
        elif begins_with_job(lines[0]):
            lines[0] = f"{line} {lines[0]}"
        else:
            break
        pieces = pieces[:place] + pieces[place + 1 :]
        place -= 1
    return pieces, tuple(byline for line in lines for byline in read_byline(line))
