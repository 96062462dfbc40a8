from django.core.management.base import BaseCommand

from articles import publishing
from articles.models import Article

BATCH = 100


class Command(BaseCommand):
    """Draw the pictures for links to stories that lack them: after an import in bulk, a new design or a lost file."""

    help = "Draw the pictures for links to published stories, where one is missing or no longer right."

    def handle(self, *, verbosity, **options):
        keys = list(Article.objects.filter(state=Article.State.PUBLISHED).order_by("pk").values_list("pk", flat=True))  # fmt: skip
        made = 0
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            made += publishing.draw_cards(Article.objects.filter(pk__in=batch), lost=True)
            if verbosity:
                self.stdout.write(f"{start + len(batch)}/{len(keys)}: {made} drawn")
