"""The seeded site on a production server of its own, and one page of each kind."""

import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.environment import ROOT, environment

# Pages that no sitemap lists.
UNLISTED = [
    "/",
    "/ngoai-tuyen/",
    "/tim-kiem/",
    "/tim-kiem/?q=h%E1%BA%A3i+quan",
    "/tim-kiem/?q=kh%C3%B4ng+c%C3%B3+t%E1%BB%AB+n%C3%A0y",
    "/vinh-danh/?kind=tap-the",
    "/vinh-danh/?form=khong-co",
    "/khong-co-trang-nay/",
]


class Served:
    """The site at an address."""

    def __init__(self, address: str):
        self.address = address

    def read(self, path: str) -> str:
        """What stands at a path, whatever its status."""
        try:
            with urlopen(self.address + path, timeout=30) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()

    def listed(self) -> list[str]:
        """Paths of every page that the sitemaps list."""
        files = self._locations("/sitemap.xml")
        return [path for file in files for path in self._locations(file)]

    def _locations(self, path: str) -> list[str]:
        found = re.findall(r"<loc>([^<]+)</loc>", self.read(path))
        return [one.replace("&amp;", "&").removeprefix(self.address) for one in found]

    def pages(self) -> list[str]:
        """One path of each kind of page; of stories the longest."""
        kinds = {}
        for path in self.listed():
            parts = path.strip("/").split("/")
            kind = (parts[0] if len(parts) > 1 else "") + str(len(parts))
            if len(parts) > 1 or path not in kinds:
                kinds.setdefault(kind if len(parts) > 1 else path, path)
        return list(dict.fromkeys([*UNLISTED, *kinds.values()]))


@pytest.fixture(scope="session")
def tool():
    """The path of a program of this machine; a missing one fails the audit."""

    def find(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        if not found:
            pytest.fail(f"make audit needs {names[0]} on this machine")
        return found

    return find


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `make run` prepares and serves it."""
    folder = tmp_path_factory.mktemp("site")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder / "log"
    served = Served(f"http://127.0.0.1:{port}")
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "newsroom.serve"],
            cwd=ROOT,
            env=environment(PORT=str(port), DATA_DIR=str(folder / "var")),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(served, process, log)
        yield served
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(served: Served, process: subprocess.Popen, log: Path) -> None:
    for _ in range(900):
        if process.poll() is not None:
            break
        try:
            urlopen(f"{served.address}/healthz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the site did not start:\n{log.read_text()}")
