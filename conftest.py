"""What the whole test run shares."""

import os

import hypothesis
import pytest

# Examples differ from run to run at a desk and stay the same under CI; a slow machine is not a failure.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("newsroom")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Under STRICT=1 a skipped test fails the run: CI has everything that tests ask for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("STRICT") == "1" and reporter and reporter.stats.get("skipped"):
        reporter.write_line("STRICT=1: a test was skipped, so this run fails", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
