"""JSON Feed 1.1 (jsonfeed.org). What it has no word for stands under `_newsroom`, as its rules want it."""

import json

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from articles.feeds.channel import Channel
from articles.feeds.entry import Entry
from newsroom.site import absolute

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, entries: list[Entry], house: str, address: str) -> str:
    """The feed as JSON, without its empty values."""
    feed = {
        "version": VERSION,
        "title": f"{channel.name} – {house}" if channel.name else house,
        "home_page_url": absolute(channel.path),
        "feed_url": address,
        "description": channel.description,
        "icon": absolute(static("newsroom/img/icon-512.png")),
        "favicon": absolute(static("newsroom/img/icon-192.png")),
        "authors": [{"name": house, "url": absolute("/")}],
        "language": settings.LANGUAGE_CODE,
    }
    items = [_filled(_item(entry)) for entry in entries]
    return json.dumps(_filled(feed) | {"items": items}, ensure_ascii=False)


def _item(entry: Entry) -> dict:
    return {
        "id": entry.guid,
        "url": entry.address,
        "external_url": entry.source,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.pictures[0]["url"] if entry.pictures else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": person["name"], "url": person["url"]} for person in entry.authors],
        "tags": entry.tags,
        "language": settings.LANGUAGE_CODE,
        "attachments": [_attachment(picture) for picture in entry.pictures],
        "_newsroom": _filled(
            {
                "about": absolute(reverse("articles:masthead")),
                "contributors": [_filled(person) for person in entry.contributors],
                "corrections": [
                    {"kind": note["name"], "text": note["text"], "at": note["datePublished"]}
                    for note in entry.corrections
                ],
            }
        ),
    }


def _attachment(picture: dict) -> dict:
    size = picture.get("contentSize")
    return _filled(
        {
            "url": picture["url"],
            "mime_type": picture["encodingFormat"],
            "title": picture.get("caption", ""),
            "size_in_bytes": int(size) if size else None,
        }
    )


def _filled(values: dict) -> dict:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
