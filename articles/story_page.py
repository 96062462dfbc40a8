"""The parts of a story's page that are the story's own, as `articles/article.html` prints them."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.around import Around
from articles.models import Article
from articles.structured_data import as_json, breadcrumbs


def section_address(story: Article) -> str:
    return story.section.get_absolute_url() if story.section else ""


def data_of(story: Article) -> str:
    """Objects of schema.org: the story as it was stored when it was published, and the way to it."""
    way = [(story.section.name, section_address(story))] if story.section else []
    way.append((story.title, story.get_absolute_url()))
    return f"{story.structured_data},{as_json(breadcrumbs(*way))}"


def onward_html(story: Article, around: Around) -> SafeString:
    """Where to read on."""
    shown = {"around": around, "section": story.section, "series": story.series, "current": story.pk}
    return render_to_string("articles/includes/around.html", shown)
