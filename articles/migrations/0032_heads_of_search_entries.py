"""On PostgreSQL: vectors of title and standfirst alone beside each search entry."""

from django.db import migrations

from articles.search.engines import postgresql


def put_up(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in postgresql.put_up_heads():
            schema_editor.execute(statement)


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in postgresql.take_down_heads():
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0031_parts_of_pages'),
    ]

    operations = [
        migrations.RunPython(put_up, take_down),
    ]
