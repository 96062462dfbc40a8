"""On SQLite: full-text tables of title and standfirst alone, filled from the entries that stand."""

from django.db import migrations

from articles.search.engines.sqlite_tables import HEADS


def put_up(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in HEADS.put_up() + HEADS.fill():
            schema_editor.execute(statement)


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in HEADS.take_down():
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0032_heads_of_search_entries'),
    ]

    operations = [
        migrations.RunPython(put_up, take_down),
    ]
