"""What stands in the sitemap: stories and the pages that list them, and what apps add."""

from articles import story_lists
from articles.models import Article, Section
from articles.sitemaps.part import Part
from newsroom import places


def parts() -> dict[str, Part]:
    """Every part by its name, stories first."""
    added = [part for parts in places.ask("sitemap_parts") for part in parts]
    return {part.name: part for part in (*_OWN, *added)}


_OWN = (
    Part("bai", Article.objects.published, "articles:article", changed="changed_at"),
    Part("chuyen-muc", lambda now: Section.objects.all(), "articles:section"),
    Part("tac-gia", story_lists.authors_shown, "articles:author"),
    Part("tu-khoa", story_lists.tags_shown, "articles:tag"),
)
