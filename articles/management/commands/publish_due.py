from django.core.management.base import BaseCommand

from articles.schedule.applying import apply_due
from articles.schedule.words import moment_text


class Command(BaseCommand):
    """For a site so quiet that no request comes after the moment of an update."""

    help = "Bring scheduled updates whose moment has come to readers. Safe to run at any time, and twice."

    def handle(self, **options):
        done = apply_due()
        for update in done:
            line = f"{moment_text(update.due_at)} {update.title}"
            if update.fault:
                self.stderr.write(f"{line}: not published. {update.fault}")
            else:
                self.stdout.write(line)
        out = sum(not update.fault for update in done)
        self.stdout.write(f"{out} updates published, {len(done) - out} kept back")
