import time

from django.core.management.base import BaseCommand, CommandError

from awards.corpus.loading import load, present
from awards.models import AwardForm


class Command(BaseCommand):
    """A synthetic registry for measuring; running it again adds only what is missing."""

    help = (
        "Add synthetic honours with the stories, units, people, campaigns and totals that belong to them, for"
        " measuring: N honours in all. The same seed makes the same registry; what is there already stays."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "number", metavar="N", type=int, help="how many honours of this seed there shall be"
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="another seed, another registry (1 if omitted)"
        )

    def handle(self, *, number, seed, verbosity, **options):
        if number < 1:
            raise CommandError("N must be 1 or more.")
        if not AwardForm.objects.exists():
            raise CommandError("There are no forms of award: load the fixtures first (load_first_content).")
        before, begun = present(seed), time.monotonic()
        for done in load(number, seed):
            if verbosity:
                spent = time.monotonic() - begun
                self.stdout.write(f"{done - before:,} of {number - before:,} honours in {spent:.0f} s")
                self.stdout.flush()
        if verbosity:
            self.stdout.write(
                f"{max(number - before, 0):,} honours of seed {seed} added; {before:,} were there."
            )
