"""Evidence follows its story: where the quoted words stand, and which pages repeat them."""

from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from articles import audit, working_copy
from articles.comparing.versions import versions_of_row
from articles.models import Article, ArticlePhoto
from awards.contradictions.review import review
from awards.light_edits import lightly_edited
from awards.models import (
    Announcement,
    AwardForm,
    Campaign,
    Event,
    Evidence,
    ExemplaryModel,
    Honour,
    Organisation,
    Person,
    Target,
)
from newsroom.body_html import Block, read_blocks
from newsroom.vietnamese import collapse_spaces

TITLE, STANDFIRST, LEAD_CAPTION = "tit", "sapo", "anh-chinh"

# What the name of a record needs besides its own row.
NAMED = (
    "honour__form",
    "honour__organisation",
    "honour__person",
    "announcement__form",
)

# The evidence whose story prints something of a record in the box beside it.
_PRINTS = {
    AwardForm: ("honour__form", "announcement__form"),
    Organisation: ("organisation", "honour__organisation", "exemplary_model__organisation"),
    Person: ("person", "honour__person"),
    Event: ("event",),
    Campaign: ("campaign", "target__campaign"),
    Target: ("target",),
    ExemplaryModel: ("exemplary_model",),
    Honour: ("honour",),
    Announcement: ("announcement",),
}


def block_texts(article: Article) -> dict[str, str]:
    """The words of each block of the story as its row holds them, by block id, in reading order.

    Title, standfirst and the lead's caption are blocks too. Where blocks nest, the innermost owns
    the words; a picture without a caption of its own shows the photo's.
    """
    blocks = read_blocks(article.body)
    captions = dict(
        ArticlePhoto.objects.filter(article=article).values_list("photo__ref", "photo__caption")
        if any(block.photo and not block.text for block in blocks)
        else ()
    )
    lead_caption = article.lead_photo.caption if article.lead_photo else ""
    return quotable_texts(article.title, article.standfirst, lead_caption, blocks, captions)


def quotable_texts(
    title: str, standfirst: str, lead_caption: str, blocks: list[Block], captions: dict[str, str]
) -> dict[str, str]:
    """The words of each block by its id, for a story in these parts; `captions` of photos are by ref.

    A pull quote that repeats a paragraph proves nothing: the paragraph does.
    """
    texts = {TITLE: title, STANDFIRST: standfirst, LEAD_CAPTION: lead_caption}
    texts |= {
        block.id: block.text or captions.get(block.photo, "")
        for block in blocks
        if block.leaf and not block.repeated
    }
    return {block: collapse_spaces(text) for block, text in texts.items() if text}


def snapshot_texts(snapshot: dict) -> dict[str, str]:
    """The words of each block as the story would have them once this working copy is published."""
    photos = working_copy.photos_of(snapshot)
    lead = photos.get(snapshot["lead_photo"])
    captions = {ref: photo.caption for ref, photo in photos.items()}
    blocks = read_blocks(snapshot["body"])
    return quotable_texts(
        snapshot["title"], snapshot["standfirst"], lead.caption if lead else "", blocks, captions
    )


def losses(article: Article, snapshot: dict) -> list[Evidence]:
    """Evidence found in the story now that would be marked as not found once the snapshot is published."""
    pieces = list(Evidence.objects.filter(article=article.pk, found=True))
    texts = snapshot_texts(snapshot) if pieces else {}
    lost = [piece.pk for piece in pieces if not followed(piece, texts).found]
    return list(Evidence.objects.filter(pk__in=lost).with_record().select_related(*NAMED)) if lost else []


class Place(NamedTuple):
    """Where a piece of evidence stands: the block, the exact words there, and whether they are found."""

    block: str
    quote: str
    found: bool


def followed(piece: Evidence, texts: dict[str, str]) -> Place:
    """The block where the piece's words stand in these texts, and how they are written there.

    Words that left their block and stand in one other are followed there, and so are words that were
    lightly edited (`awards.light_edits`). Words that stand nowhere, or in several blocks that are not
    theirs, are not found.
    """
    if place := _one_place(piece.block, blocks_that_say(texts, piece.quote)):
        return Place(place, piece.quote, True)
    edited = {
        block: passage for block, text in texts.items() if (passage := lightly_edited(text, piece.quote))
    }
    if place := _one_place(piece.block, list(edited)):
        return Place(place, edited[place], True)
    return Place(piece.block, piece.quote, False)


def _one_place(own: str, places: list[str]) -> str:
    """The block meant among several: its own, else the only one; nothing when it cannot be told."""
    return own if own in places else places[0] if len(places) == 1 else ""


def blocks_that_say(texts: dict[str, str], quote: str) -> list[str]:
    """Ids of the blocks that hold the exact words."""
    wanted = collapse_spaces(quote)
    return [block for block, text in texts.items() if wanted and wanted in text]


@transaction.atomic
def recheck(article: Article) -> list[Evidence]:
    """Look for every quote in the story again, as `followed` does; returns the pieces that changed.

    Words that are written anew are logged, and contradictions about what they prove looked at again.
    """
    texts = block_texts(article)
    changed, rewritten = [], []
    for piece in Evidence.objects.filter(article=article):
        now = followed(piece, texts)
        if now == (piece.block, piece.quote, piece.found):
            continue
        if now.quote != piece.quote:
            rewritten.append(piece)
            audit.record("follow", piece, before=piece.quote, after=now.quote)
        piece.block, piece.quote, piece.found = now
        changed.append(piece)
    _keep_versions(article, changed)
    Evidence.objects.bulk_update(changed, ["block", "quote", "found", "quote_fold", "revision"])
    if rewritten:
        keys = [piece.pk for piece in rewritten]
        review(piece.record for piece in Evidence.objects.filter(pk__in=keys).with_record())
    return changed


def _keep_versions(article: Article, pieces: list[Evidence]) -> None:
    """Words that stand in the row were read in its revision; words just lost, in the one that had them last."""
    if not pieces:
        return
    versions = versions_of_row(article)
    for piece in pieces:
        if piece.found:
            piece.revision_id = versions.held
        else:
            piece.revision_id = versions.replaced or piece.revision_id or versions.first


def stories_citing(record):
    """The stories, once public, that print something of the record in the box beside them."""
    condition = Q(pk__in=[])
    for column in _PRINTS.get(type(record), ()):
        condition |= Q(**{column: record})
    cited = Evidence.objects.filter(condition, article=OuterRef("pk"))
    return Article.objects.filter(Exists(cited), first_published_at__isnull=False)
