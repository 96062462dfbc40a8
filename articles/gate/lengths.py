"""A title and a standfirst that lists, search results and shared cards show whole."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading

# The longest headline that a phone shows in four lines, and the description that is cut nowhere.
LONG_TITLE, SHORT_TITLE = 100, 15
LONG_STANDFIRST, SHORT_STANDFIRST = 300, 60
_TOO_LONG = {
    "title": _("The title has %(length)d characters; lists and search results cut it after %(long)d."),
    "standfirst": _("The standfirst has %(length)d characters; up to %(long)d reads well."),
}
_TOO_SHORT = {
    "title": _("The title has %(length)d characters: does it say what happened?"),
    "standfirst": _("The standfirst has %(length)d characters: does it say what the story is about?"),
}


def check(reading: Reading) -> Iterator[Finding]:
    for field, short, long in (
        ("title", SHORT_TITLE, LONG_TITLE),
        ("standfirst", SHORT_STANDFIRST, LONG_STANDFIRST),
    ):
        words = reading.snapshot[field]
        numbers = {"length": len(words), "long": long}
        if len(words) > long:
            yield Finding(f"{field}_long", str(_TOO_LONG[field] % numbers), field=field, subject=words)
        elif words and len(words) < short:
            yield Finding(f"{field}_short", str(_TOO_SHORT[field] % numbers), field=field, subject=words)
