"""What the whole test run shares."""

import os

import hypothesis
import pytest

# Examples differ from run to run at a desk and stay the same under CI; a slow machine is not a failure.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("newsroom")


def pytest_sessionstart():
    """The desk is loaded as a site loads it, before a test module asks for one of its parts."""
    from django.contrib import admin

    admin.autodiscover()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Between browser tests SQLite empties its tables row by row, which the audit log's guard refuses."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER audit_entry_is_never_deleted")


def pytest_collection_modifyitems(config, items):
    """A browser on a busy machine may be late once: its tests are tried again, and the summary says which.

    On another database only tests that use one say anything new.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    if not os.environ.get("TEST_DATABASE_URL"):
        return
    idle = {
        item
        for item in items
        if item.get_closest_marker("django_db") is None
        and not {"db", "transactional_db"} & {*item.fixturenames}
    }
    config.hook.pytest_deselected(items=idle)
    items[:] = [item for item in items if item not in idle]


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
