"""The audit log, and triggers that keep whoever reaches the database from changing it."""

import articles.models.audit_entry
import django.utils.timezone
import newsroom.text_fields
from django.db import migrations, models


GUARDS = {
    "sqlite": (
        """
        CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON articles_auditentry
        BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never changed'); END
        """,
        """
        CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON articles_auditentry
        BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never deleted'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'an entry of the audit log is never changed or deleted'; END $$
        """,
        """
        CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON articles_auditentry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()
        """,
        """
        CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON articles_auditentry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()
        """,
    ),
}
# Triggers go with their table; the function stays behind.
UNGUARDED = {"postgresql": ("DROP FUNCTION audit_entry_stays() CASCADE",)}


def put_up_guards(apps, schema_editor):
    for statement in GUARDS.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def take_down_guards(apps, schema_editor):
    for statement in UNGUARDED.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_pages_that_outlive_their_stories"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                (
                    "action",
                    models.CharField(
                        choices=articles.models.audit_entry.actions, max_length=20, verbose_name="action"
                    ),
                ),
                ("user_pk", models.BigIntegerField(null=True)),
                ("user_name", newsroom.text_fields.LineField(blank=True, max_length=200, verbose_name="who")),
                ("subject_model", models.CharField(blank=True, max_length=100)),
                ("subject_pk", models.CharField(blank=True, max_length=64)),
                (
                    "subject_title",
                    newsroom.text_fields.LineField(blank=True, max_length=300, verbose_name="what"),
                ),
                ("before", newsroom.text_fields.ParagraphField(blank=True, verbose_name="before")),
                ("after", newsroom.text_fields.ParagraphField(blank=True, verbose_name="after")),
                ("note", newsroom.text_fields.ParagraphField(blank=True, verbose_name="note")),
                ("origin", models.CharField(blank=True, max_length=100, verbose_name="from where")),
                (
                    "search_fold",
                    models.CharField(default="", editable=False, max_length=600, serialize=False),
                ),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-at", "-pk"],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="audit_by_date"),
                    models.Index(fields=["action", "-at", "-id"], name="audit_by_action"),
                    models.Index(fields=["user_pk", "-at", "-id"], name="audit_by_user"),
                    models.Index(
                        fields=["subject_model", "subject_pk", "-at", "-id"], name="audit_by_subject"
                    ),
                ],
            },
        ),
        migrations.RunPython(put_up_guards, take_down_guards, elidable=False),
    ]
