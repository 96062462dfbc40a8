from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone

from articles import publishing, rendering
from articles.models import Article


class Command(BaseCommand):
    """Render stored pages again, after a new version of the code or templates."""

    help = "Render the stored pages of published stories again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--stale",
            action="store_true",
            help="Only pages that other code or templates made, or whose moment is over.",
        )

    def handle(self, *, stale: bool, verbosity: int, **options):
        stories = Article.objects.filter(state=Article.State.PUBLISHED)
        if stale:
            stories = stories.filter(
                ~Q(rendered_with=rendering.fingerprint()) | Q(page_until__lte=timezone.now())
            )
        count = publishing.renew(stories)
        if count or verbosity:
            self.stdout.write(f"{count} stories rendered")
