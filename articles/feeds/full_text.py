"""The whole story as plain HTML that every feed reader shows: no script, no picture formats, whole addresses."""

from dataclasses import dataclass
from datetime import datetime

from lxml.html import builder as html

from articles.body_parts import dress_pull_quote
from newsroom.body_html import PULL_QUOTE, read_blocks, tree
from newsroom.body_html.whole_addresses import make_whole
from newsroom.videos import read_video


@dataclass(frozen=True)
class Source:
    """Where a story comes from; both empty where it is the house's own."""

    name: str
    address: str


def pictures_in(data: dict) -> list[dict]:
    """The pictures that stand on the story, the lead first."""
    return [one for one in data.get("image", []) if "identifier" in one]


def full_text(body: str, data: dict, source: Source) -> str:
    """Corrections, standfirst, lead picture, body and source, in the order of the story's page.

    `data` is the story's stored object.
    """
    root = tree.parse(body) if body else html.DIV()
    pictures = pictures_in(data)
    by_ref = {picture["identifier"]: picture for picture in pictures}
    shown = {image.get("data-file") for image in root.iter("img")}
    _dress_quotes(root, body)
    for figure in list(root.iter("figure")):
        _dress_figure(figure, by_ref)
    before = [_correction(note) for note in data.get("correction", [])]
    if "description" in data:
        before.append(html.P(html.STRONG(data["description"])))
    before += [_lead(picture) for picture in pictures[:1] if picture["identifier"] not in shown]
    for place, element in enumerate(before):
        root.insert(place, element)
    if source.address:
        root.append(html.P(html.A(f"Theo {source.name or 'bài gốc'}", href=source.address)))
    make_whole(root, page=data["url"])
    for element in root.iterdescendants():
        for name in ("id", "class", "data-file", "data-video"):
            element.attrib.pop(name, None)
    return tree.serialise(root)


def _correction(note: dict):
    at = datetime.fromisoformat(note["datePublished"])
    when = f"{at:%H:%M}, {at.day}/{at.month}/{at.year}"
    return html.P(html.STRONG(f"{note['name']} lúc {when}:"), f" {note['text']}")


def _lead(picture: dict):
    words = " ".join(filter(None, [picture.get("caption"), picture.get("creditText")]))
    figure = html.E.figure(_image(picture))
    if words:
        figure.append(html.E.figcaption(words))
    return figure


def _image(picture: dict):
    return html.IMG(
        src=picture["url"],
        alt=picture.get("name", ""),
        width=str(picture["width"]),
        height=str(picture["height"]),
    )


def _dress_quotes(root, body: str) -> None:
    quotes = list(root.iter(PULL_QUOTE))
    repeated = {block.id for block in read_blocks(body) if block.repeated} if quotes else set()
    for quote in quotes:
        if quote.get("id", "") in repeated:
            quote.drop_tree()
        else:
            dress_pull_quote(quote, repeated=False)


def _dress_figure(figure, by_ref: dict[str, dict]) -> None:
    """The picture with its caption and credit, or a link to the video; a caption outlives its picture."""
    image, caption = figure.find("img"), figure.find("figcaption")
    video = read_video(figure.get("data-video", ""))
    if video is not None:
        figure.insert(0, html.P(html.A(f"Xem video trên {video.label}", href=video.page)))
        return
    if image is None:
        return
    picture = by_ref.get(image.get("data-file"))
    if picture is None:
        image.drop_tree()
        if caption is None:
            figure.drop_tree()
        return
    figure.replace(image, _image(picture))
    if caption is None:
        caption = html.E.figcaption()
        figure.append(caption)
    if not caption.text_content().strip():
        caption.text = picture.get("caption", "")
    if credit := picture.get("creditText"):
        caption.append(html.SPAN(f" {credit}"))
