"""Putting the triggers up, taking them down, and counting everything once where they were not at work."""

from django.db import connections, transaction

from awards.keeping import postgresql, sqlite, tallies
from awards.keeping.statements import SHOWN_TABLES, look_again, shown_of
from awards.models.shown import Shown

DEFAULT = "default"
_WORDS = {"sqlite": sqlite, "postgresql": postgresql}


def words_of(using: str):
    """The statements in the words of that database."""
    return _WORDS[connections[using].vendor]


def before_migrations(sender, plan, using, **_) -> None:
    """Tables that a migration makes anew would lose their triggers, and triggers hinder it: they come down."""
    if plan:
        _run(using, words_of(using).REMOVE)


def after_migrations(sender, using, **_) -> None:
    """The triggers are up; where they were not, everything is counted, else what has come out since is settled."""
    words = words_of(using)
    with connections[using].cursor() as cursor:
        cursor.execute(words.INSTALLED)
        up = cursor.fetchone()[0] == len(words.TRIGGERS)
    if up:
        settle(using)
        return
    with transaction.atomic(using=using):
        _run(using, words.REMOVE)
        recount(using)
        _run(using, words.INSTALL)


@transaction.atomic
def recount(using: str = DEFAULT) -> None:
    """Look at every honour and total again, and count all tallies from nothing. For rows without triggers."""
    now = words_of(using).NOW
    _run(
        using,
        [
            *(
                look_again(table, column, f"SELECT id FROM {table}", now)
                for table, column in SHOWN_TABLES.items()
            ),
            *tallies.recount(),
        ],
    )


@transaction.atomic
def settle(using: str = DEFAULT) -> None:
    """Records whose scheduled story has come out for good since are shown always; what went off, never.

    Reading is right without it, only slower the more records wait.
    """
    now = words_of(using).NOW
    waiting = Shown.BY_TIME.value
    _run(
        using,
        [
            f"UPDATE {table} SET shown = {shown_of(f'{table}.id', column, now)} "
            f"WHERE shown = {waiting} AND {shown_of(f'{table}.id', column, now)} <> {waiting}"
            for table, column in SHOWN_TABLES.items()
        ],
    )


def _run(using: str, statements) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
