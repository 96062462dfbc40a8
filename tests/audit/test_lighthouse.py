"""Lighthouse on a phone and a desktop: full marks for what a page is; how fast it was is printed beside."""

import json
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.conftest import ARGUMENTS
from tests.environment import ROOT, environment

pytestmark = pytest.mark.audit

LIGHTHOUSE = ROOT / "node_modules/lighthouse/cli/index.js"
FULL_MARKS = ("accessibility", "best-practices", "seo")
TRIES = 3
# Full marks are aimed at and printed; what is asserted is what a busy machine cannot take away.
LEAST_SPEED = 60
# A page of results is not for indexes, so the audit that asks for it cannot apply to search.
SKIPPED = {"/tim-kiem/?q=h%E1%BA%A3i+quan": ["is-crawlable"]}
BROKEN = (
    b"<!DOCTYPE html><html><body><img src=x><p style='color:#ccc'>Trang h\xe1\xbb\x8fng</p></body></html>"
)


@pytest.fixture(scope="module")
def judge(tool, tmp_path_factory):
    """judge(address, *arguments): Lighthouse's report."""
    folder = tmp_path_factory.mktemp("lighthouse")

    def run(address: str, *arguments: str) -> dict:
        output = folder / "report.json"
        subprocess.run(
            [
                tool("node"), LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={output}",
                f"--chrome-flags={' '.join(['--headless', *ARGUMENTS])}", *arguments,
            ],
            env=environment(CHROME_PATH=tool("chromium", "chromium-browser", "google-chrome")),
            check=True,
            capture_output=True,
            text=True,
        )  # fmt: skip
        return json.loads(output.read_text())

    return run


def marks(report: dict) -> dict[str, float]:
    return {name: one["score"] for name, one in report["categories"].items()}


def shortcomings(report: dict) -> list[str]:
    """What cost marks, in the words of the report."""
    costly = {
        reference["id"]
        for name in FULL_MARKS
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"]
    }
    audits = report["audits"]
    return [
        f"{key}: {audits[key]['title']}" for key in sorted(costly) if audits[key]["score"] not in (1, None)
    ]


class BrokenPage(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(BROKEN)

    def log_message(self, *args):
        pass


def test_lighthouse_sees_a_page_broken_on_purpose(judge):
    server = HTTPServer(("127.0.0.1", 0), BrokenPage)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        report = judge(f"http://127.0.0.1:{server.server_port}/", "--only-categories=accessibility,seo")
    finally:
        server.shutdown()
        server.server_close()

    assert max(marks(report).values()) < 0.9


def timing(report: dict) -> str:
    """What Lighthouse measured of a page's loading."""
    names = (
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
    )
    return " · ".join(f"{name} {report['audits'][name]['displayValue']}" for name in names)


def speed_of(report: dict) -> int:
    """Its marks for performance, of a hundred."""
    return round((report["categories"]["performance"]["score"] or 0) * 100)


def best_of(judged) -> dict:
    """The report with the best marks for performance: a machine at work on other things costs some."""
    reports = []
    for _ in range(TRIES):
        try:
            reports.append(judged())
        except subprocess.CalledProcessError as error:
            sys.stdout.write(f"Lighthouse gave up: {error.stderr[-300:]}\n")
        if reports and speed_of(reports[-1]) == 100:
            break
    return max(reports, key=speed_of)


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_pages_have_full_marks(site, judge, device):
    listed = site.listed()
    section = next(path for path in listed if path.startswith("/chuyen-muc/"))
    story = max((path for path in listed if path.count("/") == 2), key=len)
    wrong = []
    for path in ("/", story, section, "/vinh-danh/", "/tim-kiem/?q=h%E1%BA%A3i+quan"):
        arguments = ["--preset=desktop"] if device == "desktop" else []
        arguments += [f"--skip-audits={','.join(SKIPPED[path])}"] if path in SKIPPED else []
        report = best_of(lambda: judge(site.address + path, *arguments))  # noqa: B023
        speed = speed_of(report)
        sys.stdout.write(f"{device} {path}: performance {speed} · {timing(report)}\n")
        wrong += [f"{path}: {one}" for one in shortcomings(report)]
        wrong += [f"{path}: performance {speed}"] if speed < LEAST_SPEED else []
        wrong += [f"{path}: shifts"] if report["audits"]["cumulative-layout-shift"]["numericValue"] else []

    assert wrong == []
