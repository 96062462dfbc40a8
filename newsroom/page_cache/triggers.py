"""The edition's row and the triggers that move it. They are put up after each migration, not by one:

SQLite makes a table anew when a migration changes it, and drops its triggers without a word. While tables are
being migrated there is no edition, and so nothing is answered from memory.
"""

import hashlib
import time
from functools import cache

from django.db import connections, transaction

from newsroom.page_cache import tables

EDITION = "newsroom_edition"
_TABLE = f"""
CREATE TABLE IF NOT EXISTS {EDITION} (
    id integer PRIMARY KEY CHECK (id = 1), number bigint, purged bigint NOT NULL DEFAULT 0, watch varchar(64) NOT NULL
)"""
# The number is the transaction's own, written once and at its end: waiting for each other, two of them
# hold nothing else that the other needs.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION newsroom_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE {EDITION} SET number = pg_current_xact_id()::text::bigint
        WHERE number <> pg_current_xact_id()::text::bigint;
    RETURN NULL;
END $$"""


def _sqlite(seen: tables.Seen) -> dict[str, str]:
    bump = f"BEGIN UPDATE {EDITION} SET number = number + 1; END"
    return {
        name: f'CREATE TRIGGER "{name}" AFTER {event} ON "{seen.table}" FOR EACH ROW {when} {bump}'
        for name, event, when in _events(seen)
    }


def _postgresql(seen: tables.Seen) -> dict[str, str]:
    call = "EXECUTE FUNCTION newsroom_new_edition()"
    late = "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
    by_row = {
        name: f'CREATE CONSTRAINT TRIGGER "{name}" AFTER {event} ON "{seen.table}" {late} {when} {call}'
        for name, event, when in _events(seen)
    }
    name = f"edition_{seen.table}_emptied"
    return by_row | {name: f'CREATE TRIGGER "{name}" AFTER TRUNCATE ON "{seen.table}" {call}'}


def _events(seen: tables.Seen):
    """(name of the trigger, event, condition) for each way in which a row may change."""
    columns = ", ".join(f'"{column}"' for column in seen.columns)
    old, new = (f"({seen.rows.format(row=row)})" if seen.rows else "" for row in ("OLD", "NEW"))
    for word, event, conditions in (
        ("added", "INSERT", [new]),
        ("changed", f"UPDATE OF {columns}" if columns else "UPDATE", [old, new]),
        ("deleted", "DELETE", [old]),
    ):
        when = f"WHEN ({' OR '.join(conditions)})" if seen.rows else ""
        yield f"edition_{seen.table}_{word}", event, when


_BY_VENDOR = {"sqlite": _sqlite, "postgresql": _postgresql}


def _wanted(vendor: str) -> dict[str, dict[str, str]]:
    """Table → name of a trigger → its statement."""
    return {seen.table: _BY_VENDOR[vendor](seen) for seen in tables.seen()}


@cache
def watch_of(vendor: str) -> str:
    """Says what this code wants watched, and how: an edition that is watched otherwise tells it nothing."""
    return hashlib.blake2s(repr(_wanted(vendor)).encode(), digest_size=16).hexdigest()


def take_down(*, plan, using: str, **kwargs) -> None:
    """Before tables are migrated: no edition until `put_up`."""
    connection = connections[using]
    if not plan or connection.vendor not in _BY_VENDOR:
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        existing = connection.introspection.table_names(cursor)
        if EDITION not in existing:
            return
        cursor.execute(f"UPDATE {EDITION} SET number = NULL")
        _drop_all(connection, cursor)


def put_up(*, using: str, **kwargs) -> None:
    """After each migration: a new edition, watched as this code wants it. Nothing to do, nothing done."""
    connection = connections[using]
    if connection.vendor not in _BY_VENDOR:
        return
    wanted, watch = _wanted(connection.vendor), watch_of(connection.vendor)
    with transaction.atomic(using=using), connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        if not _is_whole(connection, cursor, existing):
            return  # migrated to an older state, or not to the end
        cursor.execute(_TABLE)
        cursor.execute(f"SELECT watch FROM {EDITION} WHERE number IS NOT NULL")
        if cursor.fetchone() == (watch,):
            return
        _drop_all(connection, cursor)
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for statements in wanted.values():
            for statement in statements.values():
                cursor.execute(statement)
        cursor.execute(f"DELETE FROM {EDITION}")
        cursor.execute(
            f"INSERT INTO {EDITION} (id, number, watch) VALUES (1, {_fresh(connection)}, %s)",
            [watch],
        )


def _fresh(connection) -> str:
    """An edition that was never there before."""
    if connection.vendor == "postgresql":
        return "pg_current_xact_id()::text::bigint"
    return str(time.time_ns() // 1000)


def _is_whole(connection, cursor, existing: set[str]) -> bool:
    """Whether the database has every table and column that is to be watched."""
    for seen in tables.seen():
        if seen.table not in existing:
            return False
        if columns := seen.columns:
            described = connection.introspection.get_table_description(cursor, seen.table)
            if not {*columns} <= {column.name for column in described}:
                return False
    return True


def _drop_all(connection, cursor) -> None:
    """Every trigger of ours, also those that an older version put up."""
    if connection.vendor == "postgresql":
        cursor.execute("DROP FUNCTION IF EXISTS newsroom_new_edition() CASCADE")
        return
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'edition!_%' ESCAPE '!'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')
