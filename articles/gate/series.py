"""A part of a series that readers can follow in order."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading
from articles.models import Article


def check(reading: Reading) -> Iterator[Finding]:
    series, part = reading.snapshot["series"], reading.snapshot["part"]
    if not series:
        return
    if not part:
        yield Finding("part", _("Say which part of the series it is."), field="part", subject=str(series))
        return
    others = Article.objects.kept().filter(series=series, part=part).exclude(pk=reading.article.pk)
    if other := others.only("pk").first():
        # No title: who reads this may not be one who may open that story.
        says = _("Another story is part %(part)d of this series too.") % {"part": part}
        yield Finding("part_twice", says, field="part", subject=f"{series} {part} {other.pk}")
