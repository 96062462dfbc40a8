"""Records working copies as revisions, one on top of the other."""

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from articles.models import Article, Revision
from articles.step_log import log_step
from articles.working_copy.mirroring import apply
from articles.working_copy.references import References
from articles.working_copy.snapshot import empty_snapshot, is_row, normalised, snapshot_of
from newsroom.body_html import read_blocks


def newest(article: Article) -> Revision | None:
    return article.revisions.with_uses().order_by("-number").first()


def newest_snapshot(article: Article) -> dict:
    """What the story's next editor starts from."""
    revision = newest(article)
    return empty_snapshot() | (revision.snapshot if revision else snapshot_of(article))


def has_unpublished_changes(article: Article) -> bool:
    """Whether the working copy differs from what readers see; `update_state` tells how far it has come."""
    return article.first_published_at is not None and not is_row(newest_snapshot(article), article)


@transaction.atomic
def begin(
    snapshot: dict,
    *,
    user=None,
    origin=Revision.Origin.EDIT,
    note="",
    sitting="",
    references: References | None = None,
    **row_fields,
) -> Article:
    """A new draft with its first revision. `row_fields` are columns that no snapshot holds."""
    snapshot = normalised(snapshot)
    article = Article(created_by=user, **row_fields)
    apply(article, snapshot, references=references)
    _record(
        article,
        1,
        snapshot | {"slug": article.slug, "body": article.body},
        user,
        origin,
        note,
        sitting,
    )
    return article


@transaction.atomic
def save(article: Article, snapshot: dict, **how) -> Revision | None:
    """Record a changed working copy, as `save_on` does; None when nothing changed."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    return save_on(newest(row) or record_row(row), row, snapshot, **how)


def save_on(
    last: Revision,
    row: Article,
    snapshot: dict,
    *,
    user=None,
    origin=Revision.Origin.EDIT,
    note="",
    sitting="",
    earlier="",
    references: References | None = None,
) -> Revision | None:
    """Record a working copy on top of `last`, the newest revision, of the locked `row`; None when nothing changed.

    Blocks keep their ids from the previous revision, and from the body `earlier`, which the person may
    have had on the screen. The row follows until the first publication; `references` are what has been
    looked up for the snapshot already.

    While one sitting saves by itself its revision is written over; the first save that the person asks
    for closes it.
    """
    rolls = is_rolling(last, user, sitting)
    before = empty_snapshot() | last.snapshot
    if rolls and not earlier and _has_foreign_ids(snapshot.get("body", ""), before["body"]):
        earlier = _body_before(last)
    after = normalised(before | snapshot, previous_body=before["body"] + lost_blocks(before["body"], earlier))
    if after == before and not (rolls and last.origin != origin):
        return None
    if row.first_published_at is None:
        apply(row, after, before, references)
        after["slug"] = row.slug
    else:
        Article.objects.filter(pk=row.pk).update(modified_at=timezone.now())
    if rolls:
        revision = _roll(last, after, origin, note)
    else:
        revision = _record(row, last.number + 1, after, user, origin, note, sitting)
    if _has_to_be_read_again(row, after):
        stage = row.stage
        row.move_to(Article.State.IN_EDIT)
        log_step(row, "revise", stage, last, user=user)
    return revision


def _has_to_be_read_again(row: Article, snapshot: dict) -> bool:
    """Whether a change takes the story back into edit: one that was ready, or the first after publishing."""
    if row.first_published_at is None or row.update_state:
        return row.stage == Article.State.READY
    return not is_row(snapshot, row)


def is_rolling(revision: Revision, user, sitting: str) -> bool:
    """Whether this sitting may write over its own revision: it saved it by itself, and nothing refers to it."""
    return (
        bool(sitting)
        and revision.sitting == sitting
        and revision.origin == Revision.Origin.AUTOSAVE
        and revision.user_id == getattr(user, "pk", None)
        and not revision.is_referred_to()
    )


def _roll(revision: Revision, snapshot: dict, origin: str, note: str) -> Revision:
    revision.snapshot, revision.origin, revision.note = snapshot, origin, note
    revision.created_at = timezone.now()
    revision.save(update_fields=["snapshot", "origin", "note", "created_at"])
    return revision


def _has_foreign_ids(body: str, previous: str) -> bool:
    known = {block.id for block in read_blocks(previous)}
    return any(block.id and block.id not in known for block in read_blocks(body))


def _body_before(revision: Revision) -> str:
    earlier = revision.article.revisions.filter(number__lt=revision.number).first()
    return earlier.snapshot.get("body", "") if earlier else ""


def lost_blocks(body: str, earlier: str) -> str:
    """Blocks of the body `earlier` whose ids `body` has no more, so that they are known when they come back."""
    known = {block.id for block in read_blocks(body)}
    return "".join(
        f'<{block.tag} id="{block.id}">{escape(block.text)}</{block.tag}>'
        for block in read_blocks(earlier)
        if block.leaf and block.id not in known
    )


def record_row(article: Article, *, user=None, origin=Revision.Origin.EDIT, note="") -> Revision:
    """The first revision of a story whose row came without one, as fixtures do."""
    return _record(article, 1, normalised(snapshot_of(article)), user, origin, note)


def _record(article, number, snapshot, user, origin, note, sitting="") -> Revision:
    return Revision.objects.create(
        article=article,
        number=number,
        snapshot=snapshot,
        user=user,
        origin=origin,
        note=note,
        sitting=sitting,
    )
