"""RSS 2.0 and Atom 1.0, with the elements of Dublin Core, Content and Media RSS."""

from datetime import datetime, time

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, rfc3339_date

from articles.feeds.channel import Channel
from articles.feeds.entry import Entry
from newsroom.site import absolute

NAMESPACES = {
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
ICON, ICON_SIDE = "newsroom/img/icon-192.png", "144"  # RSS shows no picture wider than 144


def xml_feed(feed_class, channel: Channel, entries: list[Entry], house: str, address: str) -> str:
    """The feed as XML."""
    title = f"{channel.name} – {house}" if channel.name else house
    feed = feed_class(
        title=title,
        link=absolute(channel.path),
        description=channel.description or title,
        language=settings.LANGUAGE_CODE,
        feed_url=address,
        feed_guid=address,
        author_name=house,
        author_link=absolute("/"),
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.address,
            description=entry.summary,
            unique_id=entry.guid,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=entry.tags,
            enclosures=_enclosures(entry),
            entry=entry,
        )
    return feed.writeString("utf-8")


def _enclosures(entry: Entry) -> list[Enclosure]:
    """The lead picture; a length that is not known is 0."""
    return [
        Enclosure(picture["url"], picture.get("contentSize", "0"), picture["encodingFormat"])
        for picture in entry.pictures[:1]
    ]


class _SteadyDate:
    """An unchanged feed is the same text, so that it is answered as not modified."""

    def latest_post_date(self) -> datetime:
        """When the newest change was; an empty feed is as old as the day."""
        today = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
        return max((item["updateddate"] for item in self.items), default=today)


class Rss(_SteadyDate, Rss201rev2Feed):
    """RSS: text in content:encoded, every signature in dc:creator or dc:contributor, pictures in media:."""

    def rss_attributes(self):
        return super().rss_attributes() | NAMESPACES

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        handler.startElement("image", {})
        handler.addQuickElement("url", absolute(static(ICON)))
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.addQuickElement("width", ICON_SIDE)
        handler.addQuickElement("height", ICON_SIDE)
        handler.endElement("image")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for person in entry.authors:
            handler.addQuickElement("dc:creator", person["name"])
        for person in entry.contributors:
            handler.addQuickElement("dc:contributor", person["name"])
        if entry.source:
            handler.addQuickElement("dc:source", entry.source)
        handler.addQuickElement("atom:updated", rfc3339_date(entry.updated))
        handler.addQuickElement("content:encoded", entry.html)
        _add_media(handler, entry)


class Atom(_SteadyDate, Atom1Feed):
    """Atom: text in content, signatures in author and contributor, pictures in media:."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:media": NAMESPACES["xmlns:media"]}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        handler.addQuickElement("icon", absolute(static(ICON)))

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for element, people in (("author", entry.authors), ("contributor", entry.contributors)):
            for person in people:
                handler.startElement(element, {})
                handler.addQuickElement("name", person["name"])
                handler.addQuickElement("uri", person["url"])
                handler.endElement(element)
        if entry.source:
            handler.addQuickElement("link", "", {"rel": "via", "href": entry.source})
        handler.addQuickElement("content", entry.html, {"type": "html"})
        _add_media(handler, entry)


def _add_media(handler, entry: Entry) -> None:
    for place, picture in enumerate(entry.pictures):
        attributes = {
            "url": picture["url"],
            "type": picture["encodingFormat"],
            "medium": "image",
            "isDefault": "false" if place else "true",
            "width": str(picture["width"]),
            "height": str(picture["height"]),
        }
        if "contentSize" in picture:
            attributes["fileSize"] = picture["contentSize"]
        handler.startElement("media:content", attributes)
        if "caption" in picture:
            handler.addQuickElement("media:description", picture["caption"], {"type": "plain"})
        if "creditText" in picture:
            handler.addQuickElement("media:credit", picture["creditText"])
        handler.endElement("media:content")
