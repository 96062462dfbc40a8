"""The audit log: what it writes, that it outlives what it tells of, and that nobody rewrites it."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.test import RequestFactory

from articles import audit
from articles.models import AuditEntry
from articles.models.audit_entry import ImmutableEntry
from articles.tests.factories import make_draft, make_user
from newsroom import origin

pytestmark = pytest.mark.django_db


def test_an_entry_tells_who_what_and_from_where():
    person = make_user("editor", last_name="Người Mẫu", first_name="Một", username="nguoi-mau")
    story = make_draft(title="Bài có nhật ký")
    request = RequestFactory().post("/admin/", REMOTE_ADDR="192.0.2.7")
    request.user = person

    with origin.request_at_work(request):
        audit.record("restore", story, before="Bản 4", after="Bản 5", note="Lấy lại đoạn cũ.")

    entry = AuditEntry.objects.about(story).get()
    assert (entry.user_pk, entry.user_name) == (person.pk, "Người Mẫu Một (nguoi-mau)")
    assert (entry.subject_title, entry.origin) == ("Bài có nhật ký", "192.0.2.7")
    assert (entry.before, entry.after, entry.note) == ("Bản 4", "Bản 5", "Lấy lại đoạn cũ.")


def test_an_entry_names_the_command_where_no_request_is_at_work():
    story = make_draft()

    with origin.command_at_work("import_documents"):
        entry = audit.record("import", story)

    assert (entry.origin, entry.user_pk, entry.user_name) == ("import_documents", None, "")


def test_an_action_that_nobody_named_is_refused():
    with pytest.raises(ValueError, match="thrown"):
        audit.record("thrown", make_draft())


@pytest.mark.parametrize(
    ("proxies", "named", "told"),
    [
        (0, "198.51.100.1", "192.0.2.7"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (1, "", "192.0.2.7"),
        (1, "kẻ nói dối", ""),
    ],
)
def test_only_the_trusted_proxy_names_another_address(settings, proxies, named, told):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR=named)

    assert origin.address_of(request) == told


def test_an_entry_goes_back_with_what_it_tells():
    story = make_draft()

    with transaction.atomic():
        audit.record("restore", story)
        transaction.set_rollback(True)

    assert not AuditEntry.objects.about(story).exists()


def test_entries_outlive_the_story_and_the_person():
    person, story = make_user("editor", username="nguoi-di"), make_draft(title="Bài bị xóa")
    key = audit.record("delete", story, user=person).pk

    story.delete()
    person.delete()

    entry = AuditEntry.objects.get(pk=key)
    assert (entry.subject_title, entry.user_name) == ("Bài bị xóa", "nguoi-di")


def test_the_model_refuses_to_change_or_delete_an_entry():
    entry = audit.record("restore", make_draft())
    entry.note = "Chuyện khác."

    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(note="Chuyện khác."),
        lambda: AuditEntry.objects.bulk_update([entry], ["note"]),
    ):
        with pytest.raises(ImmutableEntry), transaction.atomic():
            attempt()

    assert AuditEntry.objects.get(pk=entry.pk).note == ""


@pytest.mark.parametrize(
    "statement", ["UPDATE articles_auditentry SET note = 'x'", "DELETE FROM articles_auditentry"]
)
def test_the_database_refuses_it_too(statement):
    if connection.vendor == "sqlite" and statement.startswith("DELETE"):
        _put_the_guard_up_again()
    audit.record("restore", make_draft())

    with pytest.raises(DatabaseError, match="audit log is never"), transaction.atomic():
        connection.cursor().execute(statement)


def _put_the_guard_up_again():
    """conftest.py takes it down for the tests that empty the whole database."""
    migration = MigrationLoader(connection).get_migration("articles", "0003_audit_log")
    guards = __import__(migration.__module__, fromlist=["GUARDS"]).GUARDS
    connection.cursor().execute(guards["sqlite"][1])
