"""`make run`: bring everything up to date, then serve. Run as `python -m newsroom.serve`.

Every step looks first whether there is anything to do, so that a second start takes seconds and changes nothing.
"""

import hashlib
import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

import django
import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections

from newsroom.origin import command_at_work

BASE_DIR = Path(__file__).resolve().parent.parent
SCALE_REQUIREMENTS = BASE_DIR / "requirements-scale.txt"
# A pool of memory for each thread keeps what another could use: two pools save a worker some megabytes.
ALLOCATOR = {"MALLOC_ARENA_MAX": "2"}


def main() -> None:
    """Prepare, then become the production server; ends the process with one sentence when it cannot."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    environ.Env.read_env(BASE_DIR / ".env")
    write_secret_key()
    try:
        from newsroom import settings

        workers = settings.env.int("WEB_CONCURRENCY", default=min((os.cpu_count() or 1) + 1, 4))
    except (ImproperlyConfigured, ValueError) as error:
        sys.exit(f"Newsroom cannot start: {error}")
    address = os.environ.get("BIND", "").strip() or "127.0.0.1"
    try:
        refuse_taken_port(address, settings.PORT)
        install_clients(settings)
        django.setup()
        with command_at_work("make run"):
            prepare(demo_accounts="DATABASE_URL" not in settings.env and is_loopback(address))
    except (CommandError, DatabaseError, OSError) as error:
        sys.exit(f"Newsroom cannot start: {error}")
    except KeyboardInterrupt:
        sys.exit("\nStopped before the server was up; nothing is lost.")
    say(f"\nNewsroom: {settings.SITE_URL}/\nDesk:     {settings.SITE_URL}/admin/")
    accounts = settings.DATA_DIR / "demo-accounts.txt"
    if accounts.is_file():
        say(f"Demo accounts and their passwords: {accounts}")
    say("Ctrl-C stops the server.\n")
    serve(f"[{address}]" if ":" in address else address, settings.PORT, workers)


def write_secret_key() -> None:
    """Keep a random key in DATA_DIR/secret-key, unless one is given or there already."""
    folder = BASE_DIR / Path(os.environ.get("DATA_DIR", "").strip() or "var").expanduser()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds password hashes and drafts
    path = folder / "secret-key"
    if os.environ.get("SECRET_KEY", "").strip() or path.is_file():
        return
    with open(path, "x", opener=lambda name, flags: os.open(name, flags, mode=0o600)) as file:
        file.write(secrets.token_urlsafe(50) + "\n")


def refuse_taken_port(address: str, port: int) -> None:
    """Raises OSError, before anything is touched, when nothing can listen there."""
    try:
        socket.create_server(
            (address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET
        ).close()
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OSError(
            f"port {port} of {address} is not free ({reason}). Choose another: make run PORT=8001"
        ) from error


def install_clients(settings) -> None:
    """Install the clients of PostgreSQL, Redis and S3 when a setting asks for one of these servers."""
    backends = (
        settings.DATABASES["default"]["ENGINE"],
        settings.CACHES["default"]["BACKEND"],
        settings.STORAGES["default"]["BACKEND"],
    )
    if not any(word in backend for backend in backends for word in ("postgresql", "redis", "s3")):
        return
    installed = Path(sys.prefix) / "installed-scale.txt"
    if installed.is_file() and installed.read_bytes() == SCALE_REQUIREMENTS.read_bytes():
        return
    say("Installing the clients of the servers that the settings name …")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--require-hashes", "-r", SCALE_REQUIREMENTS], check=False).returncode:
        raise CommandError("requirements-scale.txt could not be installed")
    installed.write_bytes(SCALE_REQUIREMENTS.read_bytes())


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    return address in ("localhost", "::1") or address.startswith("127.")


def prepare(*, demo_accounts: bool) -> None:
    """Bring database, first content, accounts, static files, stored pages and the bin up to date."""
    say("Preparing the database …")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_first_content")
    if demo_accounts:
        call_command("create_demo_accounts")
    collect_static_files()
    call_command("render_stories", stale=True, verbosity=0)
    call_command("empty_bin", verbosity=0)
    connections.close_all()


def collect_static_files() -> None:
    """Collect and compress static files when any of them changed since the last time."""
    from django.conf import settings

    root = Path(settings.STATIC_ROOT)
    signature_file = root.parent / "static-signature"
    signature = static_signature()
    if root.is_dir() and signature_file.is_file() and signature_file.read_text() == signature:
        return
    say("Collecting static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    signature_file.write_text(signature)


def static_signature() -> str:
    """A text that changes when a static file or the way of storing them does."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def serve(address: str, port: int, workers: int) -> None:
    """Become gunicorn, so that a signal to this process reaches the server itself."""
    gunicorn = [sys.executable, "-m", "gunicorn", "newsroom.wsgi"]
    options = [
        "--worker-class=newsroom.worker.Worker",
        f"--workers={workers}",
        "--threads=4",
        "--no-control-socket",
    ]
    os.chdir(BASE_DIR)
    command = [*gunicorn, f"--bind={address}:{port}", *options]
    os.execve(sys.executable, command, {**ALLOCATOR, **os.environ})


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a person reads along in the terminal


if __name__ == "__main__":
    main()
