from django.core.management.commands import loaddata

from articles import furniture, settling
from articles.models import Article, Photo, Section


class Command(loaddata.Command):
    """Django's loaddata; then pictures come into media and stories are rendered.

    Fixtures are saved raw: no `save()`, no service runs. What those would have done is done here.
    """

    def handle(self, *fixture_labels, **options):
        kept = settling.stored_files()
        super().handle(*fixture_labels, **options)
        loaded = getattr(self, "models", set())
        if Section in loaded:
            furniture.refresh_sections()
        if Photo in loaded:
            settling.settle_photos(kept)
        if Article in loaded or Photo in loaded:
            settling.settle_stories()
