"""The copy that editors work on: the newest Revision of a story.

A snapshot is a plain dict of everything an editor can change. Until the first publication the
story's row mirrors the newest snapshot; after it, only publishing brings a snapshot to the row.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from articles.models import (
    Article,
    ArticlePhoto,
    Author,
    Byline,
    Photo,
    RelatedItem,
    Revision,
    Section,
    Series,
    Tag,
)
from articles.models.tag import TaggedArticle
from articles.step_log import log_step
from articles.tag_names import split_tag_names
from newsroom.body_html import assign_ids, read_blocks
from newsroom.partial_dates import PartialDate
from newsroom.vietnamese import collapse_spaces, exact_key

TEXT_FIELDS = (
    "title",
    "kicker",
    "slug",
    "standfirst",
    "body",
    "source_name",
    "source_url",
    "source_published_on",
    "source_published_basis",
    "source_published_note",
    "event_date",
    "event_date_basis",
    "event_date_note",
    "genre",
)
BYLINE_KEYS = ("role", "job_title", "raw_line")
RELATED_KEYS = ("title", "url", "kind")


def empty_snapshot() -> dict:
    """The snapshot of a story that has nothing yet."""
    return dict.fromkeys(TEXT_FIELDS, "") | {
        "section": None,
        "series": None,
        "part": None,
        "lead_photo": "",
        "tags": [],
        "bylines": [],
        "related": [],
    }


def snapshot_of(article: Article) -> dict:
    """The content of the story's row and its relations."""
    snapshot = {name: _plain(getattr(article, name)) for name in TEXT_FIELDS}
    snapshot |= {"section": article.section_id, "series": article.series_id, "part": article.part}
    snapshot["lead_photo"] = article.lead_photo.ref if article.lead_photo else ""
    if article.pk is None:
        return snapshot | {"tags": [], "bylines": [], "related": []}
    snapshot["tags"] = [use.tag.name for use in article.tag_uses.select_related("tag")]
    snapshot["bylines"] = [
        {"author": line.author_id} | {key: getattr(line, key) for key in BYLINE_KEYS}
        for line in article.bylines.all()
    ]
    snapshot["related"] = [
        {key: getattr(item, key) for key in RELATED_KEYS} for item in article.related_items.all()
    ]
    return snapshot


def newest(article: Article) -> Revision | None:
    return article.revisions.order_by("-number").first()


def newest_snapshot(article: Article) -> dict:
    """What the story's next editor starts from."""
    revision = newest(article)
    return empty_snapshot() | (revision.snapshot if revision else snapshot_of(article))


def has_unpublished_changes(article: Article) -> bool:
    """Whether the working copy differs from what readers see; `update_state` tells how far it has come."""
    return article.first_published_at is not None and newest_snapshot(article) != snapshot_of(article)


@transaction.atomic
def begin(
    snapshot: dict, *, user=None, origin=Revision.Origin.EDIT, note="", sitting="", **row_fields
) -> Article:
    """A new draft with its first revision. `row_fields` are columns that no snapshot holds."""
    snapshot = normalised(snapshot)
    article = Article(created_by=user, **row_fields)
    apply(article, snapshot)
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
) -> Revision | None:
    """Record a working copy on top of `last`, the newest revision, of the locked `row`; None when nothing changed.

    Blocks keep their ids from the previous revision, and from the body `earlier`, which the person may
    have had on the screen. The row follows until the first publication.

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
        apply(row, after, before)
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
    return snapshot != snapshot_of(row)


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


def normalised(snapshot: dict, previous_body: str = "") -> dict:
    """The snapshot with every text as the model's fields would store it, and ids on every block."""
    result = empty_snapshot() | snapshot
    for name in TEXT_FIELDS:
        field = Article._meta.get_field(name)
        result[name] = _plain(field.to_python(result[name] or ""))
    result["body"] = assign_ids(result["body"], previous_body)
    result["part"] = result["part"] if result["series"] else None
    result["tags"] = split_tag_names(",".join(result["tags"]))
    result["bylines"] = _rows(result["bylines"], ("author", *BYLINE_KEYS))
    result["related"] = _rows(result["related"], RELATED_KEYS)
    return result


