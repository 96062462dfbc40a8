"""Tables cut into stretches of ids: what a sitemap's files are made of."""

from django.db.models import Func, IntegerField

SIZE = 50_000  # the most addresses that a sitemap file may hold


class Stretch(Func):
    """Number of the stretch in which an id lies, from 1. The size stands in the text, so that an index serves it."""

    template = f"((%(expressions)s - 1) / {SIZE} + 1)"
    output_field = IntegerField()
