"""`make run` on a fresh machine, as a newcomer does it: clone, run, read, log in, stop, run again."""

import json
import os
import re
import signal
import socket
import stat
import subprocess
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from tests.environment import ROOT, environment

pytestmark = pytest.mark.fresh_machine

ACCOUNTS = ["phongvien", "bientap", "thuky", "thidua", "quantri"]


class Site:
    """A clone that is started with `make run` and stopped with a signal."""

    def __init__(self, folder: Path):
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.output = ""

    def start(self, patience: float) -> float:
        """Start the server and wait until it answers; gives the seconds that took."""
        begin = time.monotonic()
        log = self.folder.parent / "make-run.log"
        with log.open("w") as output:
            self.process = subprocess.Popen(
                ["make", "run"],
                cwd=self.folder,
                env=environment(PORT=str(self.port)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        while time.monotonic() - begin < patience and self.process.poll() is None:
            try:
                urlopen(f"{self.address}/healthz", timeout=5).close()
            except OSError:
                time.sleep(0.2)
            else:
                self.output = log.read_text()
                return time.monotonic() - begin
        self.stop()
        pytest.fail(f"no answer after {time.monotonic() - begin:.0f} s:\n{log.read_text()}")

    def stop(self) -> None:
        """Stop it as a terminal does: one interrupt for the whole group."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(timeout=20)

    def status(self, path: str) -> int:
        try:
            with urlopen(self.address + path, timeout=20) as response:
                return response.status
        except HTTPError as error:
            return error.code

    def stories(self) -> list[dict]:
        with urlopen(f"{self.address}/api/v1/articles?limit=100", timeout=20) as response:
            return json.load(response)["items"]

    def log_in(self, name: str, password: str) -> str:
        """The address where the person stands after logging in."""
        opener = build_opener(HTTPCookieProcessor(CookieJar()))
        with opener.open(f"{self.address}/admin/", timeout=20) as response:
            page, form = response.geturl(), response.read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        data = urlencode(
            {"login": name, "password": password, "csrfmiddlewaretoken": token, "next": "/admin/"}
        )
        with opener.open(page, data.encode(), timeout=20) as response:
            return response.geturl().removeprefix(self.address)

    def manage(self, *arguments: str) -> str:
        return subprocess.run(
            [".venv/bin/python", "manage.py", *arguments],
            cwd=self.folder,
            env=environment(PORT=str(self.port)),
            capture_output=True,
            text=True,
            check=True,
        ).stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new machine") / "tòa soạn mới"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    site = Site(folder)
    site.start(patience=600)
    yield site
    site.stop()


@pytest.fixture(scope="module")
def accounts(site) -> dict[str, str]:
    lines = (site.folder / "var/demo-accounts.txt").read_text().splitlines()
    return dict(line.split(" ") for line in lines)


def test_five_stories_and_the_login_page_answer(site):
    stories = site.stories()

    assert len(stories) == 5
    paths = ["/", "/tai-khoan/login/", "/vinh-danh/", "/phong-trao/", "/readyz"]
    paths += [f"/{story['slug']}/" for story in stories]
    assert {path: site.status(path) for path in paths} == dict.fromkeys(paths, 200)


def test_every_demo_account_reaches_the_desk(site, accounts):
    assert {name: site.log_in(name, password) for name, password in accounts.items()} == dict.fromkeys(
        ACCOUNTS, "/admin/"
    )


def test_addresses_and_passwords_are_printed_once(site, accounts):
    assert f"{site.address}/\n" in site.output
    assert [name for name, password in accounts.items() if password not in site.output] == []


def test_secrets_are_for_the_owner_alone(site):
    modes = {
        name: stat.S_IMODE((site.folder / "var" / name).stat().st_mode)
        for name in ("secret-key", "demo-accounts.txt")
    }

    assert modes == {"secret-key": 0o600, "demo-accounts.txt": 0o600}


def test_a_second_server_on_the_same_port_is_refused_in_one_sentence(site):
    second = subprocess.run(
        ["make", "run"],
        cwd=site.folder,
        env=environment(PORT=str(site.port)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode != 0
    assert f"Newsroom cannot start: port {site.port} of 127.0.0.1 is not free" in second.stderr
    assert "Traceback" not in second.stderr


def test_ctrl_c_in_a_terminal_reaches_the_workers_through_the_server_alone(site):
    def children(process: int) -> list[int]:
        return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]

    (server,) = children(site.process.pid)
    workers = children(server)
    for worker in workers:
        os.kill(worker, signal.SIGINT)
    time.sleep(2)

    assert workers
    assert children(server) == workers


def test_a_second_start_takes_seconds_and_keeps_everything(site, accounts):
    edited = "from articles.models import Article; Article.objects.update(kicker='Đã sửa')"
    site.manage("shell", "--no-imports", "--command", edited)
    counted = (
        "from articles.models import Article; from django.contrib.auth.models import User;"
        "print(Article.objects.filter(kicker='Đã sửa').count(), User.objects.count())"
    )
    key = (site.folder / "var/secret-key").read_text()

    site.stop()
    seconds = site.start(patience=60)

    assert seconds < 20
    assert site.manage("shell", "--no-imports", "--command", counted).split() == ["5", "5"]
    assert (site.folder / "var/secret-key").read_text() == key
    assert site.log_in("quantri", accounts["quantri"]) == "/admin/"
    assert not any(password in site.output for password in accounts.values())
