"""The two texts that somebody wants compared: revisions by number, or what readers see now."""

from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from articles import working_copy
from articles.models import Article, Revision, Transition
from newsroom.keys import is_key

PUBLISHED = "published"


@dataclass(frozen=True)
class Version:
    """One text of a story; without a revision it is the row that readers see."""

    key: str
    snapshot: dict
    revision: Revision | None = None


class RowVersions(NamedTuple):
    """Ids of the revision that a story's row holds, of the one that was published before it, and of the first.

    None for what is not on record: a story of fixtures has no revision until somebody works on it.
    """

    held: int | None
    replaced: int | None
    first: int | None


def version(article: Article, key: str) -> Version:
    """The revision of that number, or what readers see. Raises BadRequest where there is none."""
    if key == PUBLISHED:
        if article.first_published_at is None:
            raise BadRequest(_("This story has not been published yet."))
        return Version(key, working_copy.snapshot_of(article))
    revision = article.revisions.filter(number=key).select_related("user").first() if is_key(key) else None
    if revision is None:
        raise BadRequest(_("This story has no such revision."))
    return Version(key, revision.snapshot, revision)


def pair(article: Article, older: str, newer: str) -> tuple[Version, Version]:
    """Both versions, the older one first. Without keys: the newest revision and what it is to be held against.

    That is what readers see, once the story is out; before that the revision before it.
    """
    newest = working_copy.newest(article)
    newer = newer or (str(newest.number) if newest else PUBLISHED)
    if not older and article.first_published_at is not None:
        older = PUBLISHED
    elif not older:
        before = article.revisions.filter(number__lt=newer if is_key(newer) else 0).first()
        older = str(before.number) if before else newer
    if is_key(older) and is_key(newer) and int(older) > int(newer):
        older, newer = newer, older
    return version(article, older), version(article, newer)


def neighbours(article: Article, older: Version, newer: Version) -> tuple[tuple, tuple]:
    """The pairs of numbers before and after this one, for walking through the history; empty at its ends."""
    before = after = ()
    if older.revision:
        earlier = article.revisions.filter(number__lt=older.revision.number).order_by("-number")
        before = tuple((one, older.revision.number) for one in earlier.values_list("number", flat=True)[:1])
    if newer.revision:
        later = article.revisions.filter(number__gt=newer.revision.number).order_by("number")
        after = tuple((newer.revision.number, one) for one in later.values_list("number", flat=True)[:1])
    return before, after


def shown_revision(article: Article) -> int | None:
    """Id of the revision that was published last; of the first where none is on record, as fixtures come.

    None for a story that has not been published.
    """
    return versions_of_row(article).held if article.first_published_at else None


def versions_of_row(article: Article) -> RowVersions:
    """The revisions in which the words of the row stand, and those that they replaced."""
    first = article.revisions.order_by("number").values_list("pk", flat=True).first()
    if article.first_published_at is None:
        newest = article.revisions.order_by("-number").values_list("pk", flat=True).first()
        return RowVersions(newest, None, first)
    steps = Transition.objects.filter(article=article, step="publish").order_by("-at", "-pk")
    held, replaced, *_ = [*steps.values_list("revision", flat=True)[:2], None, None]
    return RowVersions(held or first, replaced, first)
