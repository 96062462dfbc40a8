"""What stands around every reader's page: sections, masthead, links. One query a page."""

from django.utils.functional import SimpleLazyObject

from articles.imprint import Line, imprint
from articles.models import Masthead, Section
from articles.structured_data import as_json, organization
from newsroom import site
from newsroom.page_cache import generation as page_cache


def context(request):
    """Context processor: `furniture`, read only when a template prints it."""
    return {"furniture": SimpleLazyObject(lambda: Furniture(request))}


class Furniture:
    """Sections as (name, address) pairs, the masthead, and links that apps add.

    `here` is the page's address where one of them leads to it, else empty.
    """

    def __init__(self, request):
        # The schedule has read it before the page, where there was one to keep.
        self.masthead = getattr(request, "masthead", None) or Masthead.current()
        self.sections = self.masthead.sections
        self.links = page_cache.known(request, site.navigation, site.navigation)
        addresses = {"/", *(address for _, address in (*self.sections, *self.links))}
        self._request = request
        self.here = request.path if request.path in addresses else ""

    @property
    def imprint(self) -> list[Line]:
        """What the foot says of the publisher."""
        return imprint(self.masthead)

    @property
    def publisher(self) -> str:
        """The publisher as a JSON object for programs."""
        return page_cache.known(self._request, organization, lambda: as_json(organization(self.masthead)))


def refresh_sections() -> None:
    """Keep the sections beside the masthead; called whenever a section changes."""
    pairs = [(section.name, section.get_absolute_url()) for section in Section.objects.all()]
    Masthead.objects.update_or_create(pk=1, defaults={"sections": pairs})
