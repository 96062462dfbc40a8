import time

from django.core.management.base import BaseCommand, CommandError

from articles.corpus.loading import load, numbers_present


class Command(BaseCommand):
    """Synthetic published stories for measuring; running it again adds only what is missing."""

    help = (
        "Add synthetic published stories of about 900 words with authors, tags and sections, for measuring:"
        " N of them in all. The same seed makes the same stories; what is there already stays."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "number", metavar="N", type=int, help="how many stories of this seed there shall be"
        )
        parser.add_argument("--seed", type=int, default=1, help="another seed, other stories (1 if omitted)")

    def handle(self, *, number, seed, verbosity, **options):
        if number < 1:
            raise CommandError("N must be 1 or more.")
        present = numbers_present(seed)
        missing = [one for one in range(1, number + 1) if one not in present]
        begun = time.monotonic()
        for done in load(missing, seed):
            if verbosity and (done % 5000 == 0 or done == len(missing)):
                spent = time.monotonic() - begun
                self.stdout.write(f"{done:,} of {len(missing):,} stories in {spent:.0f} s")
                self.stdout.flush()
        if verbosity:
            more = f"; {len(present):,} were there" if present else ""
            self.stdout.write(f"{len(missing):,} stories of seed {seed} added{more}.")
