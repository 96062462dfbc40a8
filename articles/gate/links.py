"""Links whose words say where they lead."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading
from newsroom.vietnamese import fold

_SAYS_NOTHING = {
    "tai day",
    "o day",
    "day",
    "xem tai day",
    "xem o day",
    "xem them",
    "xem them tai day",
    "chi tiet",
    "xem chi tiet",
    "bam vao day",
    "nhan vao day",
    "link",
    "here",
    "click here",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGES = " .,:;!?…()[]“”\"'>»"


def check(reading: Reading) -> Iterator[Finding]:
    for link in reading.links:
        place = {"block": link.block, "subject": f"{link.words} {link.address}"}
        if _ADDRESS.fullmatch(link.words):
            says = _("A link shows its bare address, “%(words)s”: say in words where it leads.")
            yield Finding("link_address", says % {"words": _short(link.words)}, **place)
        elif fold(link.words).strip(_EDGES) in _SAYS_NOTHING:
            says = _("The link “%(words)s” does not say where it leads.")
            yield Finding("link_words", says % {"words": link.words}, **place)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
