"""The page cache's watch: no table is forgotten, and what readers cannot see moves nothing."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from articles import publishing, working_copy
from articles.models import Article, Author, Byline, Masthead, Revision, Section
from articles.schedule import updates
from articles.tests.factories import make_article, make_draft, make_user
from newsroom.page_cache import tables, triggers

# Tables of no model: Django's own, and the edition itself.
OF_NO_MODEL = {"cache_entries", "django_migrations", "newsroom_edition"}
# Of SQLite, with shadows of their own.
FULL_TEXT = ("articles_search_exact", "articles_search_folded", "articles_search_head_")

one_transaction_each = pytest.mark.django_db(transaction=True)


def edition() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM newsroom_edition")
        return cursor.fetchone()[0]


def moves_the_edition(act) -> bool:
    before = edition()
    with transaction.atomic():
        act()
    return edition() != before


@pytest.mark.django_db
def test_every_table_is_named_as_seen_by_readers_or_not():
    """A new one belongs into `reader_tables.py` of its app: with those seen whenever a reader's page depends on it."""
    models = {
        model._meta.label_lower: model._meta.db_table for model in apps.get_models(include_auto_created=True)
    }
    seen, unseen = tables.named()

    assert sorted(set(models) - seen - unseen) == []
    assert seen & unseen == set()
    assert seen <= set(models)
    assert sorted(unseen - set(models)) in ([], ["django_tasks_database.dbtaskresult"])
    others = set(connection.introspection.table_names()) - set(models.values()) - OF_NO_MODEL
    assert {name for name in others if not name.startswith(FULL_TEXT)} == set()


@pytest.mark.django_db
def test_every_table_that_readers_see_has_its_triggers():
    wanted = {name for seen in tables.seen() for name in triggers._BY_VENDOR[connection.vendor](seen)}
    statement = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'edition%'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'edition%'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)
        there = {name for (name,) in cursor.fetchall()}

    assert len(wanted) >= 3 * 30
    assert there == wanted


@one_transaction_each
def test_whatever_readers_see_moves_the_edition_however_it_is_written():
    story = make_article()
    section = Section.objects.get()

    def raw():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_section SET name = 'Tên khác'")

    for act in (
        raw,
        lambda: Article.objects.update(title="Tên khác"),
        lambda: Article.objects.bulk_create(
            [Article(title="Bài mới", state="published", published_at=story.published_at)]
        ),
        lambda: Section(name="Chuyên mục mới").save(),
        section.save,
        lambda: Byline.objects.create(article=story, author=Author.objects.create(name="Người Mẫu")),
        lambda: story.bylines.all().delete(),
        lambda: Masthead().save(),
        lambda: publishing.withdraw(story),
    ):
        assert moves_the_edition(act)


@one_transaction_each
def test_what_is_rolled_back_moves_nothing():
    make_article()
    before = edition()

    with transaction.atomic():
        Article.objects.update(title="Tên khác")
        transaction.set_rollback(True)

    assert edition() == before


@one_transaction_each
def test_work_on_the_desk_moves_nothing_until_readers_get_it():
    draft, story, user = make_draft(), make_article(), make_user("managing_editor")

    assert not moves_the_edition(lambda: working_copy.save(draft, {"title": "Tên khác"}))
    assert not moves_the_edition(lambda: working_copy.save(story, {"title": "Tên khác"}))
    assert not moves_the_edition(lambda: Article.objects.update(assignee=user))
    assert moves_the_edition(lambda: publishing.publish(story))


@one_transaction_each
def test_planning_an_update_moves_the_edition_since_pages_end_at_its_moment():
    story = make_article()
    working_copy.save(story, {"title": "Tên khác"})
    revision = Revision.objects.filter(article=story).latest("number")

    assert moves_the_edition(
        lambda: Revision.objects.filter(pk=revision.pk).update(due_at=story.published_at)
    )
    assert moves_the_edition(lambda: updates.cancel(story))


@one_transaction_each
def test_while_tables_are_migrated_there_is_no_edition_and_afterwards_another():
    before = edition()

    triggers.take_down(plan=["something"], using="default")
    during = edition()
    Section.objects.create(name="Chuyên mục mới")
    still = edition()
    call_command("migrate", verbosity=0)

    assert (during, still) == (None, None)
    assert edition() not in (None, before)
