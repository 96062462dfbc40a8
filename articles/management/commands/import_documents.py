import json
import os
import stat
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.importing import Importer, Outcome, Status, documents_in, is_document_name, run


class Command(BaseCommand):
    """Imports documents as stories, one line of output a file. A file that fails does not stop the others.

    Safe to repeat: a document is known again by its source address, else by its file name; an
    unchanged one changes nothing, a changed one makes a new revision, and what a person has edited
    is never overwritten. Ends with 0, with 1 when a file failed, with 2 on wrong usage.
    """

    help = "Import .txt, .md and .markdown documents, or folders of them, as drafts."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a document, or a folder with documents")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish the stories at once, whatever the publish gate would ask for",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="do everything in the database, report, and undo it"
        )
        parser.add_argument("--report", metavar="FILE", help="write a JSON report to this file")
        parser.add_argument(
            "--fetch-photos",
            action="store_true",
            help="fetch pictures from their sites (not with --dry-run)",
        )

    def handle(self, *, paths, publish, dry_run, report, fetch_photos, verbosity, **options):
        if fault := next(filter(None, [*map(_path_fault, paths), report and _report_fault(report)]), None):
            raise CommandError(f"{fault}\n{self._usage()}", returncode=2)
        found = documents_in(paths)
        importer = Importer(publish=publish, store_files=not dry_run, fetch_photos=fetch_photos)
        outcomes: list[Outcome] = []

        def told(outcome: Outcome) -> None:
            outcomes.append(outcome)
            self._tell(outcome, f"{len(outcomes)}/{len(found)}", verbosity)

        try:
            run(importer, found, dry_run=dry_run, told=told)
        finally:
            if report:
                _write_report(Path(report), outcomes)
        counts = Counter(outcome.status for outcome in outcomes)
        if not found:
            self.stderr.write(self.style.WARNING("No documents found."))
        elif verbosity:
            told = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
            self.stdout.write(f"{len(found)} files: {told}{' (dry run: nothing is kept)' if dry_run else ''}")
        if counts[Status.FAILED]:
            raise CommandError(f"{counts[Status.FAILED]} of {len(found)} files failed.", returncode=1)

    def _tell(self, outcome: Outcome, place: str, verbosity: int) -> None:
        if verbosity or outcome.error:
            told = outcome.error or outcome.slug
            progress = f"{place} " if self.stdout.isatty() else ""
            lines = [f"{progress}{outcome.status:<9} {outcome.file}: {told}"]
            lines += [f"    {warning}" for warning in outcome.warnings]
            self.stdout.write("\n".join(map(_printable, lines)))

    def _usage(self) -> str:
        return self.create_parser("manage.py", "import_documents").format_usage().strip()


def _path_fault(path: str) -> str | None:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:  # a NUL in the path is a ValueError
        return f"{path}: {getattr(error, 'strerror', error)}"
    if stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and is_document_name(path)):
        return None
    return f"{path}: Neither a folder nor a .txt, .md or .markdown file"


def _report_fault(report: str) -> str | None:
    path = Path(report)
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        return f"{report}: The report cannot be written there"
    return None


def _write_report(path: Path, outcomes: list[Outcome]) -> None:
    """The whole report or none: nobody reads half of one."""
    text = json.dumps([outcome.as_json() for outcome in outcomes], ensure_ascii=False, indent=1)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_text(text + "\n", encoding="utf-8")
    unfinished.replace(path)


def _printable(line: str) -> str:
    """The line without what would make several of it or play with the terminal."""
    return "".join(char if char.isprintable() else "�" for char in line)
