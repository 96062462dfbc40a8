"""Feeds of stories: RSS, Atom and JSON Feed, each with the whole text.

A feed is made of what is stored with each story for programs, so that it costs the same few queries
whatever its stories hold.
"""

from articles.feeds.channel import SIZE, Channel, stories_for_feed
from articles.feeds.forms import FORMS, answer

__all__ = ["FORMS", "SIZE", "Channel", "answer", "stories_for_feed"]
