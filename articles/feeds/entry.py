"""One story in a feed, read from what is stored with it for programs."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from articles.feeds.full_text import Source, full_text, pictures_in
from articles.models import Article

KEPT = 100  # entries, of some twenty kilobytes each


@dataclass(frozen=True)
class Entry:
    """A story as every form of feed needs it. Addresses are whole; people are dicts of name, url and role.

    `pictures` and `corrections` are objects of schema.org, the lead picture first, the newest
    correction first.
    """

    guid: str
    address: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: list[dict]
    contributors: list[dict]
    tags: list[str]
    pictures: list[dict]
    corrections: list[dict]
    source: str


def entry_of(story: Article) -> Entry:
    """The entry of a published story that has its data."""
    told = (story.structured_data, story.body, story.source_name, story.source_url)
    return _entry(_guid(story), *told)


@lru_cache(maxsize=KEPT)
def _entry(guid: str, stored: str, body: str, source_name: str, source_url: str) -> Entry:
    """Made of nothing but its arguments, so that a feed makes anew only what has changed."""
    data = json.loads(stored)
    return Entry(
        guid=guid,
        address=data["url"],
        title=data.get("headline", ""),
        summary=data.get("description", ""),
        html=full_text(body, data, Source(source_name, source_url)),
        published=datetime.fromisoformat(data["datePublished"]),
        updated=datetime.fromisoformat(data["dateModified"]),
        authors=[_person(one) for one in data["author"] if "name" in one],
        contributors=[
            _person(one) for role in ("editor", "translator", "contributor") for one in data.get(role, [])
        ],
        tags=list(dict.fromkeys(filter(None, [data.get("articleSection"), *data.get("keywords", [])]))),
        pictures=pictures_in(data),
        corrections=data.get("correction", []),
        source=source_url,
    )


def _guid(story: Article) -> str:
    """A tag URI (RFC 4151): the same for ever, whatever becomes of title, address and scheme."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{story.first_published_at:%Y-%m-%d}:bai/{story.pk}"


def _person(node: dict) -> dict:
    person = node.get("contributor", node)
    return {"name": person["name"], "url": person["url"], "role": node.get("roleName", "")}
