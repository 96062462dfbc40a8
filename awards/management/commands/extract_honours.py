"""Print the statements of honours that a text makes, one JSON object a line."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from awards.extraction import extract


class Command(BaseCommand):
    help = "Read plain text from FILE or - and print each statement of honours as one line of JSON."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", help="a file of plain text in UTF-8, or - for standard input"
        )
        parser.add_argument(
            "--explain", action="store_true", help="add the rule and the offsets behind each statement"
        )

    def handle(self, *args, file, explain, **options):
        for statement in extract(_read(file)):
            line = statement.as_contract()
            if explain:
                line |= {
                    "rule": statement.rule,
                    "start": statement.start,
                    "end": statement.end,
                    "spans": statement.spans,
                }
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not UTF-8 text: {error}", returncode=1) from error
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}", returncode=2) from error
