"""One run over several documents."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext

from django.db import transaction

from articles.importing.files import Found
from articles.importing.importer import Importer
from articles.importing.outcome import Outcome


def run(
    importer: Importer, found: Iterable[Found], *, dry_run: bool, told: Callable[[Outcome], None]
) -> None:
    """Import the documents one after another, and tell of each as soon as it is done.

    A dry run does everything in the database and undoes it.
    """
    with transaction.atomic() if dry_run else nullcontext():
        for one in found:
            told(importer.import_file(one))
        if dry_run:
            transaction.set_rollback(True)
