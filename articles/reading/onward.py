"""Where a reader goes on from a story, worked out when it is published and stored on its row.

`Article.onward` holds `picked`, the editor's own items; `trails`, along which stories follow each
other; and `kin`, what is akin to it. Whether a story may be seen is judged when the page is read.
"""

import re

from django.conf import settings

from articles.models import Article, Redirect
from articles.reading.kinship import kin_of
from articles.reading.subjects import About, file_subjects, subjects_of

TRAILS = 2
_STORY = re.compile(r"/([a-z0-9-]+)/(?:[?#].*)?")


def work_out(article: Article) -> dict:
    """What `onward` would be, were the story published as it is. Nothing is written."""
    subjects = subjects_of(article)
    return _fixed(article, subjects) | {"kin": kin_of({article: subjects})[article]}


def settle(articles: list[Article]) -> dict[Article, list]:
    """File what the stories are about and give each its `onward`, which the caller writes to the rows.

    While a story is about the same things as before, its kin stay as they are. Returns the stories of which that
    is not true, with the kin that each had before, for `tell_kin`.
    """
    about = {article: subjects_of(article) for article in articles}
    before = {article: article.onward.get("kin", []) for article in articles}
    changed = file_subjects(about)
    now = before | kin_of({article: about[article] for article in changed})
    for article, subjects in about.items():
        article.onward = _fixed(article, subjects) | {"kin": now[article]}
    return {article: before[article] for article in changed}


def renew_kin(keys: list[int]) -> None:
    """Work out anew what is akin to these stories, once all of them are filed: their order then says nothing."""
    stories = list(Article.objects.filter(pk__in=keys))
    for story, kin in kin_of({story: subjects_of(story) for story in stories}).items():
        story.onward = story.onward | {"kin": kin}
    Article.objects.bulk_update(stories, ["onward"])


def forget(article: Article) -> None:
    """A story that readers see no more is about nothing."""
    article.subjects.all().delete()


def picked_for_readers(article: Article) -> list[dict]:
    """The editor's items, without those that lead to a story which readers may not see. At most one query."""
    picked = article.onward.get("picked", [])
    keys = [item["story"] for item in picked if "story" in item]
    seen = set(Article.objects.published().filter(pk__in=keys).values_list("pk", flat=True))
    return [item for item in picked if item.get("story") is None or item["story"] in seen]


def _fixed(article: Article, subjects: list[About]) -> dict:
    trails = [[one.key, one.kind, one.name, one.address] for one in subjects if one.address]
    return {"picked": _picked(article), "trails": trails[:TRAILS]}


def _picked(article: Article) -> list[dict]:
    """The editor's items; with `story`, the key of the story of ours that an item leads to."""
    items = [
        {"kind": item.kind, "title": item.title, "url": item.url} for item in article.related_items.all()
    ]
    slugs = {item["url"]: slug for item in items if (slug := _slug_of(item["url"]))}
    if slugs:
        stories = _stories(set(slugs.values()))
        for item in items:
            if slugs.get(item["url"]) in stories:
                item["story"] = stories[slugs[item["url"]]]
    return items


def _slug_of(address: str) -> str:
    own = _STORY.fullmatch(address.removeprefix(settings.SITE_URL))
    return own[1] if own else ""


def _stories(slugs: set[str]) -> dict[str, int]:
    """Keys of stories by slug, former slugs included."""
    moved = Redirect.objects.filter(old_path__in=[f"/{slug}/" for slug in slugs])
    now = {slug: slug for slug in slugs} | {row.old_path.strip("/"): row.new_path.strip("/") for row in moved}
    keys = dict(Article.objects.filter(slug__in=now.values()).values_list("slug", "pk"))
    return {slug: keys[new] for slug, new in now.items() if new in keys}
