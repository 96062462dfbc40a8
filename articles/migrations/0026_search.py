"""The search index, and what the database keeps beside it by itself.

The statements are made by the engines, which need them again when an index is rebuilt from scratch: a
change there comes with a migration that takes the old ones down.
"""

import django.db.models.deletion
from django.db import migrations, models

from articles.search.engines import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def put_up(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].put_up():
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].take_down():
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_subjects_and_reading_on'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=40, unique=True)),
                ('folded', models.CharField(db_index=True, max_length=40)),
            ],
            options={
                'verbose_name': 'word of the search index',
                'verbose_name_plural': 'words of the search index',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('facets', models.TextField(blank=True)),
                ('title', models.TextField(blank=True)),
                ('standfirst', models.TextField(blank=True)),
                ('beside', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('beside_text', models.TextField(blank=True)),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_entry', to='articles.article', verbose_name='story')),
            ],
            options={
                'verbose_name': 'search entry',
                'verbose_name_plural': 'search entries',
                'default_permissions': (),
            },
        ),
        migrations.RunPython(put_up, take_down),
    ]