def tags_named(names: list[str]) -> list[Tag]:
    """Tags in the order of the names; a new one is made where no tag has the same key."""
    known = {tag.key: tag for tag in Tag.objects.filter(key__in=map(exact_key, names))}
    tags = []
    for name in names:
        key = exact_key(name)
        if key not in known:
            known[key] = Tag.objects.create(name=name)
        if known[key] not in tags:
            tags.append(known[key])
    return tags


def apply(article: Article, snapshot: dict, before: dict | None = None) -> None:
    """Bring a snapshot to the row. Once readers see the row, that is publishing's business alone.

    Where the row mirrors the snapshot `before`, only what differs from it is written.
    """
    snapshot = empty_snapshot() | snapshot
    changed = {name for name in snapshot if before is None or snapshot[name] != before.get(name)}
    columns = [name for name in TEXT_FIELDS if name in changed]
    for name in columns:
        setattr(article, name, Article._meta.get_field(name).to_python(snapshot[name]))
    if "section" in changed:
        columns.append("section")
        article.section = (
            Section.objects.filter(pk=snapshot["section"]).first() if snapshot["section"] else None
        )
    if changed & {"series", "part"}:
        columns += ["series", "part"]
        article.series = Series.objects.filter(pk=snapshot["series"]).first() if snapshot["series"] else None
        article.part = snapshot["part"] if article.series else None
    pictures = before is None or captions_of(snapshot) != captions_of(before)
    photos = photos_of(snapshot) if pictures else {}
    if "lead_photo" in changed:
        columns.append("lead_photo")
        article.lead_photo = photos.get(snapshot["lead_photo"])
    article.modified_at = timezone.now()
    article.save(update_fields=None if before is None else [*columns, "modified_at", "search_fold"])
    if "bylines" in changed:
        _apply_bylines(article, snapshot["bylines"])
    if "related" in changed:
        article.related_items.all().delete()
        RelatedItem.objects.bulk_create(
            RelatedItem(article=article, position=place, **item)
            for place, item in enumerate(snapshot["related"])
        )
    if "tags" in changed:
        article.tag_uses.all().delete()
        TaggedArticle.objects.bulk_create(
            TaggedArticle(content_object=article, tag=tag, published_at=article.published_at)
            for tag in tags_named(snapshot["tags"])
        )
    if pictures:
        _apply_photos(article, snapshot, photos)


def _apply_bylines(article: Article, bylines: list[dict]) -> None:
    article.bylines.all().delete()
    known = set(
        Author.objects.filter(pk__in=[line["author"] for line in bylines]).values_list("pk", flat=True)
    )
    rows, seen = [], set()
    for place, line in enumerate(bylines):
        key = (line["author"], line["role"])
        if line["author"] in known and key not in seen:
            seen.add(key)
            rows.append(
                Byline(
                    article=article,
                    author_id=line["author"],
                    position=place,
                    published_at=article.published_at,
                    **{name: line[name] for name in BYLINE_KEYS},
                )
            )
    Byline.objects.bulk_create(rows)


def photos_of(snapshot: dict) -> dict[str, Photo]:
    """Photos that the snapshot uses, by ref: the lead and those of the body."""
    refs = [
        snapshot["lead_photo"],
        *(block.photo for block in read_blocks(snapshot["body"])),
    ]
    return {photo.ref: photo for photo in Photo.objects.filter(ref__in=[ref for ref in refs if ref])}


def captions_of(snapshot: dict) -> dict[str, str]:
    """Refs of the pictures in order, the lead first, with the caption that each has in the body."""
    captions = {snapshot["lead_photo"]: ""}
    for block in read_blocks(snapshot["body"]):
        if block.photo:
            captions.setdefault(block.photo, block.text)
    return captions


def _apply_photos(article: Article, snapshot: dict, photos: dict[str, Photo]) -> None:
    article.photo_uses.all().delete()
    ArticlePhoto.objects.bulk_create(
        ArticlePhoto(article=article, photo=photos[ref], caption=caption[:600], position=place)
        for place, (ref, caption) in enumerate(captions_of(snapshot).items())
        if ref in photos
    )


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


def _plain(value) -> str:
    if isinstance(value, PartialDate):
        return value.iso()
    return "" if value is None else str(value)


def _rows(rows: list[dict], keys: tuple[str, ...]) -> list[dict]:
    def clean(value):
        return collapse_spaces(value) if isinstance(value, str) else value

    return [{key: clean(row.get(key, "")) for key in keys} for row in rows]
