"""Our editions of the stories → rows of articles.json."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from articles.documents import DocumentError, ParsedDocument, parse_document
from awards.block_texts import quotable_texts
from awards.seeding.rows import key, row
from newsroom.body_html import assign_ids, clean_body, read_blocks
from newsroom.slugs import vietnamese_slug


@dataclass(frozen=True)
class Edition:
    """One edition: what was parsed, its address, and its body as it will be stored."""

    slug: str
    document: ParsedDocument
    body: str

    @cached_property
    def texts(self) -> dict[str, str]:
        """The words that can be quoted, by block id."""
        document = self.document
        captions = {photo.ref: photo.caption for photo in document.photos}
        lead_caption = next((photo.caption for photo in document.photos if photo.lead), "")
        return quotable_texts(
            document.title, document.standfirst, lead_caption, read_blocks(self.body), captions
        )


def read_editions(folder: Path, faults: list[str]) -> list[Edition]:
    """Editions by date of publication here; what is wrong with one is added to the faults."""
    editions = []
    for path in sorted((folder / "documents").glob("*.md")):
        try:
            document = parse_document(path.read_bytes())
        except DocumentError as error:
            faults.append(f"{path.name}: {error}")
            continue
        faults += [f"{path.name}: {warning}" for warning in document.warnings]
        faults += _missing_files(path, folder, document)
        if document.published_at is None:
            faults.append(f"{path.name}: published_at is missing")
            continue
        body = assign_ids(clean_body(document.body_html))
        editions.append(Edition(document.slug, document, body))
    return sorted(editions, key=lambda edition: (edition.document.published_at, edition.slug))


def _missing_files(path: Path, folder: Path, document: ParsedDocument) -> list[str]:
    """A drawing stands as photos/<ref>.jpg, where loading looks for it."""
    return [
        f"{path.name}: {photo.file} is not there, or is not named photos/{photo.ref}.jpg"
        for photo in document.photos
        if photo.file and (photo.file != f"photos/{photo.ref}.jpg" or not (folder / photo.file).is_file())
    ]


def rows(editions: list[Edition]) -> list[dict]:
    """Sections, tags, authors and photos, then the stories with what hangs on them."""
    documents = [edition.document for edition in editions]
    sections = dict.fromkeys(document.section for document in documents if document.section)
    tags = dict.fromkeys(tag for document in documents for tag in document.tags)
    return [
        *(
            row("articles.section", slug=vietnamese_slug(name), name=name, position=place)
            for place, name in enumerate(sections, start=1)
        ),
        *(row("articles.tag", slug=vietnamese_slug(name), name=name) for name in tags),
        *_author_rows(documents),
        *(_photo_row(edition, photo) for edition in editions for photo in edition.document.photos),
        *(line for edition in editions for line in _story_rows(edition)),
    ]


def _author_rows(documents: list[ParsedDocument]) -> list[dict]:
    authors = {byline.name: byline for document in documents for byline in document.bylines}
    return [
        row(
            "articles.author",
            slug=vietnamese_slug(name),
            name=name,
            kind=byline.kind,
            job_title=byline.job_title,
        )
        for name, byline in authors.items()
    ]


def _photo_row(edition: Edition, photo) -> dict:
    return row(
        "articles.photo",
        ref=photo.ref,
        alt=photo.alt,
        decorative=photo.decorative,
        caption=photo.caption,
        credit=photo.credit,
        source_url=photo.source_url,
        rights=photo.rights,
        illustration=photo.illustration,
        created_at=edition.document.published_at.isoformat(),
    )


def _story_rows(edition: Edition) -> list[dict]:
    document, at = edition.document, edition.document.published_at.isoformat()
    lead = next((photo.ref for photo in document.photos if photo.lead), None)
    article = row(
        "articles.article",
        slug=edition.slug,
        title=document.title,
        kicker=document.kicker,
        standfirst=document.standfirst,
        body=edition.body,
        section=key(vietnamese_slug(document.section)),
        lead_photo=key(lead),
        source_name=document.source_name,
        source_url=document.source_url,
        source_published_on=document.source_published_on,
        source_published_basis=document.source_published_basis,
        source_published_note=document.source_published_note,
        event_date=document.event_date,
        event_date_basis=document.event_date_basis,
        event_date_note=document.event_date_note,
        state="published",
        published_at=at,
        first_published_at=at,
        created_at=at,
        modified_at=at,
        document_key=document.source_url,
    )
    used = dict.fromkeys([lead, *(block.photo for block in read_blocks(edition.body))])
    captions = {block.photo: block.text for block in read_blocks(edition.body)} | {lead: ""}
    return [
        article,
        *(
            row(
                "articles.byline",
                article=[edition.slug],
                author=[vietnamese_slug(byline.name)],
                role=byline.role,
                job_title=byline.job_title,
                raw_line=byline.raw,
                position=place,
                published_at=at,
            )
            for place, byline in enumerate(document.bylines)
        ),
        *(
            row(
                "articles.taggedarticle",
                content_object=[edition.slug],
                tag=[vietnamese_slug(tag)],
                published_at=at,
            )
            for tag in document.tags
        ),
        *(
            row(
                "articles.relateditem",
                article=[edition.slug],
                position=place,
                title=item.title,
                url=item.url,
                kind=item.kind,
            )
            for place, item in enumerate(document.related)
        ),
        *(
            row(
                "articles.articlephoto",
                article=[edition.slug],
                photo=[ref],
                caption=captions.get(ref, ""),
                position=place,
            )
            for place, ref in enumerate(filter(None, used))
        ),
    ]
