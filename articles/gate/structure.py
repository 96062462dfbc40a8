"""Headings in order, and something under each."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading

LEVELS = {"h2": 2, "h3": 3}


def check(reading: Reading) -> Iterator[Finding]:
    under = 1
    heading = None
    for block in reading.blocks:
        level = LEVELS.get(block.tag)
        if level is None:
            heading = None
            continue
        if heading and LEVELS[heading.tag] >= level:
            yield _empty(heading)
        if level > under + 1:
            says = _("“%(heading)s” is a small heading without a large one before it.")
            yield Finding("heading_order", says % {"heading": block.text}, block=block.id, subject=block.text)
        under, heading = level, block
    if heading:
        yield _empty(heading)


def _empty(heading) -> Finding:
    says = _("Nothing stands under the heading “%(heading)s”.") % {"heading": heading.text}
    return Finding("heading_empty", says, block=heading.id, subject=heading.text)
