"""The forms in which a feed may be asked for, by the name at the end of its address."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import register_converter

from articles.feeds.channel import Channel
from articles.feeds.entry import entry_of
from articles.feeds.json_feed import json_feed
from articles.feeds.xml_feeds import Atom, Rss, xml_feed
from newsroom.site import absolute


class FeedForm:
    """Converter of addresses: the name of a feed's form."""

    regex = r"rss\.xml|atom\.xml|feed\.json"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(FeedForm, "feed")  # for the addresses of both apps

# Name: (content type, what readers call it, how it is written).
FORMS = {
    "rss.xml": ("application/rss+xml", "RSS", lambda *feed: xml_feed(Rss, *feed)),
    "atom.xml": ("application/atom+xml", "Atom", lambda *feed: xml_feed(Atom, *feed)),
    "feed.json": ("application/feed+json", "JSON Feed", json_feed),
}


def answer(request, channel: Channel, form: str) -> HttpResponse:
    """The channel in one of the `FORMS`."""
    content_type, _label, write = FORMS[form]
    house = request.masthead.name or settings.SITE_NAME
    entries = [entry_of(story) for story in channel.stories]
    text = write(channel, entries, house, absolute(request.path))
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"  # readers in a browser fetch it from their own site
    return response
