from django.core.management.base import BaseCommand

from awards.contradictions.review import review_all


class Command(BaseCommand):
    help = "Look through the whole registry for contradictions; what was decided stands."

    def handle(self, **options):
        waiting = review_all()
        self.stdout.write(f"{waiting} contradictions wait for a registry editor.")
