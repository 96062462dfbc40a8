"""What `make run` decides before it serves."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from newsroom import places, serve
from newsroom.stylesheets import linked


@pytest.fixture
def data_dir(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("SECRET_KEY", "")
    return tmp_path / "data"


def test_a_random_key_is_kept_that_only_its_owner_can_read(data_dir):
    serve.write_secret_key()

    key = data_dir / "secret-key"
    assert len(key.read_text().strip()) >= 50
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700


def test_a_kept_key_is_never_replaced(data_dir):
    serve.write_secret_key()
    first = (data_dir / "secret-key").read_text()

    serve.write_secret_key()

    assert (data_dir / "secret-key").read_text() == first


def test_no_key_is_written_when_one_is_given(data_dir, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "given")

    serve.write_secret_key()

    assert not (data_dir / "secret-key").exists()


def test_a_taken_port_is_named_together_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(OSError, match=rf"port {port} of 127\.0\.0\.1 is not free .* make run PORT="):
            serve.refuse_taken_port("127.0.0.1", port)


def test_a_free_port_stays_free_for_the_server():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

    serve.refuse_taken_port("127.0.0.1", port)
    serve.refuse_taken_port("127.0.0.1", port)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
    ],
)
def test_only_loopback_counts_as_reachable_from_this_machine_alone(address, expected):
    assert serve.is_loopback(address) is expected


class TestStaticFiles:
    @pytest.fixture(autouse=True)
    def site(self, settings, tmp_path):
        self.source = tmp_path / "source"
        self.source.mkdir()
        (self.source / "a.css").write_text("a {}")
        settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
        settings.STATICFILES_DIRS = [self.source]
        settings.STATIC_ROOT = tmp_path / "data/static"

    def collected(self, settings):
        serve.collect_static_files()
        return settings.STATIC_ROOT / "a.css"

    def test_are_collected_at_the_first_start(self, settings):
        assert self.collected(settings).read_text() == "a {}"

    def test_are_left_alone_when_nothing_changed(self, settings):
        self.collected(settings).write_text("kept")

        assert self.collected(settings).read_text() == "kept"

    def test_are_collected_again_when_one_changed(self, settings):
        self.collected(settings)
        (self.source / "a.css").write_text("a { color: red }")
        os.utime(self.source / "a.css", (2_000_000_000, 2_000_000_000))

        assert self.collected(settings).read_text() == "a { color: red }"

    def test_a_style_sheet_carries_those_that_it_imports_and_what_other_apps_add(self, settings, monkeypatch):
        monkeypatch.setattr(places, "ask", {"stylesheets": [["d.css"]]}.get)
        settings.STORAGES = {
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "newsroom.static_storage.StaticStorage"},
        }
        (self.source / "pages").mkdir()
        (self.source / "pages/b.css").write_text(
            '/* All. */\n\n@import "c.css";\n@import "place:stylesheets";\n'
        )
        (self.source / "d.css").write_text("/* Beside. */\nd {}\n")
        (self.source / "pages/c.css").write_text('@import "../a.css";\n')
        (self.source / "a.css").write_text("a { color: red }\n")
        assert linked("pages/b.css") == ["pages/b.css"]

        self.collected(settings)
        (self.source / "a.css").write_text("a { color: green }\n")
        os.utime(self.source / "a.css", (2_000_000_000, 2_000_000_000))
        self.collected(settings)

        kept = settings.STATIC_ROOT / "pages" / Path(staticfiles_storage.stored_name("pages/b.css")).name
        assert kept.read_text() == "a { color: green }\nd {}\n"


LOADED = """
import newsroom.reader_urls
print(*(name for name in sys.modules if name.partition(".")[2].startswith("admin") or name.startswith("ninja")))
"""
CHECKED = """
from django.contrib import admin
from django.core import checks

checks.run_checks(tags=["admin"])
print(len(admin.site._registry))
"""


def in_a_process_of_its_own(code: str) -> str:
    """What it prints once Django is set up."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings", "SECRET_KEY": "mau"}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, django\ndjango.setup()\n{code}"],
        cwd=serve.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_process_that_serves_readers_alone_loads_nothing_of_the_desk_or_the_api():
    assert set(in_a_process_of_its_own(LOADED).split()) <= {"newsroom.admin_site", "newsroom.admin_rows"}


def test_the_checks_of_the_project_look_at_the_desk_all_the_same():
    assert int(in_a_process_of_its_own(CHECKED)) > 30
