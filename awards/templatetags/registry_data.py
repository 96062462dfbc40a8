"""JSON-LD in the head of registry pages: the record where schema.org knows its kind, its way, the publisher."""

from django import template
from django.urls import reverse

from articles.structured_data import as_json, breadcrumbs, graph_html
from awards.structured_data import event_node, form_node, organisation_node, person_node

register = template.Library()

CAMPAIGNS = ("Phong trào thi đua", "awards:campaigns")
ROLL = ("Bảng vàng vinh danh", "awards:roll")


@register.simple_tag
def person_data(person, received, lists, titles, furniture):
    node = person_node(person, received, lists.get("alias", []), titles)
    return _graph(furniture, _way(person.full_name, person), node)


@register.simple_tag
def organisation_data(unit, honours, lists, furniture):
    return _graph(furniture, _way(unit.name, unit), organisation_node(unit, honours, lists.get("alias", [])))


@register.simple_tag
def event_data(event, organisers, furniture):
    return _graph(furniture, _way(event.name, event), event_node(event, organisers))


@register.simple_tag
def campaign_data(campaign, furniture):
    return _graph(furniture, _way(campaign.name, campaign, CAMPAIGNS))


@register.simple_tag
def form_data(form, furniture):
    return _graph(furniture, _way(form.name, form, ROLL), form_node(form))


def _way(name: str, record, above: tuple[str, str] | None = None) -> dict:
    steps = [(above[0], reverse(above[1]))] if above else []
    return breadcrumbs(*steps, (name, record.get_absolute_url()))


def _graph(furniture, *nodes: dict | None):
    return graph_html([*(as_json(node) for node in nodes if node), furniture.publisher])
