"""What a document says, before anything of it is in the database."""

from dataclasses import dataclass
from datetime import datetime


class DocumentError(Exception):
    """A document that cannot be imported; `str()` is one line that its sender can act on."""


@dataclass(frozen=True)
class ParsedByline:
    """One name of the byline.

    `role`: author, photographer, editor, translator or illustrator. `kind`: staff, contributor,
    official or agency. `raw`: the line as the source prints it.
    """

    name: str
    role: str = "author"
    job_title: str = ""
    kind: str = "contributor"
    raw: str = ""


@dataclass(frozen=True)
class ParsedPhoto:
    """One picture; `ref` is what `<img data-file>` in the body names.

    `alt` is empty where the document describes nothing. `file` is a path as the document writes it;
    a remote picture has none. A lead picture stands above the body, not in it, unless the document
    puts it there as well.
    """

    ref: str
    file: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    source_url: str = ""
    rights: str = ""
    illustration: bool = False
    decorative: bool = False
    lead: bool = False


@dataclass(frozen=True)
class ParsedRelated:
    """A card that points elsewhere; `kind`: story, video or link."""

    title: str
    url: str
    kind: str = "story"


@dataclass(frozen=True)
class ParsedDocument:
    """One story. Texts are NFC and plain, `body_html` is of the house's body markup, without ids.

    Dates are ISO texts as precise as stated ("2020", "2020-09", "2020-09-08"). Their basis is
    stated, inferred (from what its note says), not_stated (the source is silent), or empty where
    the document does not tell.
    """

    title: str
    body_html: str
    kicker: str = ""
    slug: str = ""
    section: str = ""
    genre: str = ""
    series: str = ""
    part: int | None = None
    tags: tuple[str, ...] = ()
    standfirst: str = ""
    bylines: tuple[ParsedByline, ...] = ()
    photos: tuple[ParsedPhoto, ...] = ()
    related: tuple[ParsedRelated, ...] = ()
    source_name: str = ""
    source_url: str = ""
    source_published_on: str = ""
    source_published_basis: str = ""
    source_published_note: str = ""
    event_date: str = ""
    event_date_basis: str = ""
    event_date_note: str = ""
    published_at: datetime | None = None
    warnings: tuple[str, ...] = ()
