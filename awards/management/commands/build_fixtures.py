from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from awards.seeding import SeedError, build_fixtures


class Command(BaseCommand):
    """Rebuild fixtures/*.json from our editions and the registry's source files."""

    help = "Rebuild fixtures/*.json from fixtures/documents/ and fixtures/registry/, byte for byte the same each time."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Write nothing; exit 1 when a file differs.")
        parser.add_argument("--folder", type=Path, default=Path(settings.BASE_DIR) / "fixtures")

    def handle(self, *, folder: Path, check: bool, **options):
        try:
            files = build_fixtures(folder)
        except SeedError as error:
            raise CommandError(str(error)) from error
        differing = [name for name, content in files.items() if _content(folder / name) != content]
        if check and differing:
            raise CommandError(
                f"Not what the sources give: {', '.join(differing)}. Run manage.py build_fixtures."
            )
        for name in differing:
            (folder / name).write_bytes(files[name])
        self.stdout.write(f"{len(files)} files, {len(differing)} changed")


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
