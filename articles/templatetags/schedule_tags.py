"""Words and signs of the desk's calendar."""

from datetime import datetime, time, timedelta

from django import template
from django.utils import timezone
from django.utils.http import urlencode

from articles.schedule.kinds import SHAPES, WORDS

register = template.Library()


@register.simple_tag
def entry_shape(kind: str) -> str:
    """The sign that stands for the kind of entry beside its colour."""
    return SHAPES[kind]


@register.simple_tag
def entry_word(kind: str) -> str:
    return str(WORDS[kind])


@register.simple_tag
def day_query(day) -> str:
    """What the list of stories is asked for the publications of one day in Vietnam's time."""
    opens = timezone.make_aware(datetime.combine(day, time()))
    bounds = {"published_at__gte": opens, "published_at__lt": opens + timedelta(days=1)}
    return urlencode({name: moment.isoformat() for name, moment in bounds.items()})
