"""The sites that are measured: one per size, kept below DATA_DIR/bench, brought up to date before each run.

With DATABASE_URL naming a PostgreSQL server each site has a database of its own there, `bench_<size>`.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]


def environment(size: int) -> dict[str, str]:
    """What a process needs in its environment to work on the site with so many synthetic stories."""
    data = os.environ.get("BENCH_DATA_DIR") or os.environ.get("DATA_DIR", "").strip() or "var"
    data = ROOT / Path(data).expanduser()
    server = os.environ.get("DATABASE_URL", "").strip()
    folder = data / "bench" / (f"{size}-postgresql" if server else str(size))
    values = {
        "BENCH_DATA_DIR": str(data),  # where the other sites are
        "DATA_DIR": str(folder),
        "DATABASE_URL": _database(server, size) if server else "",
        "SECRET_KEY": "only-for-measuring",
        "SITE_URL": "",
        "DEBUG": "",
        "TASKS": "",
        "EMAIL_URL": "dummymail://",
        "CACHE_URL": "",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    return {**os.environ, **values}


def _database(server: str, size: int) -> str:
    parts = urlsplit(server)
    if parts.scheme not in ("postgres", "postgresql"):
        sys.exit("make bench measures on SQLite, or on the PostgreSQL server that DATABASE_URL names")
    return urlunsplit(parts._replace(path=f"/bench_{size}"))


def bring_up_to_date(size: int) -> None:
    """Make the site of this process's environment, or bring it up to date; django is set up by then."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from newsroom import serve

    if connection.vendor == "postgresql":
        _make_database(settings.DATABASES["default"])
    serve.prepare(demo_accounts=False)
    if size:
        call_command("load_corpus", size)


def _make_database(database: dict) -> None:
    import psycopg

    place = {key.lower(): database[key] for key in ("HOST", "PORT", "USER", "PASSWORD") if database[key]}
    with psycopg.connect(dbname="postgres", autocommit=True, **place) as server:
        name = database["NAME"]
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f'CREATE DATABASE "{name}"')
