"""The environment of a person who starts a program, for tests that start one."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_OURS = {
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "BIND",
    "CACHE_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "MAKEFLAGS",
    "MAKELEVEL",
    "PAGE_CACHE_MB",
    "PORT",
    "PURGE_URL",
    "SECRET_KEY",
    "SITE_NAME",
    "SITE_URL",
    "STORAGE_URL",
    "TASKS",
    "TEST_DATABASE_URL",
    "WEB_CONCURRENCY",
}


def environment(**values: str) -> dict[str, str]:
    """This process's environment without the variables that Newsroom reads, and with these instead."""
    return {name: value for name, value in os.environ.items() if name not in _OURS} | values
