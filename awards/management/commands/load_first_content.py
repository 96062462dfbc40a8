from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from articles.models import Article
from awards.contradictions.review import review_all


class Command(BaseCommand):
    """Load the fixtures into a database without articles; one that has any keeps what it has.

    All or nothing: a start that is stopped halfway begins again the next time.
    """

    help = "Load the roles, and into a database without articles the award forms, first stories and registry."

    @transaction.atomic
    def handle(self, **options):
        fixtures = [] if Group.objects.exists() else ["groups"]
        if not Article.objects.exists():
            self.stdout.write("Loading the first stories …")
            self.stdout.flush()
            fixtures += ["award_forms", "articles", "registry"]
        if fixtures:
            call_command("loaddata", *fixtures, verbosity=0)
            review_all()
