"""A real browser for the tests that need one."""

import os
import shutil
import time

import pytest
from django.core.signals import request_finished, request_started

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser():
    """Chromium as installed on this machine; skips where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no Chromium on this machine: the browser tests did not run")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    # Playwright's synchronous API runs a loop in this thread; the ORM beside it is used one at a time.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def served(live_server):
    """The site under test. Its database is emptied only once no request is at work any more."""
    at_work = []
    begin, end = (lambda **_: at_work.append(1)), (lambda **_: at_work.pop())
    request_started.connect(begin)
    request_finished.connect(end)
    yield live_server
    for _ in range(100):
        if not at_work:
            break
        time.sleep(0.05)
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture
def browser_page(browser, served):
    """A page of a fresh profile at the site's address; `page.complaints` lists what the console said."""
    context = browser.new_context(base_url=served.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def axe_finds():
    """A function that lists what axe finds on a page against WCAG."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

    def run(page) -> list[str]:
        page.evaluate(axe.Axe().axe_script)
        rules = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        return page.evaluate(
            "async (runOnly) => (await axe.run(document, { runOnly })).violations"
            ".map((one) => `${one.id} ${one.nodes[0].html.slice(0, 200)}`)",
            rules,
        )

    return run
