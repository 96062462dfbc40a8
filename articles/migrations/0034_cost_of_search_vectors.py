"""On PostgreSQL: the function that tells the database what fetching a vector of all words costs."""

from django.db import migrations

from articles.search.engines import postgresql


def put_up(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in postgresql.put_up_fetching():
            schema_editor.execute(statement)


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in postgresql.take_down_fetching():
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0033_head_tables_of_search'),
    ]

    operations = [
        migrations.RunPython(put_up, take_down),
    ]
