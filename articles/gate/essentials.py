"""What no story goes out without: title, body, standfirst, section; and who signs it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading


def check(reading: Reading) -> Iterator[Finding]:
    snapshot = reading.snapshot
    if not snapshot["title"]:
        yield Finding("title", _("The story needs a title."), field="title", required=True)
    if not snapshot["body"]:
        yield Finding("body", _("The story needs a body."), field="body", required=True)
    if not snapshot["standfirst"]:
        yield Finding("standfirst", _("The story needs a standfirst."), field="standfirst", required=True)
    if not snapshot["section"]:
        yield Finding("section", _("Choose the section."), field="section", required=True)
    if not snapshot["bylines"] and not snapshot["source_name"]:
        yield Finding("signature", _("Nobody signs the story, and no source is named."), field="bylines")
