"""Lighthouse on a phone and a desktop: full marks for what a page is and little before its first paint; how fast that
was is printed beside.
"""

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
# What comes before the first paint is: the page, one style sheet and one script, and on a phone the lead picture.
WAITED_FOR, WAITED_BYTES, LEAD_BYTES, BYTES_WITHOUT_PICTURES = 3, 24_000, 32_000, 60_000
# A page of results is not for indexes, so the audit that asks for it cannot apply to search.
SKIPPED = {"/tim-kiem/?q=h%E1%BA%A3i+quan": ["is-crawlable"]}
BROKEN = (
    b"<!DOCTYPE html><html><head><link rel=stylesheet href=a><link rel=stylesheet href=b><script src=c></script></head>"
    b"<body><img src=x><p style='color:#ccc'>Trang h\xe1\xbb\x8fng</p></body></html>"
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
        report = judge(
            f"http://127.0.0.1:{server.server_port}/", "--only-categories=accessibility,seo,performance"
        )
    finally:
        server.shutdown()
        server.server_close()

    assert max(value for name, value in marks(report).items() if name != "performance") < 0.9
    assert burdens(report, "phone") == ["waits for 4 requests"]


def bytes_of(requests: list[dict]) -> int:
    return sum(one.get("transferSize", 0) for one in requests)


def burdens(report: dict, device: str) -> list[str]:
    """What stands between a reader and the page, by number and bytes on the wire: the same on a busy machine."""
    requests = report["audits"]["network-requests"]["details"]["items"]
    urgent = [one for one in requests if one.get("priority") in ("VeryHigh", "High")]
    waited = [one for one in urgent if one.get("resourceType") in ("Document", "Stylesheet", "Script")]
    lead = [one for one in urgent if one.get("resourceType") == "Image"] if device == "phone" else []
    bare = [
        one for one in requests if one.get("resourceType") in ("Document", "Stylesheet", "Script", "Fetch")
    ]
    found = {
        f"waits for {len(waited)} requests": len(waited) > WAITED_FOR,
        f"waits for {bytes_of(waited)} bytes": bytes_of(waited) > WAITED_BYTES,
        f"lead picture of {bytes_of(lead)} bytes": bytes_of(lead) > LEAD_BYTES,
        f"{bytes_of(bare)} bytes without pictures": bytes_of(bare) > BYTES_WITHOUT_PICTURES,
    }
    return [burden for burden, is_there in found.items() if is_there]


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
        wrong += [f"{path}: {one}" for one in burdens(report, device)]
        wrong += [f"{path}: shifts"] if report["audits"]["cumulative-layout-shift"]["numericValue"] else []

    assert wrong == []
