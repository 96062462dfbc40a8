"""What stands around every reader's page: sections, masthead, links. One query a page."""

from django.utils.functional import SimpleLazyObject

from articles.models import Masthead, Section
from newsroom import site


def context(request):
    """Context processor: `furniture`, read only when a template prints it."""
    return {"furniture": SimpleLazyObject(lambda: Furniture(getattr(request, "masthead", None)))}


class Furniture:
    """Sections as (name, address) pairs, the masthead, and links that apps add."""

    def __init__(self, masthead: Masthead | None):
        """`masthead` is the one that the schedule read before the page, if it did."""
        self.masthead = masthead or Masthead.current()
        self.sections = self.masthead.sections
        self.links = site.navigation()


def refresh_sections() -> None:
    """Keep the sections beside the masthead; called whenever a section changes."""
    pairs = [(section.name, section.get_absolute_url()) for section in Section.objects.all()]
    Masthead.objects.update_or_create(pk=1, defaults={"sections": pairs})
