"""Evidence follows its story: where the quoted words stand once it has changed."""

from typing import NamedTuple

from django.db import transaction

from articles import audit
from articles.comparing.versions import versions_of_row
from articles.models import Article
from awards.block_texts import block_texts, blocks_that_say, snapshot_texts
from awards.contradictions.review import review
from awards.light_edits import lightly_edited
from awards.models import Evidence

# What the name of a record needs besides its own row.
NAMED = (
    "honour__form",
    "honour__organisation",
    "honour__person",
    "announcement__form",
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
