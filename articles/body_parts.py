"""Pictures, videos, pull quotes and tables of a body as readers get them.

Nothing of another site is loaded before a reader asks for it.
"""

from collections.abc import Callable

from csp.constants import SELF
from lxml import etree
from lxml import html as lxml_html
from lxml.html import builder as html

from articles.models import Photo
from newsroom.body_html import PULL_QUOTE, read_blocks, speaker_of
from newsroom.videos import PLAYER_ORIGINS, read_video

PLAYER = "data-player"
BODY_SIZES = "(min-width: 64rem) 42rem, 100vw"
GALLERY = "gallery"
GALLERY_SIZES = "(min-width: 64rem) 21rem, 50vw"


def dress_body(root, body: str, photos: dict[str, Photo], picture: Callable) -> None:
    """Give the tree of a stored `body` its pictures with caption and credit, and doors to its videos.

    `picture(photo, sizes=…)` makes the HTML of one picture; `photos` are those of the body, by ref.
    """
    for figure in list(root.iter("figure")):
        image = figure.find("img")
        if figure.get("data-video"):
            dress_video(figure)
        elif image is not None:
            _dress_figure(figure, image, photos.get(image.get("data-file", "")), picture)
    if asides := list(root.iter(PULL_QUOTE)):
        repeated = {block.id for block in read_blocks(body) if block.repeated}
        for aside in asides:
            dress_pull_quote(aside, repeated=aside.get("id", "") in repeated)
    _frame_tables(list(root.iter("table")))


def _dress_figure(figure, image, photo: Photo | None, picture: Callable) -> None:
    caption = figure.find("figcaption")
    if photo is None:
        image.drop_tree()
        if caption is None:
            figure.drop_tree()
        return
    sizes = GALLERY_SIZES if figure.getparent().get("class") == GALLERY else BODY_SIZES
    figure.replace(image, lxml_html.fragment_fromstring(picture(photo, sizes=sizes)))
    if caption is None:
        caption = etree.SubElement(figure, "figcaption")
    if not caption.text_content().strip():
        caption.text = photo.caption
    if photo.credit:
        credit = etree.SubElement(caption, "span", {"class": "credit"})
        credit.text = photo.credit
        credit_before = credit.getprevious()
        if credit_before is not None:
            credit_before.tail = (credit_before.tail or "") + " "
        elif caption.text:
            caption.text += " "


def _frame_tables(tables: list) -> None:
    """A frame that scrolls around each table, with a name."""
    for number, table in enumerate(tables, 1):
        name = f"Bảng {number}" if len(tables) > 1 else "Bảng"
        frame = table.makeelement(
            "div", {"class": "table-frame", "tabindex": "0", "role": "region", "aria-label": name}
        )
        table.addprevious(frame)
        frame.append(table)


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


def has_player(page: str) -> bool:
    """Whether a page that is rendered has a video with a player of ours."""
    return f'{PLAYER}="' in page


def allow_players(response, page: str):
    """Let a page with a video frame its player; every other page frames only this site."""
    if has_player(page):
        response._csp_update = {"frame-src": [SELF, *PLAYER_ORIGINS]}
    return response
