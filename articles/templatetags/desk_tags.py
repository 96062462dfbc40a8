"""Words of the desk."""

from django import template

from newsroom.people import name_of

register = template.Library()


@register.filter
def called(user) -> str:
    """How the desk names a person; nothing for nobody."""
    return name_of(user)
