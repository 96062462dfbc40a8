from django.core.management.base import BaseCommand

from articles.search import index

BAR = 30  # characters


class Command(BaseCommand):
    """Write the search index anew, from the stories as readers see them."""

    help = "Write the search index anew. Search and publishing go on meanwhile."

    def add_arguments(self, parser):
        parser.add_argument(
            "--from-scratch",
            action="store_true",
            help="Empty the index first: faster, mends a damaged index, and finds only part until it is done.",
        )

    def handle(self, *, from_scratch: bool, verbosity: int, **options):
        total, done = index.stories().count(), 0
        for done in index.rebuild(from_scratch=from_scratch):
            if verbosity:
                self._show(done, total)
        if verbosity:
            self.stdout.write(f"{done} stories indexed")

    def _show(self, done: int, total: int) -> None:
        """A bar that grows on a terminal; elsewhere a line for every tenth of the way."""
        share = min(1, done / max(total, 1))
        if self.stdout.isatty():
            filled = "#" * int(BAR * share)
            self.stdout.write(f"\r[{filled:.<{BAR}}] {done}/{total}", ending="" if done < total else "\n")
            self.stdout.flush()
        elif int(10 * share) > int(10 * max(0, done - index.BATCH) / max(total, 1)):
            self.stdout.write(f"{share:4.0%} {done}/{total}")
