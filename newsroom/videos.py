"""Videos that a body may hold: whose they are, how they are stored, and where they play.

A body keeps `provider:id` and nothing else; addresses are made from this table when a page is rendered.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Provider:
    """One site whose player sets no cookie before it plays.

    `addresses` is a regular expression that Python and JavaScript read alike; its group is the id.
    """

    name: str
    label: str
    id: str
    addresses: str
    page: str
    player: str


PROVIDERS = (
    Provider(
        name="youtube",
        label="YouTube",
        id="[A-Za-z0-9_-]{11}",
        addresses=r"^(?:(?:https?:)?//)?(?:(?:www|m)\.)?"
        r"(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/|youtube-nocookie\.com/embed/)"
        r"([A-Za-z0-9_-]{11})(?:[?&#/].*)?$",
        page="https://www.youtube.com/watch?v={}",
        player="https://www.youtube-nocookie.com/embed/{}?autoplay=1&rel=0",
    ),
    Provider(
        name="vimeo",
        label="Vimeo",
        id="[0-9]{6,12}",
        addresses=r"^(?:(?:https?:)?//)?(?:(?:www|player)\.)?vimeo\.com/"
        r"(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?([0-9]{6,12})/?(?:[?#].*)?$",
        page="https://vimeo.com/{}",
        player="https://player.vimeo.com/video/{}?autoplay=1&dnt=1",
    ),
)
VIDEO = re.compile("|".join(f"{provider.name}:{provider.id}" for provider in PROVIDERS))
PLAYER_ORIGINS = tuple("/".join(provider.player.split("/")[:3]) for provider in PROVIDERS)


@dataclass(frozen=True)
class Video:
    """A stored video with its addresses."""

    label: str
    page: str
    player: str


def read_video(stored: str) -> Video | None:
    """The video of a stored `provider:id`; None when it is none that a body may hold."""
    if not VIDEO.fullmatch(stored):
        return None
    name, _, video_id = stored.partition(":")
    provider = next(provider for provider in PROVIDERS if provider.name == name)
    return Video(provider.label, provider.page.format(video_id), provider.player.format(video_id))
