"""JSON-LD in the head of a page: the objects of the page itself, then its way and its publisher."""

from django import template

from articles.models import Author, Section, Tag
from articles.structured_data import as_json, breadcrumbs, graph_html, website
from articles.structured_data.story import signer

register = template.Library()


@register.simple_tag
def story_data(data: str, furniture):
    """Of a story: its own objects, and who publishes it."""
    return graph_html([data, furniture.publisher])


@register.simple_tag
def site_data(furniture):
    """Of the front page: the site and who publishes it."""
    return graph_html([as_json(website(furniture.masthead)), furniture.publisher])


@register.simple_tag
def list_data(record: Section | Tag, furniture):
    """Of a page that lists stories."""
    return graph_html([as_json(breadcrumbs((record.name, record.get_absolute_url()))), furniture.publisher])


@register.simple_tag
def author_data(author: Author, furniture):
    """Of an author's page: a profile."""
    profile = {
        "@type": "ProfilePage",
        "mainEntity": signer(author) | {"description": author.biography, "alternateName": author.pen_name},
    }
    way = breadcrumbs((author.name, author.get_absolute_url()))
    return graph_html([as_json(profile), as_json(way), furniture.publisher])
