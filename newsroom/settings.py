"""Settings, read from the environment and an optional `.env` beside manage.py.

What is not set is safe: no debugging, no start without a secret, cookies and https follow SITE_URL.
README.md explains each variable to operators.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import environ
from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")
# `NAME=` is how .env files leave a variable unset.
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

PORT = env.int("PORT", default=8000)
DATA_DIR = (BASE_DIR / Path(env.str("DATA_DIR", default="var")).expanduser()).resolve()
SITE_NAME = env.str("SITE_NAME", default="Newsroom")
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
DEBUG = env.bool("DEBUG", default=False)

_site = urlsplit(SITE_URL)
if _site.scheme not in ("http", "https") or not _site.hostname or _site.path or _site.query:
    raise ImproperlyConfigured(f"SITE_URL must be like https://news.example, without a path, not {SITE_URL}")
_https = _site.scheme == "https"
# The server speaks plain HTTP, so an https address means that something in front of it ends TLS.
_behind_proxy = env.bool("BEHIND_PROXY", default=_https)

SECRET_KEY = env.ENVIRON.get("SECRET_KEY", "")  # not through env.str, which follows a leading "$"
_key_file = DATA_DIR / "secret-key"
if not SECRET_KEY and _key_file.is_file():
    SECRET_KEY = _key_file.read_text().strip()
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Put it into the environment or .env, or start with `make run`, "
        "which keeps a random key in DATA_DIR/secret-key."
    )

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[_site.hostname, "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "newsroom.apps.NewsroomAdminConfig",
    # Before articles, whose admin takes the place of theirs.
    "taggit",
    "allauth.mfa",
    "awards",
    "articles",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # the pages of security keys say when one was used
    "allauth",
    "allauth.account",
    "csp",
    "django_prose_editor",
    "js_asset",
    "django_tasks",
]

MIDDLEWARE = [
    "newsroom.page_cache.purging.PurgeMiddleware",
    "newsroom.middleware.ReaderAddressesMiddleware",
    "newsroom.middleware.HeadMiddleware",
    "newsroom.origin.OriginMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.PublicHeadersMiddleware",
    "newsroom.middleware.ValidatorMiddleware",
    # Outside of whatever answers by itself, so that error pages carry the policy too.
    "newsroom.middleware.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.schedule.middleware.ScheduleMiddleware",
    "articles.middleware.RedirectMiddleware",
    "newsroom.middleware.CleanQueryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.middleware.EditorLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "newsroom" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.site.context",
                "articles.furniture.context",
            ],
            "libraries": {
                "admin_rows": "newsroom.admin_rows",
                "drawings": "newsroom.drawings",
                "numbers": "newsroom.numbers",
                "page_cache": "newsroom.page_cache.template_tags",
                "stylesheets": "newsroom.stylesheets",
            },
        },
    },
]

# Data ------------------------------------------------------------------------------------------

_database_url = env.ENVIRON.get("DATABASE_URL", "")
if not _database_url:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    _database = {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "newsroom.sqlite3"}
elif urlsplit(_database_url).scheme in ("sqlite", "postgres", "postgresql"):
    _database = env.db_url_config(_database_url)
else:
    raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// or sqlite:///")
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # 2 MB for each of the connections, one a thread: what one search reads. The system keeps the file itself in memory.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-2000;",
    }
    _database["CONN_MAX_AGE"] = None  # opening one costs more than most queries
else:
    _database.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8}
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="dbcache://cache_entries")}

# Readers' pages in the memory of each worker, for as long as nothing of them changes.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=8)

# Asked to empty the caches in front of the site after each change.
PURGE_URL = env.str("PURGE_URL", default="")
if PURGE_URL and not PURGE_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("PURGE_URL must begin with http:// or https://")

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.static_storage.StaticStorage"},
}
_storage = urlsplit(env.ENVIRON.get("STORAGE_URL", ""))
if _storage.scheme == "s3":
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _storage.netloc,
            "location": _storage.path.strip("/"),
            "file_overwrite": False,
            **dict(parse_qsl(_storage.query)),  # endpoint_url=… and region_name=…, for one
        },
    }
elif _storage.scheme:
    raise ImproperlyConfigured("STORAGE_URL must begin with s3://")
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (
    "jpg jpeg png gif webp avif zip gz tgz bz2 tbz xz br woff woff2 map".split()
)
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# A picture may have 25 MB; what else a form carries stays small.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# A body that hundreds of stories name has a form with five fields for each piece of its evidence.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_PERMISSIONS = 0o644

# The desk --------------------------------------------------------------------------------------

# Nobody approves their own copy. A newsroom of one person turns it off.
FOUR_EYES = env.bool("FOUR_EYES", default=True)

# Language and time -----------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale", BASE_DIR / "newsroom" / "locale_of_libraries"]
FORMAT_MODULE_PATH = "newsroom.formats"
LANGUAGE_COOKIE_NAME = "editor_language"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

# Accounts --------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "newsroom.accounts.PermissionsBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "newsroom.accounts.ClosedSignupAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "newsroom.security_keys.AddKeyForm",
    "edit_webauthn": "newsroom.security_keys.EditKeyForm",
}
MFA_TOTP_ISSUER = SITE_NAME
# Accounts are made by an administrator, often without an address: a second factor must not wait for one.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _https

# Taggit ----------------------------------------------------------------------------------------

TAGGIT_TAGS_FROM_STRING = "articles.tag_names.split_tag_names"
TAGGIT_STRING_FROM_TAGS = "articles.tag_names.join_tag_names"

# Mail ------------------------------------------------------------------------------------------

EMAIL_TIMEOUT = 10  # seconds; with immediate tasks an editor waits for the mail server
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"noreply@{_site.hostname}")

# Work after the answer ---------------------------------------------------------------------------

_tasks = env.str("TASKS", default="immediate")
if _tasks not in ("immediate", "database"):
    raise ImproperlyConfigured("TASKS must be immediate or database")
if _tasks == "database":  # `manage.py db_worker` does the work
    INSTALLED_APPS.append("django_tasks_db")
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if _tasks == "database"
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

# Security --------------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # asked from this machine, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _behind_proxy else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _https else 0
SILENCED_SYSTEM_CHECKS = [
    # Sub-domains and the preload list bind more than this site: their owner decides that at the proxy.
    "security.W005",
    "security.W021",
    "security.W019",  # the desk shows a story's preview in a frame of its own
]
ALLAUTH_TRUSTED_PROXY_COUNT = int(_behind_proxy)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

# The admin carries a nonce on the editor's import map; reader pages have no inline script at all.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# Pasted Word markup and the editor's table handles carry inline styles; inline script stays refused.
ADMIN_STYLE_SOURCES = [SELF, UNSAFE_INLINE]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
