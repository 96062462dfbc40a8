"""Form (b): Markdown, with or without TOML front matter between +++ lines."""

import re
import tomllib
from dataclasses import replace

from django.utils.translation import gettext as _
from markdown_it.tree import SyntaxTreeNode

from articles.documents.addresses import file_name, photo_ref, web_address
from articles.documents.captions import split_credit
from articles.documents.markdown import Block, Heading, read_blocks
from articles.documents.notes import Notes, shortened
from articles.documents.parsed import DocumentError, ParsedByline, ParsedDocument, ParsedPhoto, ParsedRelated
from articles.documents.pieces import Picture, Piece, Text, pieces_of
from articles.documents.rendering import (
    figure_html,
    heading_html,
    inline_html,
    nested_html,
    note_refused_picture,
    paragraph_html,
    plain_text,
)
from articles.documents.toml_table import TomlTable
from articles.models import Article, Author, Byline, RelatedItem
from newsroom.slugs import vietnamese_slug
from newsroom.stated import Basis

MAX_FRONT_MATTER_KILOBYTES = 256
MAX_REF_LENGTH = 60
_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_YAML = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\n|$)")
_YAML_KEY = re.compile(r"^[\w-]+:", re.MULTILINE)
_OWN_PHOTO = "photo:"

_BASES = (Basis.STATED.value, Basis.INFERRED.value)


def has_front_matter(text: str) -> bool:
    return bool(_FENCE.match(text.lstrip("\n")))


def parse_markdown(text: str, notes: Notes) -> ParsedDocument:
    """Read a Markdown document. Its title is the key `title`, else its first heading of level 1.

    Raises DocumentError when it has no title or no text, or a key holds what it may not.
    """
    values, body = _split(text)
    table = TomlTable(values, "", notes)
    title = table.text("title")
    blocks = read_blocks(body, notes)
    title, blocks = _title(title, blocks)
    written_slug = table.text("slug")
    slug = vietnamese_slug(written_slug or title)
    if written_slug and slug != written_slug:
        notes.add(
            _("The slug “%(written)s” was taken as “%(slug)s”.")
            % {"written": shortened(written_slug), "slug": shortened(slug)}
        )
    body_of = _MarkdownBody(_photos(table), notes)
    document = ParsedDocument(
        title=title,
        body_html=body_of.html(blocks),
        photos=tuple(body_of.photos.values()),
        slug=slug,
        kicker=table.text("kicker"),
        section=table.text("section"),
        genre=table.choice("genre", Article.Genre.values, ""),
        **_series(table),
        tags=table.texts("tags"),
        standfirst=table.text("standfirst"),
        bylines=tuple(_byline(each) for each in table.tables("bylines")),
        related=_related(table),
        source_name=table.text("source_name"),
        source_url=table.address("source_url"),
        published_at=table.moment("published_at"),
        **_date(table, "source_published_on", "source_published", silent=bool(values)),
        **_date(table, "event_date", "event_date", silent=bool(values)),
    )
    table.warn_of_unknown_keys()
    if not (document.body_html or document.standfirst):
        raise DocumentError(_("has a title and no text"))
    return replace(document, warnings=notes.as_tuple())


def _split(text: str) -> tuple[dict[str, object], str]:
    """The values of the front matter, none without one, and the Markdown behind it."""
    text = text.lstrip("\n")
    yaml = _YAML.match(text)
    if yaml and _YAML_KEY.search(yaml[0]):
        raise DocumentError(_("has YAML front matter (---); write it as TOML between two lines of +++"))
    opening = _FENCE.match(text)
    if opening is None:
        return {}, text
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        raise DocumentError(_("has front matter that does not end: the second line of +++ is missing"))
    source = text[opening.end() : closing.start()]
    if len(source) > MAX_FRONT_MATTER_KILOBYTES * 1024:
        raise DocumentError(
            _("has front matter of more than %(limit)d KB, the limit") % {"limit": MAX_FRONT_MATTER_KILOBYTES}
        )
    try:
        return tomllib.loads(source), text[closing.end() :]
    except RecursionError as error:
        raise DocumentError(_("has front matter that nests too deep")) from error
    except ValueError as error:  # also a number of thousands of digits
        raise DocumentError(
            _("has front matter that is no TOML: %(reason)s") % {"reason": shortened(str(error))}
        ) from error


