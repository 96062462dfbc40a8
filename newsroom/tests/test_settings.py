"""Settings follow the environment, are safe when nothing is set, and refuse what they cannot understand."""

import os
import runpy
import shutil

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import settings as real_settings
from tests.environment import environment


@pytest.fixture
def folder(tmp_path):
    """A project of nothing but the settings: no `.env`, no data."""
    (tmp_path / "newsroom").mkdir()
    shutil.copy(real_settings.__file__, tmp_path / "newsroom/settings.py")
    return tmp_path


@pytest.fixture
def load(folder, monkeypatch):
    """load(**variables) gives the settings of a machine where no other variable is set."""

    def load(**variables):
        values = environment(**variables)
        monkeypatch.setattr(os, "environ", values)
        monkeypatch.setattr(environ.Env, "ENVIRON", values)
        return runpy.run_path(str(folder / "newsroom/settings.py"))

    return load


def test_without_a_secret_nothing_starts(load):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        load()


def test_an_empty_key_file_is_no_secret(load, folder):
    (folder / "var").mkdir()
    (folder / "var/secret-key").write_text("\n")

    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        load()


def test_the_kept_key_is_used_when_none_is_given(load, folder):
    (folder / "var").mkdir()
    (folder / "var/secret-key").write_text("kept\n")

    assert load()["SECRET_KEY"] == "kept"
    assert load(SECRET_KEY="given")["SECRET_KEY"] == "given"


def test_a_secret_may_begin_with_a_dollar_sign(load):
    assert load(SECRET_KEY="$ecret")["SECRET_KEY"] == "$ecret"


def test_defaults_are_an_embedded_database_on_loopback_without_debugging(load, folder):
    settings = load(SECRET_KEY="x")

    assert settings["DEBUG"] is False
    assert settings["SITE_URL"] == "http://127.0.0.1:8000"
    assert settings["DATABASES"]["default"]["NAME"] == folder / "var/newsroom.sqlite3"
    assert settings["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in settings["DATABASES"]["default"]["OPTIONS"]["init_command"]
    assert settings["CACHES"]["default"]["BACKEND"].endswith("DatabaseCache")
    assert settings["STORAGES"]["default"]["BACKEND"].endswith("FileSystemStorage")
    assert settings["MEDIA_ROOT"] == folder / "var/media"


def test_a_blank_variable_is_a_variable_not_set(load):
    names = (
        "ALLOWED_HOSTS",
        "CACHE_URL",
        "DATABASE_URL",
        "DEBUG",
        "EMAIL_URL",
        "PORT",
        "SITE_URL",
        "STORAGE_URL",
    )

    blank = load(SECRET_KEY="x", **dict.fromkeys(names, ""))

    unset = load(SECRET_KEY="x")
    public = {name for name in unset if name.isupper()}
    assert {name: blank[name] for name in public} == {name: unset[name] for name in public}


def test_the_port_is_part_of_the_default_address(load):
    assert load(SECRET_KEY="x", PORT="8123")["SITE_URL"] == "http://127.0.0.1:8123"


def test_dotenv_counts_where_the_environment_says_nothing(load, folder):
    (folder / ".env").write_text("SECRET_KEY=from-file\nSITE_NAME=Báo Mẫu\nPORT=\n")

    settings = load(SITE_NAME="Báo Khác")

    assert (settings["SECRET_KEY"], settings["SITE_NAME"], settings["PORT"]) == (
        "from-file",
        "Báo Khác",
        8000,
    )


def test_plain_http_asks_for_no_secure_cookies_and_trusts_no_proxy(load):
    settings = load(SECRET_KEY="x", SITE_URL="http://127.0.0.1:8000")

    assert settings["SESSION_COOKIE_SECURE"] is False
    assert settings["CSRF_COOKIE_SECURE"] is False
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0
    assert settings["SECURE_PROXY_SSL_HEADER"] is None
    assert settings["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0


def test_https_brings_secure_cookies_hsts_the_redirect_and_the_proxy_in_front(load):
    settings = load(SECRET_KEY="x", SITE_URL="https://news.example/")

    assert settings["SITE_URL"] == "https://news.example"
    assert settings["ALLOWED_HOSTS"] == ["news.example", "127.0.0.1", "localhost"]
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://news.example"]
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["LANGUAGE_COOKIE_SECURE"] is True
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert settings["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


@pytest.mark.parametrize(
    "address", ["news.example", "ftp://news.example", "https://", "https://news.example/bao"]
)
def test_an_address_that_no_site_can_have_is_refused(load, address):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be like"):
        load(SECRET_KEY="x", SITE_URL=address)


def test_database_url_names_postgresql(load):
    database = load(SECRET_KEY="x", DATABASE_URL="postgres://toa:mat%20khau@db.example:5433/bao")[
        "DATABASES"
    ]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("toa", "mat khau", "db.example")
    assert (database["PORT"], database["NAME"]) == (5433, "bao")
    assert database["OPTIONS"]["pool"]


def test_database_url_names_another_sqlite_file(load):
    database = load(SECRET_KEY="x", DATABASE_URL="sqlite:////srv/bao.sqlite3")["DATABASES"]["default"]

    assert database["NAME"] == "/srv/bao.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_cache_url_names_redis(load):
    cache = load(SECRET_KEY="x", CACHE_URL="redis://cache.example:6379/1")["CACHES"]["default"]

    assert cache["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert cache["LOCATION"] == "redis://cache.example:6379/1"


def test_storage_url_names_a_bucket_a_folder_and_its_endpoint(load):
    url = "s3://bao/anh?endpoint_url=https://s3.example&region_name=hn"
    storage = load(SECRET_KEY="x", STORAGE_URL=url)["STORAGES"]["default"]

    assert storage["BACKEND"] == "storages.backends.s3.S3Storage"
    assert storage["OPTIONS"] == {
        "bucket_name": "bao",
        "location": "anh",
        "file_overwrite": False,
        "endpoint_url": "https://s3.example",
        "region_name": "hn",
    }


def test_email_url_names_a_mail_server(load):
    settings = load(SECRET_KEY="x", EMAIL_URL="smtp+tls://toa:mat@mail.example:587")

    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.example", 587)
    assert settings["EMAIL_USE_TLS"] is True


def test_tasks_run_at_once_unless_a_worker_takes_them_from_the_database(load):
    at_once, queued = load(SECRET_KEY="x"), load(SECRET_KEY="x", TASKS="database")

    assert at_once["TASKS"]["default"]["BACKEND"].endswith("ImmediateBackend")
    assert "django_tasks_db" not in at_once["INSTALLED_APPS"]
    assert queued["TASKS"]["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"
    assert "django_tasks_db" in queued["INSTALLED_APPS"]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://x/y", "DATABASE_URL must begin with"),
        ("STORAGE_URL", "ftp://x", "STORAGE_URL must begin with"),
        ("CACHE_URL", "nothing://x", "Invalid cache schema"),
        ("TASKS", "celery", "TASKS must be immediate or database"),
    ],
)
def test_a_server_of_an_unknown_kind_is_refused(load, name, value, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        load(SECRET_KEY="x", **{name: value})
