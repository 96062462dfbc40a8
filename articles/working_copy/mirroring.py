"""Brings a snapshot to the story's row and to the rows beside it."""

from django.utils import timezone

from articles.models import Article, ArticlePhoto, Byline, RelatedItem, Tag
from articles.models.tag import TaggedArticle
from articles.working_copy.references import References
from articles.working_copy.snapshot import BYLINE_KEYS, TEXT_FIELDS, captions_of, empty_snapshot
from newsroom.vietnamese import exact_key


def apply(
    article: Article, snapshot: dict, before: dict | None = None, references: References | None = None
) -> None:
    """Bring a snapshot to the row. Once readers see the row, that is publishing's business alone.

    Where the row mirrors the snapshot `before`, only what differs from it is written. `references` are
    what has been looked up for the snapshot already; what is named and not there is left out.
    """
    snapshot = empty_snapshot() | snapshot
    changed = {name for name in snapshot if before is None or snapshot[name] != before.get(name)}
    pictures = before is None or captions_of(snapshot) != captions_of(before)
    references = references or References()
    references.find(
        section=[snapshot["section"]] if "section" in changed else [],
        series=[snapshot["series"]] if changed & {"series", "part"} else [],
        author=[line["author"] for line in snapshot["bylines"]] if "bylines" in changed else [],
        tag=snapshot["tags"] if "tags" in changed else [],
        photo=captions_of(snapshot) if pictures else [],
    )
    columns = _apply_columns(article, snapshot, changed, references)
    article.modified_at = timezone.now()
    article.save(update_fields=None if before is None else [*columns, "modified_at", "search_fold"])
    if "bylines" in changed:
        _apply_bylines(article, snapshot["bylines"], references)
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
            for tag in _tags_named(snapshot["tags"], references)
        )
    if pictures:
        _apply_photos(article, snapshot, references)


def _apply_columns(article: Article, snapshot: dict, changed: set[str], references: References) -> list[str]:
    """Set what has changed on the row; returns the names of its columns."""
    columns = [name for name in TEXT_FIELDS if name in changed]
    for name in columns:
        setattr(article, name, Article._meta.get_field(name).to_python(snapshot[name]))
    if "section" in changed:
        columns.append("section")
        article.section_id = _key_of(references.get("section", snapshot["section"]))
    if changed & {"series", "part"}:
        columns += ["series", "part"]
        article.series_id = _key_of(references.get("series", snapshot["series"]))
        article.part = snapshot["part"] if article.series_id else None
    if "lead_photo" in changed:
        columns.append("lead_photo")
        article.lead_photo_id = _key_of(references.get("photo", snapshot["lead_photo"]))
    return columns


def _key_of(record) -> int | None:
    return record and record.pk


def _tags_named(names: list[str], references: References) -> list[Tag]:
    """Tags in the order of the names; a new one is made where no tag has the same key."""
    new = {exact_key(name): Tag(name=name) for name in names if not references.get("tag", name)}
    if new:
        Tag._meta.get_field("slug").give_slugs(list(new.values()), taken=references.slugs_taken)
        references.add_tags(Tag.objects.bulk_create(new.values()))
    return list(dict.fromkeys(references.get("tag", name) for name in names))


def _apply_bylines(article: Article, bylines: list[dict], references: References) -> None:
    article.bylines.all().delete()
    rows, seen = [], set()
    for place, line in enumerate(bylines):
        key = (line["author"], line["role"])
        if references.get("author", line["author"]) and key not in seen:
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


def _apply_photos(article: Article, snapshot: dict, references: References) -> None:
    article.photo_uses.all().delete()
    ArticlePhoto.objects.bulk_create(
        ArticlePhoto(article=article, photo=photo, caption=caption[:600], position=place)
        for place, (ref, caption) in enumerate(captions_of(snapshot).items())
        if (photo := references.get("photo", ref))
    )
