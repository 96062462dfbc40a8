"""Whether readers of a published story are told what changes under their eyes."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.gate.finding import Finding
from articles.gate.reading import Reading
from newsroom.body_html import text_of

SUBSTANTIAL = 0.1
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(reading: Reading) -> Iterator[Finding]:
    """A changed figure, or a tenth of the words, wants a correction newer than what readers see."""
    article = reading.article
    if not article.was_public:
        return
    before, after = text_of(article.body), text_of(reading.snapshot["body"])
    if before == after:
        return
    gone, come = _difference(_NUMBER, before, after)
    if gone:
        says = _("Figures that readers saw are changed: %(before)s. Is a correction due?")
        says %= {"before": ", ".join(sorted(gone)[:6])}
    elif _share_changed(before, after) >= SUBSTANTIAL:
        says = _("Much of what readers saw is changed. Should an update or a correction say so?")
    else:
        return
    if article.corrections.filter(at__gte=article.updated_at or article.first_published_at).exists():
        return
    subject = " ".join([*sorted(gone.elements()), "→", *sorted(come.elements())]) if gone else after
    yield Finding("correction", says, field="corrections", subject=subject)


def _difference(pattern: re.Pattern, before: str, after: str) -> tuple[Counter, Counter]:
    """What only the text before has, and what only the text after has."""
    one, other = Counter(pattern.findall(before)), Counter(pattern.findall(after))
    return one - other, other - one


def _share_changed(before: str, after: str) -> float:
    gone, come = _difference(_WORD, before.casefold(), after.casefold())
    total = max(len(_WORD.findall(before)), len(_WORD.findall(after)), 1)
    return max(gone.total(), come.total()) / total
