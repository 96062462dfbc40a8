"""Stories as data: `/api/v1/articles` and one story. Only what readers see."""

from datetime import datetime

from django.db.models import Prefetch
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from ninja.errors import HttpError

from articles.models import Article, Byline, Photo, Redirect, TaggedArticle
from articles.photos.markup import file_url
from articles.reading.onward import picked_for_readers
from articles.rendering import body_for_readers
from newsroom.api import ROOT, WHOLE_SLUG, Listing, Paging, Problem, iso, listing
from newsroom.body_html import read_blocks, tree
from newsroom.body_html.whole_addresses import make_whole
from newsroom.paging import page_by_moment
from newsroom.site import absolute
from newsroom.stated import Basis

router = Router(tags=["articles"])

GONE = "Bài này đã được gỡ."


class SectionName(Schema):
    slug: str
    name: str


class Signature(Schema):
    """One line of the byline, in printed order."""

    name: str
    slug: str
    role: str
    job_title: str | None
    kind: str


class Source(Schema):
    """Where the story comes from; `published_on` is null when the source does not state it."""

    name: str | None
    url: str | None
    published_on: str | None
    published_on_inferred: bool


class Picture(Schema):
    """A picture on a story. `width` and `height` are those of the file at `url`; null without a file."""

    url: str | None
    alt: str | None
    caption: str | None
    credit: str | None
    illustration: bool
    source_url: str | None
    width: int | None
    height: int | None


class RelatedLink(Schema):
    title: str
    url: str
    kind: str


class Correction(Schema):
    kind: str
    text: str
    at: datetime


class StoryInList(Schema):
    slug: str
    url: str
    title: str
    standfirst: str | None
    section: SectionName | None
    authors: list[Signature]
    tags: list[str]
    published_at: datetime
    updated_at: datetime | None
    event_date: str | None
    event_date_inferred: bool
    source: Source | None
    lead_photo: Picture | None


class Story(StoryInList):
    body_html: str
    body_text: str
    photos: list[Picture]
    related: list[RelatedLink]
    corrections: list[Correction]


@router.get("/articles", response={200: Listing[StoryInList], 400: Problem})
def articles(request, paging: Query[Paging]):
    """Published stories, newest first."""
    now = timezone.now()
    rows = _with_relations(Article.objects.open_until(now).for_list())
    page = page_by_moment(rows, cursor=paging.cursor, size=paging.limit, upto=now)
    return listing(request, paging, page, story_in_list)


@router.get("/articles/{slug}", response={200: Story, 301: None, 404: Problem, 410: Problem})
def article(request, slug: str = Path(..., pattern=WHOLE_SLUG)):
    """One published story. 410 when it was public and is no longer, 301 when its slug changed."""
    rows = Article.objects.published().select_related("section", "lead_photo").defer("story_html")
    found = _with_relations(rows).filter(slug=slug).first()
    return story(found) if found else _elsewhere(slug)


def _with_relations(rows):
    return rows.prefetch_related(
        Prefetch("bylines", Byline.objects.select_related("author")),
        Prefetch("tag_uses", TaggedArticle.objects.select_related("tag")),
    )


def _elsewhere(slug: str) -> HttpResponsePermanentRedirect:
    """What became of a story that readers do not find under this slug."""
    if Article.objects.once_public().filter(slug=slug).exists():
        raise HttpError(410, GONE)
    moved = Redirect.objects.filter(old_path=reverse("articles:article", args=[slug])).first()
    if moved is None:
        raise Http404
    if not moved.new_path:
        raise HttpError(410, GONE)
    return HttpResponsePermanentRedirect(f"/{ROOT}articles/{moved.new_slug}")


def story_in_list(article: Article) -> dict:
    return {
        "slug": article.slug,
        "url": absolute(article.get_absolute_url()),
        "title": article.title,
        "standfirst": article.standfirst or None,
        "section": {"slug": article.section.slug, "name": article.section.name} if article.section else None,
        "authors": [_signature(line) for line in article.bylines.all()],
        "tags": [use.tag.name for use in article.tag_uses.all()],
        "published_at": timezone.localtime(article.published_at),
        "updated_at": timezone.localtime(article.updated_at) if article.updated_at else None,
        "event_date": iso(article.event_date),
        "event_date_inferred": article.event_date_basis == Basis.INFERRED,
        "source": _source(article),
        "lead_photo": _picture(article.lead_photo) if article.lead_photo else None,
    }


def story(article: Article) -> dict:
    uses = list(article.photo_uses.select_related("photo"))
    photos = {use.photo.ref: use.photo for use in uses}
    return story_in_list(article) | {
        "body_html": _with_whole_addresses(body_for_readers(article.body, photos)),
        "body_text": _words(article.body, photos),
        "photos": [_picture(use.photo, use.caption) for use in uses],
        "related": [
            {"title": item["title"], "url": absolute(item["url"]), "kind": item["kind"]}
            for item in picked_for_readers(article)
        ],
        "corrections": [
            {"kind": note.kind, "text": note.text, "at": timezone.localtime(note.at)}
            for note in article.corrections.published()
        ],
    }


def _signature(line: Byline) -> dict:
    return {
        "name": line.author.name,
        "slug": line.author.slug,
        "role": line.role,
        "job_title": line.job_title or None,
        "kind": line.author.kind,
    }


def _source(article: Article) -> dict | None:
    if not (article.source_name or article.source_url or article.source_published_on):
        return None
    return {
        "name": article.source_name or None,
        "url": article.source_url or None,
        "published_on": iso(article.source_published_on),
        "published_on_inferred": article.source_published_basis == Basis.INFERRED,
    }


def _picture(photo: Photo, caption: str = "") -> dict:
    """The photo as it stands on a story: under a caption of its own there, else under the photo's."""
    address = file_url(photo)
    file = photo.renditions["jpeg"] if address else {}
    return {
        "url": absolute(address) or None,
        "alt": None if photo.decorative else photo.alt or None,
        "caption": caption or photo.caption or None,
        "credit": photo.credit or None,
        "illustration": photo.illustration,
        "source_url": photo.source_url or None,
        "width": file.get("width"),
        "height": file.get("height"),
    }


def _words(body: str, photos: dict[str, Photo]) -> str:
    """The words of the body as readers see them, one block a paragraph, captions in their places."""
    shown = {ref: photo.caption for ref, photo in photos.items()}
    texts = [
        block.text or shown.get(block.photo, "")
        for block in read_blocks(body)
        if block.leaf and not block.repeated
    ]
    return "\n\n".join(text for text in texts if text)


def _with_whole_addresses(html: str) -> str:
    """The reader's HTML for use elsewhere: addresses on this site carry its name."""
    if not html:
        return ""
    root = tree.parse(html)
    make_whole(root)
    return tree.serialise(root)