def _title(title: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title, and the blocks without the heading that says it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1 and plain_text(block.tokens):
            heading = plain_text(block.tokens)
            if not title or (title == heading and place == 0):
                return heading, blocks[:place] + blocks[place + 1 :]
            break
    if not title:
        raise DocumentError(_("has no title: write it as “# Title”, underlined with ===, or in front matter"))
    return title, blocks


def _series(table: TomlTable) -> dict:
    series, part = table.text("series"), table.number("part")
    if part and not series:
        raise DocumentError(_("has a “part” and no “series” that it is part of"))
    return {"series": series, "part": part}


def _byline(table: TomlTable) -> ParsedByline:
    name = table.required_text("name")
    job_title = table.text("job_title")
    byline = ParsedByline(
        name=name,
        role=table.choice("role", Byline.Role.values, "author"),
        job_title=job_title,
        kind=table.choice("kind", Author.Kind.values, "official" if job_title else "contributor"),
        raw=table.text("raw") or name,
    )
    table.warn_of_unknown_keys()
    return byline


def _photos(table: TomlTable) -> dict[str, ParsedPhoto]:
    photos: dict[str, ParsedPhoto] = {}
    for entry in table.tables("photos"):
        photo = ParsedPhoto(
            ref=entry.ref("ref", MAX_REF_LENGTH),
            file=_relative_file(entry.text("file")),
            alt=entry.text("alt"),
            caption=entry.text("caption"),
            credit=entry.text("credit"),
            source_url=entry.address("source_url"),
            rights=entry.text("rights"),
            illustration=entry.flag("illustration"),
            decorative=entry.flag("decorative"),
            lead=entry.flag("lead"),
        )
        entry.warn_of_unknown_keys()
        if photo.ref in photos:
            raise DocumentError(_("has two photos “%(ref)s”") % {"ref": photo.ref})
        photos[photo.ref] = photo
    if sum(photo.lead for photo in photos.values()) > 1:
        raise DocumentError(_("has more than one lead photo"))
    return photos


def _relative_file(path: str) -> str:
    if path and (path.startswith(("/", "~")) or ":" in path or "\\" in path or ".." in path.split("/")):
        raise DocumentError(
            _("names a photo file outside its folder: “%(path)s”") % {"path": shortened(path)}
        )
    return path


def _related(table: TomlTable) -> tuple[ParsedRelated, ...]:
    related: dict[str, ParsedRelated] = {}
    for entry in table.tables("related"):
        title = entry.required_text("title")
        kind = entry.choice("kind", RelatedItem.Kind.values, "story")
        url = entry.address("url")
        entry.warn_of_unknown_keys()
        if url:
            related.setdefault(url, ParsedRelated(title, url, kind))
    return tuple(related.values())


def _date(table: TomlTable, key: str, prefix: str, *, silent: bool) -> dict[str, str]:
    """A date with its basis and note; front matter without the date says that the source is silent."""
    value = table.partial_date(key)
    basis = table.choice(f"{prefix}_basis", _BASES, "stated")
    note = table.text(f"{prefix}_note")
    if value and basis == "inferred" and not note:
        raise DocumentError(_("needs “%(key)s”: inferred from what?") % {"key": f"{prefix}_note"})
    if not value:
        basis, note = "not_stated" if silent else "", ""
    return {key: value, f"{prefix}_basis": basis, f"{prefix}_note": note}


class _MarkdownBody:
    """Builds the body; `photos` grows by the remote pictures found in it."""

    def __init__(self, photos: dict[str, ParsedPhoto], notes: Notes) -> None:
        self.photos = photos
        self._notes = notes

    def html(self, blocks: list[Block]) -> str:
        return "".join(
            self._piece(piece)
            for block in blocks
            for piece in pieces_of(block, self._notes, with_cards=False)
        )

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Picture):
            return self._figure(piece)
        if isinstance(piece, Text):
            content = inline_html(piece.tokens, self._notes)
            return heading_html(piece.level, content) if piece.level else paragraph_html(content)
        return nested_html(piece, self._notes) if isinstance(piece, SyntaxTreeNode) else ""

    def _figure(self, picture: Picture) -> str:
        """A figure of a declared photo (its brackets hold the caption) or of a remote picture."""
        if picture.url.startswith(_OWN_PHOTO):
            ref = picture.url.removeprefix(_OWN_PHOTO)
            if ref not in self.photos:
                raise DocumentError(
                    _("shows a photo that it does not describe: “%(ref)s”") % {"ref": shortened(ref)}
                )
            return figure_html(ref, picture.alt)
        url = web_address(picture.url)
        if not url:
            note_refused_picture(picture.url, self._notes)
            return ""
        caption, credit = split_credit(picture.title or picture.alt)
        if not caption:
            self._notes.add(_("A picture has no caption: %(file)s") % {"file": file_name(url)})
        photo = ParsedPhoto(photo_ref(url), alt=picture.alt, caption=caption, credit=credit, source_url=url)
        self.photos.setdefault(photo.ref, photo)
        return figure_html(photo.ref, caption)
