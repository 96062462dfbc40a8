from django.core.management.base import BaseCommand, CommandError

from articles.models import Photo
from articles.photos.files import missing_files
from articles.photos.storing import remake_renditions
from articles.photos.uses import renew_stories_with


class Command(BaseCommand):
    """Makes the renditions of photos again from their masters, and the stored pages that show them.

    Safe to repeat. A photo that fails does not stop the others; the command then ends with 1.
    """

    help = "Make the renditions of photos again from their masters."

    def add_arguments(self, parser):
        parser.add_argument("refs", nargs="*", metavar="REF", help="only these photos (default: all)")
        parser.add_argument("--missing", action="store_true", help="only photos that lack a rendition")

    def handle(self, *, refs, missing, verbosity, **options):
        photos = Photo.objects.exclude(file="").order_by("pk")
        if refs:
            unknown = set(refs) - set(Photo.objects.filter(ref__in=refs).values_list("ref", flat=True))
            if unknown:
                raise CommandError(f"No such photo: {', '.join(sorted(unknown))}", returncode=2)
            photos = photos.filter(ref__in=refs)
        made, failed, total = 0, 0, photos.count()
        for number, photo in enumerate(photos.iterator(chunk_size=200), start=1):
            if missing and not missing_files(photo):
                continue
            try:
                before = photo.renditions
                remake_renditions(photo)
            except OSError as error:
                failed += 1
                self.stderr.write(f"{number}/{total} {photo.ref}: {error}")
                continue
            made += 1
            if photo.renditions != before:
                renew_stories_with(photo)
            if verbosity:
                self.stdout.write(f"{number}/{total} {photo.ref}")
        if verbosity:
            self.stdout.write(f"{made} made, {failed} failed, {total - made - failed} left as they were")
        if failed:
            raise CommandError(f"{failed} of {total} photos failed", returncode=1)
