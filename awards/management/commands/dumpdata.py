from django.core.management.commands import dumpdata

from awards.models import RollTally, Tally, UnitTally


class Command(dumpdata.Command):
    """Django's dumpdata without what the database counts by itself as rows are loaded."""

    def handle(self, *app_labels, **options):
        options["exclude"] = [
            *options["exclude"],
            *(one._meta.label for one in (RollTally, Tally, UnitTally)),
        ]
        return super().handle(*app_labels, **options)
