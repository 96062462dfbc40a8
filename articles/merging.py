"""Two records that are one: what they hold moves to the one kept, and old addresses lead on.

Snapshots name authors by key and tags by name. A merge or a new name rewrites these references in
every revision, so that an older text, once restored, still finds its author and its tag.
"""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from articles import audit, publishing
from articles.models import Article, Author, Byline, HeldText, Revision, Tag
from articles.models.tag import TaggedArticle
from newsroom.vietnamese import exact_key

# What the kept author takes over from another when it has none of its own.
FILLED = ("pen_name", "job_title", "biography", "portrait", "user")
_BATCH = 200


@transaction.atomic
def merge_authors(kept: Author, others: Iterable[Author]) -> int:
    """Bring the bylines of `others` to `kept` and delete them; returns how many stories changed."""
    stories: set[int] = set()
    for other in others:
        lines = Byline.objects.filter(author=other)
        stories.update(lines.values_list("article", flat=True))
        taken = Byline.objects.filter(author=kept).values_list("article", "role")
        doubled = [line.pk for line in lines if (line.article_id, line.role) in set(taken)]
        Byline.objects.filter(pk__in=doubled).delete()
        lines.update(author=kept)
        _rewrite(f'"author": {other.pk},', lambda snapshot, pk=other.pk: _sign(snapshot, pk, kept.pk))
        found = {name: getattr(other, name) for name in FILLED}
        old_name, old_path = other.name, other.get_absolute_url()
        kept.outlived_a_story |= other.outlived_a_story
        other.delete()
        for name, value in found.items():
            if value and not getattr(kept, name):
                setattr(kept, name, value)
        publishing.leave_redirect(old_path, kept.get_absolute_url())
        audit.record("merge", kept, before=f"{old_name} ({old_path})", after=kept.name)
    kept.save()
    return publishing.renew(Article.objects.once_public().filter(pk__in=stories))


@transaction.atomic
def merge_tags(kept: Tag, others: Iterable[Tag]) -> int:
    """Bring the stories of `others` to `kept` and delete them; returns how many stories changed."""
    stories: set[int] = set()
    for other in others:
        uses = TaggedArticle.objects.filter(tag=other)
        stories.update(uses.values_list("content_object", flat=True))
        uses.filter(content_object__in=kept.uses.values("content_object")).delete()
        uses.update(tag=kept)
        old_name, old_path = other.name, other.get_absolute_url()
        kept.outlived_a_story |= other.outlived_a_story
        other.delete()
        rename_in_snapshots(old_name, kept.name)
        publishing.leave_redirect(old_path, kept.get_absolute_url())
        audit.record("merge", kept, before=f"{old_name} ({old_path})", after=kept.name)
    kept.save()
    return publishing.renew(Article.objects.once_public().filter(pk__in=stories))


def rename_in_snapshots(old_name: str, new_name: str) -> None:
    """Every revision that names the tag names it anew."""
    _rewrite('"tags": ["', lambda snapshot: _retag(snapshot, old_name, new_name))


def forget_in_snapshots(name: str) -> None:
    """No revision names the tag any more, so that no publication brings it back."""
    _rewrite('"tags": ["', lambda snapshot: _untag(snapshot, name))


def _sign(snapshot: dict, old: int, new: int) -> bool:
    lines, seen = [], set()
    for line in snapshot["bylines"]:
        line = line | ({"author": new} if line["author"] == old else {})
        key = (line["author"], line["role"])
        if key not in seen:
            seen.add(key)
            lines.append(line)
    changed = lines != snapshot["bylines"]
    snapshot["bylines"] = lines
    return changed


def _retag(snapshot: dict, old_name: str, new_name: str) -> bool:
    old_key = exact_key(old_name)
    names = [new_name if exact_key(name) == old_key else name for name in snapshot["tags"]]
    names = list(dict.fromkeys(names))
    changed = names != snapshot["tags"]
    snapshot["tags"] = names
    return changed


def _untag(snapshot: dict, name: str) -> bool:
    names = [one for one in snapshot["tags"] if exact_key(one) != exact_key(name)]
    changed = names != snapshot["tags"]
    snapshot["tags"] = names
    return changed


def _rewrite(needle: str, change: Callable[[dict], bool]) -> None:
    """Run `change` on every snapshot whose JSON text contains `needle`."""
    for model in (Revision, HeldText):
        rows = model.objects.annotate(text=Cast("snapshot", TextField())).filter(text__contains=needle)
        changed = []
        for row in rows.order_by("pk").iterator(chunk_size=_BATCH):
            if change(row.snapshot):
                changed.append(row)
            if len(changed) == _BATCH:
                model.objects.bulk_update(changed, ["snapshot"])
                changed = []
        model.objects.bulk_update(changed, ["snapshot"])
