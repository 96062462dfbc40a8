from django.core.management.base import BaseCommand

from articles import binning


class Command(BaseCommand):
    """Run at each start and, on a site that runs long, once a day."""

    help = "Delete the drafts that have been in the bin for thirty days."

    def handle(self, *, verbosity: int, **options):
        gone = binning.empty()
        if gone or verbosity:
            self.stdout.write(f"{len(gone)} drafts deleted from the bin")
