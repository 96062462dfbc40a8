"""The authors that a document's byline names."""

from collections.abc import Callable, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.documents import ParsedByline
from articles.models import Author
from newsroom.vietnamese import collapse_spaces, fold


def authors_of(bylines: Sequence[ParsedByline], warn: Callable[[str], None]) -> list[Author]:
    """An author for each byline: the one with exactly this name and kind, else a new one.

    Two spellings are never taken for one person. Where a new author differs from another only in
    accents, capitals or kind, a warning names both; an editor may merge them.
    """
    known = _resembling(bylines)
    authors = []
    for byline in bylines:
        name = collapse_spaces(byline.name)
        author = next((one for one in known if (one.name, one.kind) == (name, byline.kind)), None)
        if author is None:
            author = Author.objects.create(name=name, kind=byline.kind)
            for other in known:
                if fold(name) in (fold(other.name), fold(other.pen_name)):
                    warn(
                        _("“%(new)s” became a new author beside “%(old)s”; if they are one, merge them.")
                        % {"new": _described(author), "old": _described(other)}
                    )
            known.append(author)
        authors.append(author)
    return authors


def _resembling(bylines: Sequence[ParsedByline]) -> list[Author]:
    """Authors whose name holds one of the names, accents and case aside; oldest first."""
    holds_a_name = Q()
    for byline in bylines:
        holds_a_name |= Q(name=byline.name)
        if folded := fold(collapse_spaces(byline.name)):
            holds_a_name |= Q(name_fold__contains=folded)
    return list(Author.objects.filter(holds_a_name).order_by("pk")) if bylines else []


def _described(author: Author) -> str:
    return f"{author.name} ({author.get_kind_display()})"
