"""newsroom.settings for the test run: nothing of the developer's machine, quick passwords, plain static names.

The tests use SQLite in memory; TEST_DATABASE_URL takes them to another database.
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ.update(
    {
        # A blank value is a value not set, and it keeps a developer's .env out.
        **dict.fromkeys(
            (
                "ALLOWED_HOSTS",
                "BEHIND_PROXY",
                "DEBUG",
                "EMAIL_URL",
                "FOUR_EYES",
                "PAGE_CACHE_MB",
                "PURGE_URL",
                "SITE_NAME",
                "SITE_URL",
                "STORAGE_URL",
                "TASKS",
            ),
            "",
        ),
        "CACHE_URL": "locmemcache://",
        "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", ""),
        "DATA_DIR": _folder,
        "PORT": "8000",
        "SECRET_KEY": "only-for-tests",
    }
)

from newsroom.settings import *  # noqa: E402, F403 - the environment must stand first
from newsroom.settings import STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
