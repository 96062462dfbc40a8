from django.core.management.base import BaseCommand

from articles.models import Article
from awards.suggestions.counting import count


class Command(BaseCommand):
    """Needed once after an upgrade that reads statements in another way; else counts follow what changes."""

    help = "Count anew what the statements of published stories ask of the registry."

    def handle(self, *, verbosity: int, **options):
        number = 0
        for article in Article.objects.published().order_by("pk").iterator(chunk_size=200):
            count(article)
            number += 1
        if verbosity:
            self.stdout.write(f"{number} stories counted")
