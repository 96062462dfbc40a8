"""What of a story search reads: words as readers see them, no notes and nothing of the desk."""

from dataclasses import dataclass

from articles.models import Article
from articles.search.words import exact_words
from newsroom.body_html import text_of

LONGEST_BODY = 200_000  # characters: PostgreSQL refuses a text vector of more than a megabyte


@dataclass(frozen=True)
class Texts:
    """The parts of a story, the most telling first; `beside` is everything around the text."""

    title: str
    standfirst: str
    beside: str
    body: str

    @classmethod
    def of(cls, article: Article) -> "Texts":
        return cls(article.title, article.standfirst, _beside(article), text_of(article.body)[:LONGEST_BODY])


def keys(text: str) -> str:
    """The text as the index holds it: its words under their exact key."""
    return " ".join(exact_words(text))


def facets(article: Article) -> str:
    """What a search may be narrowed to, as words that no text has: section, authors, tags by their ids."""
    authors = {line.author_id for line in article.bylines.all()}
    tags = {use.tag_id for use in article.tag_uses.all()}
    marks = [section_facet(article.section_id)] if article.section_id else []
    marks += [author_facet(pk) for pk in sorted(authors)]
    return " ".join(marks + [tag_facet(pk) for pk in sorted(tags)])


def section_facet(pk: int) -> str:
    return f"=s{pk}"


def author_facet(pk: int) -> str:
    return f"=a{pk}"


def tag_facet(pk: int) -> str:
    return f"=t{pk}"


def _beside(article: Article) -> str:
    """Kicker, signatures, tags and captions, each a line; captions that stand in the body are read there."""
    lines = [article.kicker]
    for line in article.bylines.all():
        lines += [line.author.name, line.author.pen_name]
    lines += [use.tag.name for use in article.tag_uses.all()]
    for use in article.photo_uses.all():
        lines += ["" if use.caption else use.photo.caption, use.photo.credit]
    return "\n".join(dict.fromkeys(filter(None, lines)))
