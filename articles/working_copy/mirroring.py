"""Brings a snapshot to the story's row and to the rows beside it."""

from django.utils import timezone

from articles.models import Article, ArticlePhoto, Author, Byline, Photo, RelatedItem, Section, Series, Tag
from articles.models.tag import TaggedArticle
from articles.working_copy.snapshot import BYLINE_KEYS, TEXT_FIELDS, captions_of, empty_snapshot, photos_of
from newsroom.vietnamese import exact_key


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


def _apply_photos(article: Article, snapshot: dict, photos: dict[str, Photo]) -> None:
    article.photo_uses.all().delete()
    ArticlePhoto.objects.bulk_create(
        ArticlePhoto(article=article, photo=photos[ref], caption=caption[:600], position=place)
        for place, (ref, caption) in enumerate(captions_of(snapshot).items())
        if ref in photos
    )
