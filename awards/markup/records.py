"""Names that may be links, and the links from a fact to the paragraphs that prove it."""

from itertools import groupby
from operator import attrgetter

from django.utils.safestring import SafeString

from awards.markup.words import text


def name_html(record) -> SafeString:
    """The name of a record, or the words that stand for one; a link where `mark_public` found its page listed."""
    name = text(record)
    if getattr(record, "is_public", False):
        return SafeString(f'<a href="{text(record.get_absolute_url())}">{name}</a>')
    return SafeString(name)


def proofs_html(proofs) -> SafeString:
    """Links to the marked paragraphs of the stories; a story stands once, by its title."""
    stories = (_story(list(found)) for _, found in groupby(proofs, attrgetter("article_id")))
    entries = " ".join(f'<li class="proofs__story">{story}</li>' for story in stories)
    return SafeString(
        '<div class="proofs"><span class="proofs__label">Nguồn:</span> '
        f'<ul class="proofs__stories" role="list">{entries}</ul></div>'
    )


def _story(proofs: list) -> str:
    parts, block = [], None
    for proof in proofs:
        if proof.block != block:
            parts.append(_link(proof, first=block is None))
            block = proof.block
        if not proof.found:
            parts.append(' <span class="missing">(đang xác minh)</span>')
    return "".join(parts)


def _link(proof, *, first: bool) -> str:
    way = f'href="{text(proof.get_absolute_url())}" title="{text(proof.quote)}"'
    if first:
        return f'<a class="proofs__link" {way}>{text(proof.article.title)}</a>'
    return f' <a class="proofs__more" {way} aria-label="đoạn khác của bài này">¶</a>'
