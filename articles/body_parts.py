"""Videos and pull quotes as readers get them. Nothing of another site is loaded before a reader asks for it."""

from csp.constants import SELF
from lxml.html import builder as html

from newsroom.body_html import speaker_of
from newsroom.videos import PLAYER_ORIGINS, read_video

PLAYER = "data-player"


def dress_video(figure) -> None:
    """A drawn plate with a link to the video's page; a script makes it a button that loads the player."""
    video = read_video(figure.attrib.pop("data-video"))
    figure.set("class", "video")
    if video is None:
        return
    figure.set(PLAYER, video.player)
    figure.set("data-site", video.label)
    figure.insert(0, html.A(f"Xem video trên {video.label}", html.CLASS("video__door"), href=video.page))


def dress_pull_quote(aside, *, repeated: bool) -> None:
    """Words set large. Repeated ones are for the eye alone: who listens has heard them in the text."""
    speaker = speaker_of(aside)
    aside.tag = "blockquote"
    aside.set("class", "pull")
    if repeated:
        aside.set("aria-hidden", "true")
        for link in list(aside.iter("a")):  # nothing hidden may take the focus
            link.drop_tag()
    if speaker:
        last = aside.findall("br")[-1]
        for behind in list(last.itersiblings()):
            aside.remove(behind)
        aside.remove(last)
        aside.append(html.E.cite(speaker))


def allow_players(response, page: str):
    """Let a page with a video frame its player; every other page frames only this site."""
    if f'{PLAYER}="' in page:
        response._csp_update = {"frame-src": [SELF, *PLAYER_ORIGINS]}
    return response
