"""The allow-list of a body, the same at every door: forms, imports, fixtures, saves.

nh3 drops what no body may hold; `structure.rebuild` then makes blocks of what is left.
"""

import re

import nh3

from newsroom.body_html import structure, tree
from newsroom.body_html.blocks import BLOCK_TAGS
from newsroom.languages import LANGUAGE
from newsroom.videos import VIDEO
from newsroom.vietnamese import nfc

BLOCK_ID = re.compile(r"b-[a-z0-9]{1,24}")
PHOTO_REF = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
SAFE_HREF = re.compile(
    r"""(https?://|mailto:|tel:)[^\s<>"']+|/(?![/\\])[^\s\\<>"']*|#b-[a-z0-9]+""", re.IGNORECASE
)
SPAN = re.compile(r"[1-9][0-9]?")

_ATTRIBUTES = {tag: {"id"} for tag in BLOCK_TAGS} | {
    "figure": {"id", "data-video"},
    "a": {"href"},
    "span": {"lang"},
    "img": {"data-file"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
_RULES = {
    "id": BLOCK_ID,
    "data-file": PHOTO_REF,
    "data-video": VIDEO,
    "href": SAFE_HREF,
    "lang": LANGUAGE,
    "colspan": SPAN,
    "rowspan": SPAN,
}
_SPAN_TAG = re.compile("</?span[^>]*>")
_BETWEEN_BRACKETS = re.compile(r"[^<>]+")
_CONTENT_DROPPED = {"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"}


def clean_body(html: str) -> str:
    """Allow-listed, NFC, well-formed HTML of a body; idempotent.

    What is not allowed is dropped with its text kept, except scripts and their like. A picture
    survives only as `<figure><img data-file="ref"></figure>`, a video as `<figure data-video="provider:id">`,
    each with its caption; a pull quote is an `<aside>`; words in another language are a `<span lang>`; text
    outside a block gets a `<p>`.
    """
    if not html or not html.strip():
        return ""
    allowed = nh3.clean(
        html,
        tags=structure.READABLE_TAGS,
        clean_content_tags=_CONTENT_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    # Piece by piece, for a combining mark behind a tag would compose with its `>` and destroy it.
    normal = _BETWEEN_BRACKETS.sub(lambda piece: nfc(piece.group()), _without_idle_spans(allowed))
    return tree.serialise(structure.rebuild(tree.parse_exactly(normal)))


def _without_idle_spans(html: str) -> str:
    """Without the spans that say nothing, before their words are brought to NFC: Word puts one around everything."""
    telling: list[bool] = []

    def kept(tag: re.Match) -> str:
        if tag.group() != "</span>":
            telling.append(tag.group() != "<span>")
            return tag.group() if telling[-1] else ""
        return tag.group() if telling.pop() else ""

    return _SPAN_TAG.sub(kept, html)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    # nh3 asks about every attribute, also about those that the list above then refuses.
    rule = _RULES.get(name)
    value = value.strip()
    return value if rule and rule.fullmatch(value) else None
