"""Pictures in templates: `{% picture photo sizes="(min-width: 40rem) 20rem, 100vw" lead=True %}`."""

from django import template

from articles.photos import markup
from articles.social_cards import card

register = template.Library()


@register.simple_tag
def picture(photo, *, sizes: str, lead: bool = False):
    """The photo's `<picture>`, or the caption plate; nothing when there is no photo."""
    return markup.waiting_html(photo, sizes=sizes, lead=lead) if photo else ""


@register.simple_tag
def enlargeable(photo, *, sizes: str, lead: bool = False):
    """The photo's `<picture>` as a link to its largest rendition; nothing when there is no photo."""
    return markup.enlargeable_html(photo, sizes=sizes, lead=lead) if photo else ""


@register.filter
def social_image(article) -> str:
    """Path of the 1200×630 picture for links to the story, or an empty string."""
    return card.card_of(article)
