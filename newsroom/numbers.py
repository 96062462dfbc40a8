"""Numbers as people read them: 2.010 in Vietnamese, 2,010 on the English desk."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def grouped(number):
    """A count in groups of three; what is no whole number stays as it is.

    Only where a person reads how many: a year, an id, an attribute and what programs read are printed plain.
    """
    if not isinstance(number, int) or -1000 < number < 1000:
        return number
    return number_format(number, force_grouping=True)
