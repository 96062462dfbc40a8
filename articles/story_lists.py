"""Which stories stand under a section, a tag or an author: one rule for their pages and their feeds.

A tag and an author are paged over the rows that carry the story's date, so that an index serves every page.
"""

from django.db.models import Exists, OuterRef

from articles.models import Article, Author, Byline, Section, Tag
from articles.models.tag import TaggedArticle


def of_section(section: Section | int, now):
    """Stories of a section, or of the one with that key, without an upper bound on their date."""
    return Article.objects.open_until(now).filter(section=section)


def uses_of_tag(tag: Tag | int, now):
    """Rows of stories that have the tag."""
    return TaggedArticle.objects.filter(_shown(Article.objects.published(now), "content_object"), tag=tag)


def lines_of_author(author: Author | int, now):
    """Rows of stories that the author signs; a story signed in two roles stands once."""
    same = Byline.objects.filter(
        author=author, article=OuterRef("article"), position__lt=OuterRef("position")
    )
    shown = _shown(Article.objects.published(now), "article")
    return Byline.objects.filter(shown, ~Exists(same), author=author)


def tags_shown(now):
    """Tags of stories that readers see."""
    uses = TaggedArticle.objects.filter(tag=OuterRef("pk"))
    return Tag.objects.filter(Exists(uses.filter(_shown(Article.objects.published(now), "content_object"))))


def authors_shown(now):
    """Authors of stories that readers see."""
    lines = Byline.objects.filter(author=OuterRef("pk"))
    return Author.objects.filter(Exists(lines.filter(_shown(Article.objects.published(now), "article"))))


def tag_was_public(tag: Tag) -> bool:
    """Whether the tag's page was public once: such an address answers for ever, others tell nothing."""
    return tag.outlived_a_story or _was_public(tag.uses, "content_object")


def author_was_public(author: Author) -> bool:
    """Whether the author's page was public once."""
    return author.outlived_a_story or _was_public(author.bylines, "article")


def _shown(stories, column: str) -> Exists:
    """Whether the story that the row points at is one of these."""
    return Exists(stories.filter(pk=OuterRef(column)))


def _was_public(rows, column: str) -> bool:
    return rows.filter(_shown(Article.objects.once_public(), column)).exists()
