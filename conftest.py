"""What the whole test run shares."""

import os

import hypothesis
import pytest

# Examples differ from run to run at a desk and stay the same under CI; a slow machine is not a failure.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("newsroom")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Under STRICT=1 a skipped test fails the run: CI has everything that tests ask for.

    Except the source documents: they are no part of the project, so a checkout may stand without them.
    """
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("STRICT") != "1" or reporter is None:
        return
    skipped = reporter.stats.get("skipped", [])
    if any("source_documents" not in report.keywords for report in skipped):
        reporter.ensure_newline()
        reporter.write_line("STRICT=1: a test was skipped, so this run fails", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
