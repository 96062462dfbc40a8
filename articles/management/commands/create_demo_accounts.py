import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from articles import audit
from articles.roles import ROLES
from articles.standing import standing

ACCOUNTS = {
    "phongvien": "reporter",
    "bientap": "editor",
    "thuky": "managing_editor",
    "thidua": "registry_editor",
    "quantri": "administrator",
}


class Command(BaseCommand):
    """Make one account per role in a database without users; their passwords go into a file only we can read."""

    help = "Create one demo account per role, in a database that has no user; DATA_DIR/demo-accounts.txt lists them."

    def handle(self, **options):
        users = get_user_model().objects
        if users.exists():
            return
        passwords = {name: secrets.token_urlsafe(12) for name in ACCOUNTS}
        with transaction.atomic():
            for name, role in ACCOUNTS.items():
                user = users.create_user(
                    name, password=passwords[name], is_staff=True, is_superuser=role == "administrator"
                )
                user.groups.add(Group.objects.get(name=ROLES[role]))
                audit.record("account", user, after=standing(user))
            self._write("".join(f"{name} {password}\n" for name, password in passwords.items()))
        self.stdout.write("Demo accounts, shown this once:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<10} {password}  ({ROLES[ACCOUNTS[name]]})")

    def _write(self, lines: str) -> None:
        path = settings.DATA_DIR / "demo-accounts.txt"
        path.unlink(missing_ok=True)
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, mode=0o600)) as file:
            file.write(lines)
