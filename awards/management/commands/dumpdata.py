from django.core.management.commands import dumpdata

from awards.models import Tally


class Command(dumpdata.Command):
    """Django's dumpdata without what the database counts by itself as rows are loaded."""

    def handle(self, *app_labels, **options):
        options["exclude"] = [*options["exclude"], Tally._meta.label]
        return super().handle(*app_labels, **options)
