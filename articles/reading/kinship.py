"""Which stories are about the same things: scored when a story is published, on both sides."""

from math import log2

from django.db import connection

from articles.models import Article, Subject
from articles.reading.subjects import About
from newsroom.batches import in_batches

# Of a subject only so many stories are looked at, the newest; one that they all share says little.
LOOKED_AT = 80
KEPT = 12
SHELVES = 100  # in one query
ENOUGH = 1.0


def kin_of(about: dict[Article, list[About]]) -> dict[Article, list[list]]:
    """[key, score] of the stories most akin to each of these, the closest first. One query for a hundred subjects.

    What few stories share counts for more. Hidden stories are among them: who may be seen is judged
    when a page is read.
    """
    sharing: dict[str, list[int]] = {}
    for keys in in_batches(
        dict.fromkeys(one.key for subjects in about.values() for one in subjects), SHELVES
    ):
        for key, story in _newest_about(keys):
            sharing.setdefault(key, []).append(story)
    return {article: _kin(article, subjects, sharing) for article, subjects in about.items()}


def _kin(article: Article, subjects: list[About], sharing: dict[str, list[int]]) -> list[list]:
    scores: dict[int, float] = {}
    for one in subjects:
        stories = [story for story in sharing.get(one.key, ()) if story != article.pk]
        for story in stories:
            scores[story] = scores.get(story, 0) + one.weight / log2(2 + len(stories))
    return _closest((story, round(score, 2)) for story, score in scores.items() if score >= ENOUGH)


def _newest_about(keys: list[str]) -> list[tuple[str, int]]:
    """The newest stories about each subject: one query of as many indexed reads, in words that every database knows."""
    shelf = (
        f'SELECT * FROM (SELECT "key", article_id FROM {Subject._meta.db_table} WHERE "key" = %s'  # noqa: S608  no input
        f" ORDER BY published_at DESC, article_id DESC LIMIT {LOOKED_AT}) AS shelf"
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"{shelf}{number}" for number in range(len(keys))), keys)
        return cursor.fetchall()


def tell_kin(article: Article, before: list[list], now: list[list]) -> None:
    """Put the story among the kin of those it is akin to, and take it from those it no longer is."""
    scores = dict(map(tuple, now))
    others = Article.objects.filter(pk__in={story for story, _ in [*before, *now]}).only("pk", "onward")
    changed = []
    # One that another publication has in hand is left to it, so that the two never wait for each other.
    for other in others.select_for_update(skip_locked=True, of=("self",)).order_by("pk"):
        old = other.onward.get("kin", [])
        new = [pair for pair in old if pair[0] != article.pk]
        if other.pk in scores:
            new = _closest([*new, (article.pk, scores[other.pk])])
        if new != old:
            other.onward = other.onward | {"kin": new}
            changed.append(other)
    Article.objects.bulk_update(changed, ["onward"])


def _closest(pairs) -> list[list]:
    return [list(pair) for pair in sorted(pairs, key=lambda pair: (-pair[1], -pair[0]))[:KEPT]]
